package org.inpractice.measurement.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dimensions student groups belong to: the groups of one add up to {@code all}. The codes are those of California's
 * chronic absenteeism file (CDE, "File Structure: Chronic Absenteeism Data", reporting categories). A group of none of
 * them is a dimension of its own: those in it, and everybody else.
 */
public final class Dimensions {
    /** The group that is the total of every dimension. */
    public static final String ALL = "all";

    private static final Map<String, List<String>> BUILT_IN = builtIn();

    private Dimensions() {}

    private static Map<String, List<String>> builtIn() {
        Map<String, List<String>> dimensions = new LinkedHashMap<>();
        dimensions.put("race", List.of("RB", "RI", "RA", "RF", "RH", "RD", "RP", "RT", "RW"));
        dimensions.put("gender", List.of("GM", "GF", "GX", "GZ"));
        // GRK8 and GRTK8 are sums over others of their file, so each stands alone.
        dimensions.put("grade_span", List.of("GRTKKN", "GRTK", "GRK", "GRKN", "GR13", "GR46", "GR78", "GR912", "GRUG"));
        return dimensions;
    }

    /** The dimension of a group; its own name when it belongs to none. */
    public static String of(String group) {
        return BUILT_IN.entrySet().stream()
                .filter(dimension -> dimension.getValue().contains(group))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(group);
    }
}
