package org.inpractice.stream;

/**
 * How far a sequence is applied.
 *
 * @param applied the last sequence number applied
 * @param parked {@link #POISON}, {@link #GAP}, or null when it goes on
 */
record InboxCursor(InboxKey key, long applied, String parked) {
    /** An event could not be applied; only a release goes on. */
    static final String POISON = "poison";

    /** An event is missing; its arrival goes on. */
    static final String GAP = "gap";
}
