package org.inpractice.stream;

/** One numbered sequence that an inbox follows: a source service's events of a district. Sorted, so locks are too. */
record InboxKey(String source, String districtId) implements Comparable<InboxKey> {
    static InboxKey of(RecordedEvent event) {
        return new InboxKey(event.source(), event.districtId());
    }

    @Override
    public int compareTo(InboxKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : districtId.compareTo(other.districtId);
    }
}
