package org.inpractice.cycles.cycle;

import java.time.LocalDate;
import java.util.UUID;

/** What cycles are put side by side by. */
public enum Grouping {
    /** The team whose cycle it is. */
    TEAM,
    /** The aim it serves. */
    AIM,
    /** Who leads it. */
    OWNER,
    /** The calendar quarter of the decision: a trend. */
    QUARTER,
    /** The school year of the decision, from July 1: a trend. */
    SCHOOL_YEAR;

    private static final int JULY = 7;
    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final int CENTURY = 100;

    /** The group of a cycle; null when it belongs to none. */
    public String of(CycleRecord cycle) {
        return switch (this) {
            case TEAM -> text(cycle.plan().teamId());
            case AIM -> text(cycle.plan().aimId());
            case OWNER -> cycle.plan().owner();
            case QUARTER ->
                cycle.decision() == null ? null : quarter(cycle.decision().decidedOn());
            case SCHOOL_YEAR ->
                cycle.decision() == null ? null : schoolYear(cycle.decision().decidedOn());
        };
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + "-Q" + ((day.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1);
    }

    private static String schoolYear(LocalDate day) {
        int first = day.getMonthValue() >= JULY ? day.getYear() : day.getYear() - 1;
        return "%d-%02d".formatted(first, (first + 1) % CENTURY);
    }
}
