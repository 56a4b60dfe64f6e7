package org.inpractice.cycles;

import java.time.Instant;
import java.util.UUID;

/**
 * An aggregate as it was known at some time.
 *
 * @param version its version then, the {@code ETag} while it is the present one
 * @param firstSeq the number of its first event in the district: the order of lists
 * @param changedAt when the service learned of this version
 * @param state how it stood
 * @param <S> state
 */
public record Known<S>(UUID id, long version, long firstSeq, Instant changedAt, S state) {}
