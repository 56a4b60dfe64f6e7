package org.inpractice.learning.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which part of the history, in which order. Null and empty filters let everything pass.
 *
 * @param types wire types
 * @param prefixes beginnings of wire types
 * @param sources services
 * @param aggregate one aggregate
 * @param from {@code occurredAt} at or after
 * @param to {@code occurredAt} before
 * @param asOf {@code recordedAt} at or before: what was known then
 */
record HistoryFilter(
        List<String> types,
        List<String> prefixes,
        List<String> sources,
        Aggregate aggregate,
        Instant from,
        Instant to,
        Instant asOf,
        Order order) {
    boolean byType() {
        return !types.isEmpty() || !prefixes.isEmpty();
    }

    /** One aggregate, as {@code type/id} in a request. */
    record Aggregate(String type, UUID id) {}

    /** By {@code recordedAt}. */
    enum Order {
        ASC(">", "asc"),
        DESC("<", "desc");

        private final String beyond;
        private final String direction;

        Order(String beyond, String direction) {
            this.beyond = beyond;
            this.direction = direction;
        }

        String beyond() {
            return beyond;
        }

        /** The order of the timeline; source and sequence number break ties. */
        String by(String table) {
            return "%1$s.recorded_at %2$s, %1$s.source %2$s, %1$s.district_seq %2$s".formatted(table, direction);
        }
    }
}
