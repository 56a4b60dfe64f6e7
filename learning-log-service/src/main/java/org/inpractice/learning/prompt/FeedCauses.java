package org.inpractice.learning.prompt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.inpractice.learning.followed.FollowedEvent.FeedCaughtUp;
import org.inpractice.learning.followed.FollowedEvent.FeedLate;
import org.inpractice.learning.followed.FollowedEvent.FeedRetired;
import org.inpractice.learning.followed.Step;
import org.inpractice.learning.prompt.PromptCommand.OfData;
import org.inpractice.learning.prompt.PromptCommand.SeeCause;
import org.inpractice.learning.prompt.PromptCommand.SeeCauseEnd;
import org.inpractice.learning.prompt.PromptCommand.Subject;

/**
 * When a data feed is silent. Pure.
 *
 * <p>A feed that brings three measures of twenty sites and stops is one cause, not sixty: its silence begins with the first
 * delivery that is late and ends when nothing late is missing any more, or nothing is expected. The next silence is another
 * cause.
 */
final class FeedCauses {
    private FeedCauses() {}

    private record Delivery(UUID measureId, String siteId, LocalDate periodStart) {}

    /** What the new ones among the steps of one feed say. */
    static List<OfData> of(String districtId, List<Step> steps, Predicate<Step> isNew) {
        List<OfData> commands = new ArrayList<>();
        Set<Delivery> missing = new HashSet<>();
        UUID silence = null;
        for (Step step : steps) {
            OfData said = null;
            switch (step.event()) {
                case FeedLate late -> {
                    if (missing.isEmpty()) {
                        silence = PromptCommand.idOf(districtId, "feed|" + late.feedId() + '|' + step.eventId());
                        said = silent(silence, step, late);
                    }
                    missing.add(new Delivery(late.measureId(), late.siteId(), late.periodStart()));
                }
                case FeedCaughtUp caughtUp -> {
                    missing.remove(new Delivery(caughtUp.measureId(), caughtUp.siteId(), caughtUp.periodStart()));
                    said = missing.isEmpty() ? end(silence, step, "Everything that was late has arrived.") : null;
                }
                case FeedRetired retired -> {
                    missing.clear();
                    said = end(silence, step, "The data feed is retired; nothing is expected of it.");
                }
                default -> {}
            }
            if (said != null && isNew.test(step)) {
                commands.add(said);
            }
        }
        return commands;
    }

    private static OfData silent(UUID promptId, Step step, FeedLate late) {
        String seen = "Period %s of site %s was due on %s and had not arrived."
                .formatted(late.period(), late.siteId(), late.dueOn());
        Subject subject = new Subject(
                PromptCause.FEED_SILENT,
                PromptKind.FAILURE,
                null,
                late.measureId(),
                late.siteId(),
                null,
                late.feedId(),
                "A data feed is silent. " + seen);
        return new SeeCause(promptId, subject, CycleCauses.evidence(step, seen), false);
    }

    private static OfData end(UUID silence, Step step, String why) {
        return silence == null ? null : new SeeCauseEnd(silence, why, CycleCauses.evidence(step, why));
    }
}
