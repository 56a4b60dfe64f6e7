package org.inpractice.stack;

import java.util.List;

/** The topics of the three services. */
public final class Topics {
    public static final String CYCLES = "improvement.cycles.v1";
    public static final String MEASURES = "improvement.measures.v1";
    public static final String LEARNING = "improvement.learning.v1";
    public static final List<String> ALL = List.of(CYCLES, MEASURES, LEARNING);

    private Topics() {}
}
