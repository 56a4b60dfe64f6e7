package org.inpractice.measurement.feed;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.inpractice.measurement.feed.FeedCommand.RegisterFeed;
import org.inpractice.measurement.feed.FeedCommand.RetireFeed;
import org.inpractice.measurement.feed.FeedCommand.ReviseFeed;
import org.inpractice.measurement.feed.FeedEvent.FeedRegistered;
import org.inpractice.measurement.feed.FeedEvent.FeedRetired;
import org.inpractice.measurement.feed.FeedEvent.FeedRevised;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The rules of a data feed: it expects only what can be delivered, and nothing once it is retired. */
final class FeedDecider implements Decider<FeedCommand, Feed, FeedEvent> {
    /** The most events that may come of one command by the clock: what one evening's clean-up can hold. */
    static final long MOST_LATE_AT_ONCE = 100_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    @Override
    public Feed initialState() {
        return Feed.UNREGISTERED;
    }

    @Override
    public List<FeedEvent> decide(FeedCommand command, Feed feed) {
        return switch (command) {
            case RegisterFeed register -> register(register, feed);
            case ReviseFeed revise -> revise(revise, feed);
            case RetireFeed retire -> retire(retire, feed);
        };
    }

    private static List<FeedEvent> register(RegisterFeed register, Feed feed) {
        if (feed.isRegistered()) {
            throw new Refusal(FeedRule.FEED_ALREADY_REGISTERED, "Read it, and change it with PUT.");
        }
        check(register.terms(), register.periods(), register.today());
        return List.of(FeedRegistered.of(register.feedId(), register.terms()));
    }

    private static List<FeedEvent> revise(ReviseFeed revise, Feed feed) {
        mustBeRegistered(feed);
        if (feed.retired()) {
            throw new Refusal(FeedRule.FEED_RETIRED, "Register a new data feed: this one is expected no more.");
        }
        String group = feed.terms().studentGroup();
        if (revise.terms().studentGroup() != null
                && !revise.terms().studentGroup().equals(group)) {
            throw new Refusal(
                    FeedRule.FEED_STUDENT_GROUP_IS_FIXED,
                    "studentGroup",
                    "Register another data feed for another student group.");
        }
        FeedTerms terms = revise.terms().ofGroup(group);
        check(terms, revise.periods(), revise.today());
        return terms.equals(feed.terms()) ? List.of() : List.of(FeedRevised.of(revise.feedId(), terms));
    }

    private static List<FeedEvent> retire(RetireFeed retire, Feed feed) {
        mustBeRegistered(feed);
        return feed.retired() ? List.of() : List.of(new FeedRetired(retire.feedId(), retire.reason()));
    }

    private static void mustBeRegistered(Feed feed) {
        if (!feed.isRegistered()) {
            throw new Refusal(FeedRule.FEED_NOT_REGISTERED, "Register it first with POST feeds.");
        }
    }

    private static void check(FeedTerms terms, Map<UUID, PeriodKind> periods, LocalDate today) {
        mustBeWithin("since", terms.since());
        for (int i = 0; i < terms.measureIds().size(); i++) {
            if (!periods.containsKey(terms.measureIds().get(i))) {
                throw new Refusal(
                        FeedRule.FEED_MEASURE_UNKNOWN,
                        "measureIds[%d]".formatted(i),
                        "Define the measure first with POST measures, or leave it out.");
            }
        }
        mustBeNamedOnce("measureIds", terms.measureIds());
        mustBeNamedOnce("siteIds", terms.siteIds());
        for (int i = 0; i < terms.pauses().size(); i++) {
            check("pauses[%d]".formatted(i), terms.pauses().get(i));
        }
        long sites = Math.max(1, terms.siteIds().size());
        long late = terms.measureIds().stream()
                        .mapToLong(measure -> periodsSince(periods.get(measure), terms.since(), today))
                        .sum()
                * sites;
        if (late > MOST_LATE_AT_ONCE) {
            throw new Refusal(
                    FeedRule.FEED_ASKS_FOR_TOO_MUCH_AT_ONCE,
                    "since",
                    "Send a later day, or fewer measures or sites: up to %,d periods have ended since then, and %,d are the most."
                            .formatted(late, MOST_LATE_AT_ONCE));
        }
    }

    private static void check(String field, Pause pause) {
        mustBeWithin(field + ".from", pause.from());
        mustBeWithin(field + ".to", pause.to());
        if (pause.to().isBefore(pause.from())) {
            throw new Refusal(
                    FeedRule.FEED_PAUSE_ENDS_BEFORE_IT_BEGINS,
                    field + ".to",
                    "Send the pause's last day, which is its first day or a later one.");
        }
    }

    private static void mustBeWithin(String field, LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw new Refusal(FeedRule.FEED_DAY_OUT_OF_RANGE, field, "Send a day of the years 1900 to 2199.");
        }
    }

    private static void mustBeNamedOnce(String field, List<?> named) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            if (!seen.add(named.get(i))) {
                throw new Refusal(
                        FeedRule.FEED_NAMES_IT_TWICE, "%s[%d]".formatted(field, i), "Name each of them once.");
            }
        }
    }

    private static long periodsSince(PeriodKind kind, LocalDate since, LocalDate today) {
        long days = Math.max(0, ChronoUnit.DAYS.between(since, today));
        return days
                / switch (kind) {
                    case DAY -> 1;
                    case WEEK -> 7;
                    case MONTH -> 30;
                    case TERM -> 91;
                    case SCHOOL_YEAR -> 365;
                };
    }

    @Override
    public Feed evolve(Feed feed, FeedEvent event) {
        return switch (event) {
            case FeedRegistered registered -> new Feed(registered.toTerms(), false);
            case FeedRevised revised -> new Feed(revised.toTerms(), feed.retired());
            case FeedRetired retired -> new Feed(feed.terms(), true);
        };
    }
}
