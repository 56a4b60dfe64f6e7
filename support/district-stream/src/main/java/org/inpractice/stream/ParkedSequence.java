package org.inpractice.stream;

import java.time.Instant;

/**
 * A source's events of one district that stand still.
 *
 * @param consumer the read model that does not get them
 * @param source the service they come from
 * @param districtId the district
 * @param appliedSeq the last one applied
 * @param parked {@code poison}: an event cannot be applied; {@code gap}: one is missing
 * @param reason what went wrong; never a value of an event
 * @param parkedAt since when
 * @param held how many events wait, the parked one among them
 */
public record ParkedSequence(
        String consumer,
        String source,
        String districtId,
        long appliedSeq,
        String parked,
        String reason,
        Instant parkedAt,
        long held) {}
