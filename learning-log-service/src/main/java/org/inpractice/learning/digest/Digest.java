package org.inpractice.learning.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What happened in a district in a period.
 *
 * @param from the first day
 * @param to the last day, itself included
 * @param zone whose days are meant
 * @param asOf what was known then; absent for now
 * @param complete by source: the history had arrived up to this sequence number
 * @param events how many events of the period the history holds
 * @param sections what happened, by kind; those without an item too, so that silence is seen
 * @param counted how many events of each type no section tells of
 */
@Schema(name = "Digest")
public record Digest(
        String districtId,
        LocalDate from,
        LocalDate to,
        @Schema(examples = "America/Los_Angeles") String zone,
        Instant asOf,
        SortedMap<String, Long> complete,
        long events,
        List<Section> sections,
        SortedMap<String, Long> counted) {
    /** Copies the list. */
    public Digest {
        sections = List.copyOf(sections);
    }

    /**
     * One kind of thing.
     *
     * @param key stable, for programs
     * @param title for people
     * @param count how many there are
     * @param items the first of them, at most 200, by the day on which they happened
     */
    @Schema(name = "DigestSection")
    public record Section(@Schema(examples = "decided") String key, String title, long count, List<Item> items) {
        /** Copies the list. */
        public Section {
            items = List.copyOf(items);
        }

        /** How many there are beyond the items. */
        long more() {
            return count - items.size();
        }
    }

    /**
     * One thing that happened.
     *
     * @param on the day, in the digest's zone
     * @param what in one line, as the people concerned wrote it
     * @param facts what else is to be said
     * @param subject kind and id of what it happened to
     * @param eventId the event that tells of it: {@code GET history/{eventId}/why} leads on from here
     */
    @Schema(name = "DigestItem")
    public record Item(LocalDate on, String what, List<Fact> facts, String subject, UUID eventId) {
        /** Copies the list. */
        public Item {
            facts = List.copyOf(facts);
        }
    }

    /** A thing to say, under a name. */
    @Schema(name = "DigestFact")
    public record Fact(@Schema(examples = "Predicted") String name, String text) {}
}
