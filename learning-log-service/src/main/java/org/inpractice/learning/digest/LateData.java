package org.inpractice.learning.digest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.inpractice.learning.digest.Digest.Fact;
import org.inpractice.learning.digest.Digest.Item;
import org.inpractice.learning.digest.Digest.Section;
import org.inpractice.learning.history.HistoryEntry;

/** Data that became late in a period, by measure and period of the data: of a hundred sites that is one line. */
final class LateData {
    static final String LATE = "improvement.feed.late.v1";
    static final String CAUGHT_UP = "improvement.feed.caught-up.v1";
    static final List<String> TYPES = List.of(LATE, CAUGHT_UP);

    private static final int NAMED_SITES = 5;

    private final DigestPeriod period;
    private final Names names;

    LateData(DigestPeriod period, Names names) {
        this.period = period;
        this.names = names;
    }

    private record Lateness(String measureId, String period) {}

    /**
     * The section.
     *
     * @param late events of this period
     * @param caughtUp which deliveries had arrived by its end
     */
    Section section(List<HistoryEntry> late, Set<UUID> caughtUp) {
        Map<Lateness, List<HistoryEntry>> groups = new LinkedHashMap<>();
        for (HistoryEntry event : late) {
            JsonNode data = DigestReading.data(event);
            groups.computeIfAbsent(
                            new Lateness(
                                    data.path("measureId").asText(),
                                    data.path("period").asText()),
                            key -> new ArrayList<>())
                    .add(event);
        }
        return new Section(
                "data_late",
                "Data that came late",
                groups.size(),
                groups.values().stream()
                        .limit(DigestReading.MOST_ITEMS)
                        .map(group -> item(group, caughtUp))
                        .toList());
    }

    private Item item(List<HistoryEntry> group, Set<UUID> caughtUp) {
        HistoryEntry first = group.getFirst();
        JsonNode data = DigestReading.data(first);
        List<HistoryEntry> missing = group.stream()
                .filter(event -> !caughtUp.contains(event.aggregateId()))
                .toList();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Due", data.path("dueOn").asText()));
        facts.add(new Fact("Late", places(group.size())));
        facts.add(new Fact(
                "Still missing at the end",
                missing.isEmpty() ? "none" : places(missing.size()) + ": " + sites(missing)));
        return new Item(
                period.dayOf(first.occurredAt()),
                names.of(data.path("measureId"), "A measure that has not arrived here") + ", "
                        + data.path("period").asText(),
                facts,
                first.aggregateType() + "/" + first.aggregateId(),
                first.eventId());
    }

    private String sites(List<HistoryEntry> missing) {
        List<String> sites = missing.stream()
                .map(event -> names.site(DigestReading.data(event).path("siteId")))
                .distinct()
                .sorted()
                .toList();
        return String.join(", ", sites.subList(0, Math.min(NAMED_SITES, sites.size())))
                + (sites.size() > NAMED_SITES ? " and " + (sites.size() - NAMED_SITES) + " more" : "");
    }

    private static String places(int count) {
        return count == 1 ? "1 place" : count + " places";
    }
}
