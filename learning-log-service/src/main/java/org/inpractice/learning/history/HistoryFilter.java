package org.inpractice.learning.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Which part of the history, in which order. Null and empty filters let everything pass.
 *
 * @param types wire types
 * @param prefixes beginnings of wire types
 * @param sources services
 * @param aggregate one aggregate
 * @param actor who caused it
 * @param from {@code occurredAt} at or after
 * @param to {@code occurredAt} before
 * @param asOf {@code recordedAt} at or before: what was known then
 */
public record HistoryFilter(
        List<String> types,
        List<String> prefixes,
        List<String> sources,
        Aggregate aggregate,
        String actor,
        Instant from,
        Instant to,
        Instant asOf,
        Order order) {
    /** All events, oldest first. */
    public static final HistoryFilter EVERYTHING =
            new HistoryFilter(List.of(), List.of(), List.of(), null, null, null, null, null, Order.ASC);

    /** Copies the lists. */
    public HistoryFilter {
        types = List.copyOf(types);
        prefixes = List.copyOf(prefixes);
        sources = List.copyOf(sources);
    }

    boolean byType() {
        return !types.isEmpty() || !prefixes.isEmpty();
    }

    /** Whether an event is of the part that is asked for; the same that the conditions say in SQL. */
    public boolean lets(HistoryEntry event) {
        return (!byType() || types.contains(event.type()) || prefixes.stream().anyMatch(event.type()::startsWith))
                && (sources.isEmpty() || sources.contains(event.source()))
                && (aggregate == null || aggregate.equals(new Aggregate(event.aggregateType(), event.aggregateId())))
                && (actor == null || actor.equals(event.actor()))
                && (from == null || !event.occurredAt().isBefore(from))
                && (to == null || event.occurredAt().isBefore(to))
                && (asOf == null || !event.recordedAt().isAfter(asOf));
    }

    /** All but types and sources, on the row {@code h}. */
    void conditions(Sql sql) {
        if (aggregate != null) {
            sql.add("and h.aggregate_id = ?", aggregate.id());
            sql.add("and h.aggregate_type = ?", aggregate.type());
        }
        if (actor != null) {
            sql.add("and h.actor = ?", actor);
        }
        if (from != null) {
            sql.add("and h.occurred_at >= ?", time(from));
        }
        if (to != null) {
            sql.add("and h.occurred_at < ?", time(to));
        }
        if (asOf != null) {
            sql.add("and h.recorded_at <= ?", time(asOf));
        }
    }

    void typesAndSources(Sql sql, String table) {
        if (byType()) {
            sql.add(
                    "and (%1$s.type = any (?) or exists (select from unnest(?::text[]) as p where starts_with(%1$s.type, p)))"
                            .formatted(table),
                    types.toArray(String[]::new),
                    prefixes.toArray(String[]::new));
        }
        if (!sources.isEmpty()) {
            sql.add("and " + table + ".source = any (?)", (Object) sources.toArray(String[]::new));
        }
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** One aggregate, as {@code type/id} in a request. */
    public record Aggregate(String type, UUID id) {}

    /** By {@code recordedAt}. */
    public enum Order {
        /** Oldest first. */
        ASC(">", "asc"),
        /** Newest first. */
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
