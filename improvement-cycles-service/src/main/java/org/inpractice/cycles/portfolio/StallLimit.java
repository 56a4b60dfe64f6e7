package org.inpractice.cycles.portfolio;

/** After how many days without an event a cycle counts as stalled. */
public record StallLimit(int days) {
    /** Two weeks, when a district never said: our choice, half of what most leadership cadences are. */
    static final int DEFAULT_DAYS = 14;
}
