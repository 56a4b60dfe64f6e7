package org.inpractice.measurement.disclosure;

/** Site and student group of a number. */
public record CellKey(String siteId, String group) implements Comparable<CellKey> {
    /** Whether it is a site's total. */
    public boolean isTotal() {
        return group.equals(Dimensions.ALL);
    }

    @Override
    public int compareTo(CellKey other) {
        int bySite = siteId.compareTo(other.siteId);
        return bySite != 0 ? bySite : group.compareTo(other.group);
    }
}
