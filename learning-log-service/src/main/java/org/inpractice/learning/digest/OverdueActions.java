package org.inpractice.learning.digest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inpractice.learning.digest.Digest.Fact;
import org.inpractice.learning.digest.Digest.Item;
import org.inpractice.learning.digest.Digest.Section;
import org.inpractice.learning.history.HistoryEntry;

/** Actions that were due on or before the last day of a period and were not done by its end, the longest overdue first. */
final class OverdueActions {
    private static final String REVIEWED = "improvement.failure.reviewed.v1";
    private static final String COMPLETED = "improvement.action.completed.v1";

    /** What it is told from: all of the past, for an action may have been agreed on long before. */
    static final List<String> TYPES = List.of(REVIEWED, COMPLETED);

    private final DigestPeriod period;

    OverdueActions(DigestPeriod period) {
        this.period = period;
    }

    Section section(List<HistoryEntry> events) {
        Set<String> done = new HashSet<>();
        List<Item> overdue = new ArrayList<>();
        for (HistoryEntry event : events) {
            if (event.type().equals(COMPLETED)) {
                done.add(DigestReading.data(event).path("actionId").asText());
            }
        }
        for (HistoryEntry event : events) {
            if (event.type().equals(REVIEWED)) {
                for (JsonNode action : DigestReading.data(event).path("actions")) {
                    LocalDate due = due(action);
                    if (due != null
                            && !due.isAfter(period.to())
                            && !done.contains(action.path("actionId").asText())) {
                        overdue.add(item(event, action, due));
                    }
                }
            }
        }
        overdue.sort(Comparator.comparing(Item::on));
        return new Section(
                "actions_overdue",
                "Actions overdue at the end",
                overdue.size(),
                overdue.stream().limit(DigestReading.MOST_ITEMS).toList());
    }

    private static Item item(HistoryEntry review, JsonNode action, LocalDate due) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Due", due.toString()));
        String owner = action.path("owner").asText("");
        if (!owner.isBlank()) {
            facts.add(new Fact("Owner", owner));
        }
        return new Item(
                due,
                action.path("what").asText(""),
                facts,
                review.aggregateType() + "/" + review.aggregateId(),
                review.eventId());
    }

    private static LocalDate due(JsonNode action) {
        try {
            return LocalDate.parse(action.path("due").asText());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
