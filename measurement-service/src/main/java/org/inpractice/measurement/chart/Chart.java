package org.inpractice.measurement.chart;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A chart, computed: the numbers a picture is drawn from, and the JSON of the API. What there is no number for is null, and
 * absent in JSON: no number is ever infinite or not a number.
 *
 * @param title what it shows; may be null
 * @param unit of the values; may be null
 * @param target the line to reach; may be null
 * @param rules the rules it was read by
 * @param limitFactor by what moving ranges were multiplied; null where limits do not come from them
 * @param screening whether moving ranges were screened; null where limits do not come from them
 * @param centreLine of a g chart; null elsewhere
 * @param phases at least one when there are points
 * @param icons under making-data-count, else null
 * @param companion the moving ranges beside individual values, the standard deviations beside means; else null
 */
@Schema(name = "Chart")
public record Chart(
        ChartType type,
        String title,
        String unit,
        Direction direction,
        Double target,
        Rules rules,
        LimitFactor limitFactor,
        Screening screening,
        CentreLine centreLine,
        List<Point> points,
        List<Phase> phases,
        List<Signal> signals,
        Icons icons,
        Chart companion) {}
