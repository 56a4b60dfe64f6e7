package org.inpractice.cycles.leadership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.LongText;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.ShortText;
import org.inpractice.cycles.barrier.BarrierKind;
import org.inpractice.cycles.barrier.BarrierTerms;
import org.inpractice.cycles.barrier.Barriers.ReviewStep;
import org.inpractice.cycles.barrier.Barriers.ReviewStep.Kind;
import org.inpractice.stream.DistrictStream;

/** What a review does about barriers, as a request; done in this order, on the day of the review. */
@Schema(name = "ReviewBarrierSteps")
record BarrierSteps(
        @Size(max = 50, message = MANY) List<@NotNull(message = EMPTY) @Valid Raised> raised,
        @Size(max = 50, message = MANY) List<@NotNull(message = EMPTY) @Valid Owned> owned,
        @Size(max = 50, message = MANY) List<@NotNull(message = EMPTY) @Valid Escalated> escalated,
        @Size(max = 50, message = MANY) List<@NotNull(message = EMPTY) @Valid Removed> removed,
        @Size(max = 50, message = MANY) List<@NotNull(message = EMPTY) @Valid Accepted> accepted) {
    private static final String MANY = "Name at most 50 of them.";
    private static final String EMPTY = "Leave out empty entries.";
    private static final String WHICH = "Name the barrier by its id.";

    /** A new barrier, raised by the review. */
    @Schema(name = "ReviewBarrierRaised")
    record Raised(
            @NotNull(message = "Say what stands in the way.") @LongText
            String what,

            @NotNull(message = "Say of which kind it is.") BarrierKind kind,
            @ShortText String kindInWords,

            @Size(max = 100, message = "Name at most 100 aims.")
            List<@NotNull(message = EMPTY) UUID> aimIds,

            @Size(max = 100, message = "Name at most 100 cycles.")
            List<@NotNull(message = EMPTY) UUID> cycleIds,

            @ShortText String raisedBy) {}

    /** Somebody takes one on. */
    @Schema(name = "ReviewBarrierOwned")
    record Owned(
            @NotNull(message = WHICH) UUID barrierId,

            @NotNull(message = "Name who removes it.") @ShortText
            String owner,

            @NotNull(message = "Say until when.") @CalendarDay
            LocalDate until) {}

    /** One is passed on. */
    @Schema(name = "ReviewBarrierEscalated")
    record Escalated(
            @NotNull(message = WHICH) UUID barrierId,

            @NotNull(message = "Name to whom it is passed on.") @ShortText
            String to,

            @NotNull(message = "Say why its owner cannot remove it alone.") @LongText
            String why) {}

    /** One is gone. */
    @Schema(name = "ReviewBarrierRemoved")
    record Removed(
            @NotNull(message = WHICH) UUID barrierId,

            @NotNull(message = "Say how it was removed.") @LongText
            String how) {}

    /** One stays. */
    @Schema(name = "ReviewBarrierAccepted")
    record Accepted(
            @NotNull(message = WHICH) UUID barrierId,

            @NotNull(message = "Say why it stays.") @LongText
            String why) {}

    /** The same, ready to be done; a new barrier gets its id here, once for all attempts. */
    List<ReviewStep> steps(String actor) {
        List<ReviewStep> steps = new ArrayList<>();
        each(
                raised,
                (one, i) -> steps.add(new ReviewStep(
                        Kind.RAISE,
                        field("raised", i),
                        DistrictStream.newId(),
                        new BarrierTerms(one.what(), one.kind(), one.kindInWords(), one.aimIds(), one.cycleIds()),
                        one.raisedBy() == null ? actor : Person.written(one.raisedBy()),
                        null,
                        null)));
        each(
                owned,
                (one, i) -> steps.add(new ReviewStep(
                        Kind.OWN,
                        field("owned", i),
                        one.barrierId(),
                        null,
                        Person.written(one.owner()),
                        one.until(),
                        null)));
        each(
                escalated,
                (one, i) -> steps.add(new ReviewStep(
                        Kind.ESCALATE,
                        field("escalated", i),
                        one.barrierId(),
                        null,
                        Person.written(one.to()),
                        null,
                        one.why())));
        each(
                removed,
                (one, i) -> steps.add(new ReviewStep(
                        Kind.REMOVE, field("removed", i), one.barrierId(), null, null, null, one.how())));
        each(
                accepted,
                (one, i) -> steps.add(new ReviewStep(
                        Kind.ACCEPT, field("accepted", i), one.barrierId(), null, null, null, one.why())));
        return steps;
    }

    /** The ids that the review's own event tells. */
    static ReviewedBarriers ids(List<ReviewStep> steps) {
        return new ReviewedBarriers(
                ids(steps, Kind.RAISE),
                ids(steps, Kind.OWN),
                ids(steps, Kind.ESCALATE),
                ids(steps, Kind.REMOVE),
                ids(steps, Kind.ACCEPT));
    }

    private static List<UUID> ids(List<ReviewStep> steps, Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .map(ReviewStep::barrierId)
                .toList();
    }

    private static String field(String list, int position) {
        return "barriers.%s[%d]".formatted(list, position);
    }

    private static <T> void each(List<T> list, ObjIntConsumer<T> action) {
        for (int i = 0; list != null && i < list.size(); i++) {
            action.accept(list.get(i), i);
        }
    }
}
