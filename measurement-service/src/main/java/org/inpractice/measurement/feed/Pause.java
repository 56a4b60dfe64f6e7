package org.inpractice.measurement.feed;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Days on which nothing is due, such as a school holiday.
 *
 * @param from first day
 * @param to last day, itself included
 */
@Schema(name = "FeedPause")
public record Pause(
        @Schema(examples = "2025-12-22") LocalDate from,
        @Schema(examples = "2026-01-02") LocalDate to) {
    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
