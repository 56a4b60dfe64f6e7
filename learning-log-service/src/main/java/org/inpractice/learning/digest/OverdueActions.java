package org.inpractice.learning.digest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inpractice.learning.digest.Digest.Fact;
import org.inpractice.learning.digest.Digest.Item;
import org.inpractice.learning.digest.Digest.Section;
import org.inpractice.learning.history.HistoryEntry;

/** Actions that were due on or before the last day of a period and were not done by its end, the longest overdue first. */
final class OverdueActions {
    private static final String REVIEWED = "improvement.failure.reviewed.v1";
    private static final String REVISED = "improvement.action.revised.v1";
    private static final String COMPLETED = "improvement.action.completed.v1";

    /** What it is told from: all of the past, for an action may have been agreed on long before. */
    static final List<String> TYPES = List.of(REVIEWED, REVISED, COMPLETED);

    private final DigestPeriod period;

    OverdueActions(DigestPeriod period) {
        this.period = period;
    }

    /** An action as the latest event about it has it. */
    private record Agreed(HistoryEntry review, String what, String owner, LocalDate due) {
        Agreed revised(JsonNode data) {
            LocalDate newDue = dueOf(data);
            return new Agreed(
                    review,
                    data.path("what").asText(what),
                    data.path("owner").asText(owner),
                    newDue == null ? due : newDue);
        }
    }

    /**
     * The section.
     *
     * @param events in the order in which they were recorded
     */
    Section section(List<HistoryEntry> events) {
        Map<String, Agreed> open = new LinkedHashMap<>();
        for (HistoryEntry event : events) {
            JsonNode data = DigestReading.data(event);
            String actionId = data.path("actionId").asText();
            switch (event.type()) {
                case REVIEWED ->
                    data.path("actions")
                            .forEach(action -> open.put(action.path("actionId").asText(), agreed(event, action)));
                case REVISED -> open.computeIfPresent(actionId, (id, agreed) -> agreed.revised(data));
                default -> open.remove(actionId);
            }
        }
        List<Item> overdue = open.values().stream()
                .filter(agreed -> agreed.due != null && !agreed.due.isAfter(period.to()))
                .sorted(Comparator.comparing(Agreed::due))
                .map(OverdueActions::item)
                .toList();
        return new Section(
                "actions_overdue",
                "Actions overdue at the end",
                overdue.size(),
                overdue.stream().limit(DigestReading.MOST_ITEMS).toList());
    }

    private static Agreed agreed(HistoryEntry review, JsonNode action) {
        return new Agreed(
                review, action.path("what").asText(""), action.path("owner").asText(""), dueOf(action));
    }

    private static Item item(Agreed agreed) {
        return new Item(
                agreed.due,
                agreed.what,
                agreed.owner.isBlank() ? List.of() : List.of(new Fact("Owner", agreed.owner)),
                agreed.review.aggregateType() + "/" + agreed.review.aggregateId(),
                agreed.review.eventId());
    }

    private static LocalDate dueOf(JsonNode action) {
        try {
            return LocalDate.parse(action.path("due").asText());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
