package org.inpractice.measurement.chart;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rules a chart was read by.
 *
 * @param id name and version in one, for example {@code anhoej-v1}
 * @param rules in words
 * @param source where they were published
 */
@Schema(name = "ChartRules")
public record Rules(
        RuleSet name,
        int version,
        @Schema(examples = "anhoej-v1") String id,
        String rules,
        String source) {}
