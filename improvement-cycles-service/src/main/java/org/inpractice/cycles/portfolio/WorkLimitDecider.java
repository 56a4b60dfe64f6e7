package org.inpractice.cycles.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.inpractice.cycles.portfolio.WorkLimit.Excess;
import org.inpractice.cycles.portfolio.WorkLimitDecider.Command;
import org.inpractice.cycles.portfolio.WorkLimitEvent.WorkLimitLifted;
import org.inpractice.cycles.portfolio.WorkLimitEvent.WorkLimitOverridden;
import org.inpractice.cycles.portfolio.WorkLimitEvent.WorkLimitSet;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/**
 * The rules of work in progress. Cycles on hold count: what is put aside to begin something else is just what the limit is
 * there to prevent (David J. Anderson, Kanban, 2010: blocked work stays within the limit).
 */
public final class WorkLimitDecider implements Decider<Command, Optional<WorkLimit>, WorkLimitEvent> {
    /** So many are named in a refusal. */
    private static final int NAMED = 10;

    /** What somebody wants with a limit. */
    sealed interface Command {
        /** Say how many at most. */
        record SetLimit(UUID teamId, int atMost, String reason) implements Command {}

        /** Do without it. */
        record LiftLimit(String reason) implements Command {}

        /**
         * Start one more.
         *
         * @param inProgress those in progress before it
         * @param reason why beyond the limit too; null when it shall not be
         */
        record StartOneMore(UUID cycleId, List<Running> inProgress, String reason, String by) implements Command {}
    }

    /** A cycle in progress. */
    record Running(UUID cycleId, String changeIdea) {}

    @Override
    public Optional<WorkLimit> initialState() {
        return Optional.empty();
    }

    @Override
    public List<WorkLimitEvent> decide(Command command, Optional<WorkLimit> limit) {
        Integer atMost = limit.map(WorkLimit::atMost).orElse(null);
        return switch (command) {
            case Command.SetLimit set ->
                atMost != null && atMost == set.atMost()
                        ? List.of()
                        : List.of(new WorkLimitSet(set.teamId(), set.atMost(), set.reason()));
            case Command.LiftLimit lift -> {
                if (atMost == null) {
                    throw new Refusal(
                            WorkLimitRule.WORK_LIMIT_NOT_SET, "Look the limits up in the list: none holds here.");
                }
                yield List.of(new WorkLimitLifted(limit.orElseThrow().teamId(), lift.reason()));
            }
            case Command.StartOneMore start ->
                atMost == null || start.inProgress().size() < atMost ? List.of() : beyond(start, limit.orElseThrow());
        };
    }

    private static List<WorkLimitEvent> beyond(Command.StartOneMore start, WorkLimit limit) {
        if (start.reason() == null) {
            throw new Refusal(
                    WorkLimitRule.WORK_LIMIT_REACHED,
                    "overWorkLimit",
                    ("Study and decide, or cancel, one of those in progress first (%s), or send overWorkLimit with reason"
                                    + " and by: at most %d may be in progress here, because who tries many things at"
                                    + " once finishes and learns from few.")
                            .formatted(named(start.inProgress()), limit.atMost()));
        }
        return List.of(new WorkLimitOverridden(
                limit.teamId(),
                start.cycleId(),
                limit.atMost(),
                start.inProgress().stream().map(Running::cycleId).toList(),
                start.reason(),
                start.by()));
    }

    private static String named(List<Running> running) {
        String names = running.stream()
                .limit(NAMED)
                .map(cycle -> "%s, cycle %s".formatted(shortened(cycle.changeIdea()), cycle.cycleId()))
                .collect(Collectors.joining("; "));
        int more = running.size() - NAMED;
        return more > 0 ? names + "; and " + more + " more" : names;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 80
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 79)) + "…";
    }

    @Override
    public Optional<WorkLimit> evolve(Optional<WorkLimit> limit, WorkLimitEvent event) {
        List<Excess> before = limit.map(WorkLimit::overrides).orElse(List.of());
        return Optional.of(
                switch (event) {
                    case WorkLimitSet set -> new WorkLimit(set.teamId(), set.atMost(), set.reason(), before);
                    case WorkLimitLifted lifted -> new WorkLimit(lifted.teamId(), null, lifted.reason(), before);
                    case WorkLimitOverridden over -> {
                        List<Excess> overrides = new ArrayList<>(before);
                        overrides.add(new Excess(
                                over.cycleId(), over.atMost(), over.inProgress().size(), over.reason(), over.by()));
                        WorkLimit standing = limit.orElseThrow();
                        yield new WorkLimit(standing.teamId(), standing.atMost(), standing.reason(), overrides);
                    }
                });
    }
}
