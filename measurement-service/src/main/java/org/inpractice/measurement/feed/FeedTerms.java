package org.inpractice.measurement.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What was agreed of a data feed.
 *
 * @param supplier who delivers
 * @param contact whom to ask at the supplier; null when nobody said
 * @param owner who answers for the feed in the district
 * @param measureIds what is delivered, each as often as the measure's period says
 * @param siteIds for which sites; empty for all sites of which the measure has been told
 * @param studentGroup whose observation tells that a period has arrived
 * @param graceDays days after a period's end on which it may still arrive
 * @param since periods that start on this day or later are expected
 * @param pauses when nothing is due
 */
public record FeedTerms(
        String name,
        String supplier,
        String contact,
        String owner,
        List<UUID> measureIds,
        List<String> siteIds,
        String studentGroup,
        int graceDays,
        LocalDate since,
        List<Pause> pauses) {
    /** Copies the lists. */
    public FeedTerms {
        measureIds = List.copyOf(measureIds);
        siteIds = List.copyOf(siteIds);
        pauses = List.copyOf(pauses);
    }

    FeedTerms ofGroup(String group) {
        return new FeedTerms(name, supplier, contact, owner, measureIds, siteIds, group, graceDays, since, pauses);
    }

    /** Whether it delivers a measure for a site, named or left open. */
    boolean delivers(UUID measureId, String siteId) {
        return measureIds.contains(measureId) && (siteIds.isEmpty() || siteIds.contains(siteId));
    }

    /** Whether these terms lead to other due dates than some others. */
    boolean expectsOtherwise(FeedTerms before) {
        return !measureIds.equals(before.measureIds)
                || !siteIds.equals(before.siteIds)
                || graceDays != before.graceDays
                || !since.equals(before.since)
                || !pauses.equals(before.pauses);
    }
}
