package org.inpractice.learning.prompt;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.inpractice.learning.followed.FollowedMeasure;
import org.inpractice.learning.followed.FollowedObservations.Point;
import org.inpractice.learning.guard.GuardSide;
import org.inpractice.learning.guard.KnownGuard;
import org.inpractice.learning.guard.KnownGuard.Closeness;
import org.inpractice.learning.prompt.PromptCommand.OfData;
import org.inpractice.learning.prompt.PromptCommand.SeeCause;
import org.inpractice.learning.prompt.PromptCommand.SeeCauseEnd;
import org.inpractice.learning.prompt.PromptCommand.Subject;
import org.inpractice.learning.prompt.PromptEvent.Evidence;

/**
 * When a balancing measure comes close to its guard, or crosses it. Pure.
 *
 * <p>A number opens a prompt when it is nearer to the guard than that of the period before: a measure that stays beyond its
 * guard for months is one cause, and coming back and crossing again another. When the number is corrected away, the prompt
 * says that its cause no longer holds.
 */
final class GuardCauses {
    private final String districtId;
    private final KnownGuard guard;
    private final FollowedMeasure measure;

    private GuardCauses(String districtId, KnownGuard guard, FollowedMeasure measure) {
        this.districtId = districtId;
        this.guard = guard;
        this.measure = measure;
    }

    /**
     * What a measure's data points say of a guard.
     *
     * @param points of the guarded cycle, each site's in the order of time
     * @param isNew those that have not been looked at; the one after a new one is looked at again
     */
    static List<OfData> of(
            String districtId, KnownGuard guard, FollowedMeasure measure, List<Point> points, Predicate<Point> isNew) {
        GuardCauses causes = new GuardCauses(districtId, guard, measure);
        List<OfData> commands = new ArrayList<>();
        Point before = null;
        boolean movedBefore = false;
        for (Point point : points) {
            if (before != null && !before.siteId().equals(point.siteId())) {
                before = null;
                movedBefore = false;
            }
            boolean looked = isNew.test(point) || movedBefore;
            if (looked) {
                commands.addAll(causes.look(before, point));
            }
            if (point.value() == null) {
                movedBefore = looked;
            } else {
                before = point;
                movedBefore = isNew.test(point);
            }
        }
        return commands;
    }

    private List<OfData> look(Point before, Point point) {
        Closeness closeness = closeness(point);
        List<OfData> commands = new ArrayList<>();
        if (closeness != Closeness.CLEAR && closeness.compareTo(closeness(before)) > 0) {
            commands.add(new SeeCause(
                    promptId(point, closeness), subject(point, closeness), evidence(point, sentence(point)), false));
        }
        if (closeness != Closeness.CROSSED) {
            commands.add(gone(point, Closeness.CROSSED));
        }
        if (closeness == Closeness.CLEAR) {
            commands.add(gone(point, Closeness.NEAR));
        }
        return commands;
    }

    private Closeness closeness(Point point) {
        return point == null || point.value() == null ? Closeness.CLEAR : guard.closeness(point.value());
    }

    private UUID promptId(Point point, Closeness closeness) {
        return PromptCommand.idOf(
                districtId, "guard|" + guard.guardId() + '|' + point.observationId() + '|' + closeness);
    }

    private OfData gone(Point point, Closeness closeness) {
        String why = point.value() == null
                ? "The number was withdrawn, or is not shown any more."
                : "The number is now another one, or the guard is. " + sentence(point);
        return new SeeCauseEnd(promptId(point, closeness), why, evidence(point, why));
    }

    private Subject subject(Point point, Closeness closeness) {
        boolean crossed = closeness == Closeness.CROSSED;
        return new Subject(
                crossed ? PromptCause.GUARD_CROSSED : PromptCause.GUARD_NEARLY_CROSSED,
                crossed ? PromptKind.FAILURE : PromptKind.NEAR_FAILURE,
                guard.cycleId(),
                guard.measureId(),
                point.siteId(),
                point.studentGroup(),
                null,
                (crossed ? "A balancing measure crossed its guard. " : "A balancing measure came close to its guard. ")
                        + sentence(point));
    }

    private String sentence(Point point) {
        return "%s was %s %s in %s at site %s; it shall not be %s %s, and within %s of that is near."
                .formatted(
                        measure.name(),
                        point.value()
                                .setScale(Math.min(4, Math.max(0, point.value().scale())), RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString(),
                        measure.unit(),
                        point.period(),
                        point.siteId(),
                        guard.side() == GuardSide.NOT_ABOVE ? "above" : "below",
                        guard.value().toPlainString(),
                        guard.margin().toPlainString());
    }

    private static Evidence evidence(Point point, String seen) {
        return new Evidence(
                point.eventId(), point.source(), point.sequence(), point.wireType(), point.recordedAt(), seen);
    }
}
