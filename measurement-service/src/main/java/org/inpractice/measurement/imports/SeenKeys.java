package org.inpractice.measurement.imports;

import org.inpractice.measurement.observation.ObservationRequest;

/**
 * Which observations an upload has told of: 16 to 32 bytes each, so that a million rows need some tens of megabytes. Kept as
 * 64-bit hashes; that two of a million keys share one has a chance of one in thirty million.
 */
final class SeenKeys {
    private long[] slots = new long[1 << 10];
    private int size;

    /** Remembers the key of a row; false when the upload has told of it before. */
    boolean add(String districtId, ObservationRequest row) {
        long hash = 0x9E3779B97F4A7C15L;
        hash = mixed(hash, districtId);
        hash = mixed(hash, row.siteId());
        hash = mixed(hash, row.studentGroup() == null ? "all" : row.studentGroup());
        hash = mixed(hash, row.period());
        if (row.measureId() != null) {
            hash = mixed(hash ^ row.measureId().getMostSignificantBits());
            hash = mixed(hash ^ row.measureId().getLeastSignificantBits());
        }
        return add(hash == 0 ? 1 : hash);
    }

    private boolean add(long hash) {
        if (size * 2 >= slots.length) {
            grow();
        }
        int slot = free(slots, hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != 0) {
                larger[free(larger, hash)] = hash;
            }
        }
        slots = larger;
    }

    /** The place of a hash, or the first free one after where it belongs. */
    private static int free(long[] slots, long hash) {
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static long mixed(long hash, String text) {
        long mixed = hash;
        if (text != null) {
            for (int i = 0; i < text.length(); i++) {
                mixed = (mixed ^ text.charAt(i)) * 0x100000001B3L;
            }
        }
        return mixed(mixed);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every bit depends on every other. */
    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
