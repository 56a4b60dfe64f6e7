package org.inpractice.learning.failure;

import java.time.Instant;
import java.util.UUID;

/**
 * Which failures; null lets all pass.
 *
 * @param factorKey a code, or the fingerprint of words
 * @param from happened at or after
 * @param to happened before
 * @param asOf as they were known at this instant; null for now
 */
record FailureFilter(
        FailureKind kind,
        FailureState state,
        String siteId,
        UUID cycleId,
        UUID aimId,
        UUID measureId,
        String factorKey,
        Instant from,
        Instant to,
        Instant asOf) {}
