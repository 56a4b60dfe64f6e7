package org.inpractice.cycles.aim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What happens to an aim. */
public sealed interface AimEvent {
    /** A team agreed on what it wants to achieve. Its JSON is the aim's. */
    @EventType(name = "improvement.aim.set")
    record AimSet(@JsonValue AgreedAim aim) implements AimEvent {
        /** Its JSON is the aim's. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public AimSet {}
    }

    /** It was put differently; all of it, as it is from now on. Its JSON is the aim's. */
    @EventType(name = "improvement.aim.revised")
    record AimRevised(@JsonValue AgreedAim aim) implements AimEvent {
        /** Its JSON is the aim's. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public AimRevised {}
    }

    /** Nobody pursues it any more. */
    @EventType(name = "improvement.aim.retired")
    record AimRetired(UUID aimId, LocalDate retiredOn, String reason) implements AimEvent {}

    /** It is pursued as a part of another one; what was done for it was done for that one. */
    @EventType(name = "improvement.aim.merged")
    record AimMerged(UUID aimId, UUID intoAimId, LocalDate mergedOn, String reason) implements AimEvent {}
}
