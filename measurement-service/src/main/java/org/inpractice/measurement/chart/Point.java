package org.inpractice.measurement.chart;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A point of a chart. What there is no number for is null, and absent in JSON.
 *
 * @param index its place in the series, from 1
 * @param label what stands on the axis, usually the period
 * @param value what is plotted; null when missing or suppressed
 * @param numerator of a proportion or rate
 * @param denominator of a proportion or rate
 * @param size how many values a subgroup has
 * @param centre the centre line here
 * @param lower the lower limit here; null on a run chart, or when nothing tells it
 * @param upper the upper limit here; null on a run chart, or when nothing tells it
 * @param phase the number of its phase, from 1
 * @param side on which side of the centre; null without a value or a centre
 * @param useful whether it counts for runs: it has a value, is not excluded, and does not lie on the centre
 * @param outside whether it lies strictly outside its limits
 * @param inBaseline whether centre and limits of its phase were computed from it
 * @param excluded whether it was left out of centre, limits and runs; it is still judged against the limits
 * @param astronomical whether a person marked it as obviously different
 * @param annotation what a person wrote beside it
 * @param variation what Making Data Count says of it; null under other rules, and without a value
 * @param variationRule the first of its rules that fired here; null with common cause
 * @param variationWay which way that points
 */
@Schema(name = "ChartPoint")
public record Point(
        int index,
        @Schema(examples = "2025-09") String label,
        PointStatus status,
        Double value,
        Double numerator,
        Double denominator,
        Integer size,
        Double centre,
        Double lower,
        Double upper,
        int phase,
        Side side,
        boolean useful,
        boolean outside,
        boolean inBaseline,
        boolean excluded,
        boolean astronomical,
        String annotation,
        Variation variation,
        SignalRule variationRule,
        Way variationWay) {}
