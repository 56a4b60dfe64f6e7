package org.inpractice.learning.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.inpractice.learning.digest.Digest.Item;
import org.inpractice.learning.digest.Digest.Section;
import org.inpractice.learning.history.HistoryEntry;
import org.inpractice.learning.history.HistoryPeriod;
import org.inpractice.learning.history.HistoryPosition;
import org.inpractice.learning.history.HistorySequence;
import org.inpractice.learning.history.OpenedEntries;
import org.inpractice.stream.EventJson;

/** Makes a digest from the events of a period, on one connection. */
final class DigestReading {
    /** Items a section tells. Our choice: more than anybody reads, less than would make a page slow. */
    static final int MOST_ITEMS = 200;

    /** Events that what is overdue or late is told from: beyond any district's reviews, and what one answer may cost. */
    private static final int MOST_EVENTS = 10_000;

    private static final List<String> NAMING = List.of(
            "improvement.cycle.planned.v1",
            "improvement.cycle.plan-revised.v1",
            "improvement.cycle.started.v1",
            "improvement.measure.defined.v1",
            "improvement.measure.revised.v1",
            "improvement.barrier.raised.v1",
            "improvement.prompt.opened.v1",
            "improvement.failure.reported.v1",
            "improvement.failure.reviewed.v1");
    private static final List<String> NAMING_SITES =
            List.of("improvement.site.registered.v1", "improvement.site.revised.v1");

    private final Connection connection;
    private final String districtId;
    private final DigestPeriod period;
    private final HistoryPeriod history;

    DigestReading(Connection connection, OpenedEntries opened, String districtId, DigestPeriod period) {
        this.connection = connection;
        this.districtId = districtId;
        this.period = period;
        this.history = new HistoryPeriod(connection, opened, districtId, period.begin(), period.end(), period.asOf());
    }

    Digest digest() throws SQLException {
        HistoryPosition complete = new HistorySequence(connection, districtId).complete();
        Map<String, Long> byType = history.counts();
        long all = byType.values().stream().mapToLong(Long::longValue).sum();
        Map<Kind, List<HistoryEntry>> told = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            told.put(kind, counted(byType, kind) == 0 ? List.of() : history.ofTypes(kind.types(), MOST_ITEMS));
        }
        List<HistoryEntry> late = history.ofTypes(List.of(LateData.LATE), MOST_EVENTS);
        Names names = names(told.values(), late);
        List<Section> sections = new ArrayList<>();
        told.forEach((kind, entries) -> sections.add(new Section(
                kind.key(),
                kind.title(),
                counted(byType, kind),
                entries.stream().map(entry -> item(names, entry)).toList())));
        sections.add(new OverdueActions(period).section(history.untilEnd(OverdueActions.TYPES, MOST_EVENTS)));
        sections.add(new LateData(period, names).section(late, history.had(aggregates(late), LateData.CAUGHT_UP)));
        Kind.allTypes().forEach(byType::remove);
        LateData.TYPES.forEach(byType::remove);
        String zone = period.zone().getId();
        return new Digest(
                districtId,
                period.from(),
                period.to(),
                zone,
                period.asOf(),
                complete.sequences(),
                all,
                sections,
                new TreeMap<>(byType));
    }

    private static long counted(Map<String, Long> byType, Kind kind) {
        return kind.types().stream()
                .mapToLong(type -> byType.getOrDefault(type, 0L))
                .sum();
    }

    private Names names(Iterable<List<HistoryEntry>> told, List<HistoryEntry> late) throws SQLException {
        Set<UUID> mentioned = new HashSet<>();
        told.forEach(entries -> entries.forEach(entry -> mention(mentioned, entry)));
        late.forEach(entry -> mention(mentioned, entry));
        Names names = new Names();
        if (!mentioned.isEmpty()) {
            history.about(mentioned, NAMING).forEach(entry -> learn(names, entry));
            history.untilEnd(NAMING_SITES, MOST_EVENTS).forEach(entry -> learn(names, entry));
        }
        return names;
    }

    private static void learn(Names names, HistoryEntry naming) {
        names.learn(naming.type(), naming.aggregateId(), data(naming));
    }

    private static void mention(Set<UUID> mentioned, HistoryEntry entry) {
        mentioned.add(entry.aggregateId());
        JsonNode data = data(entry);
        for (String id : List.of("cycleId", "measureId", "failureId")) {
            try {
                if (data.hasNonNull(id)) {
                    mentioned.add(UUID.fromString(data.path(id).asText()));
                }
            } catch (IllegalArgumentException e) {
                // Not an id of ours: it has no name either.
            }
        }
    }

    private static Set<UUID> aggregates(List<HistoryEntry> entries) {
        return entries.stream().map(HistoryEntry::aggregateId).collect(Collectors.toSet());
    }

    private Item item(Names names, HistoryEntry entry) {
        Telling telling = new Telling(names, data(entry));
        String what = telling.what(entry.type());
        return new Item(
                period.dayOf(entry.occurredAt()),
                what,
                telling.facts(),
                entry.aggregateType() + "/" + entry.aggregateId(),
                entry.eventId());
    }

    /** The event's data; what is no object tells nothing. */
    static JsonNode data(HistoryEntry entry) {
        try {
            return EventJson.mapper().readTree(entry.data());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
