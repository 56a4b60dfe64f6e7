package org.inpractice.cycles.feedback;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A data point as it was known at an instant.
 *
 * @param use {@code reported}, {@code suppressed} or {@code not_reported}
 * @param number in the measure's unit; null without a number
 * @param sequence of the event that told it, in measurement-service's stream of the district
 * @param arrived when the sender first had the period's number, as it says
 */
public record DataPoint(
        LocalDate start, LocalDate end, String period, String use, Double number, long sequence, Instant arrived) {}
