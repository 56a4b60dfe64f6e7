package org.inpractice.measurement.controlchart;

import java.util.List;
import org.inpractice.measurement.chart.Chart;

/**
 * The part of a chart that is shown. Indices, centre, limits and runs stay those of the whole series: to look at a part of it
 * does not change what is known.
 *
 * @param first index of the first point shown
 * @param last index of the last one
 */
record ChartWindow(int first, int last) {
    Chart of(Chart chart) {
        if (chart == null
                || chart.points().isEmpty()
                || (first <= 1 && last >= chart.points().size())) {
            return chart;
        }
        boolean toTheEnd = last >= chart.points().size();
        return new Chart(
                chart.type(),
                chart.title(),
                chart.unit(),
                chart.direction(),
                chart.target(),
                chart.rules(),
                chart.limitFactor(),
                chart.screening(),
                chart.centreLine(),
                chart.points().stream().filter(point -> shows(point.index())).toList(),
                chart.phases().stream()
                        .filter(phase -> phase.to() >= first && phase.from() <= last)
                        .toList(),
                chart.signals().stream()
                        .filter(signal -> shows(signal.points()))
                        .toList(),
                // The icons tell of the last point and the latest limits.
                toTheEnd ? chart.icons() : null,
                of(chart.companion()));
    }

    private boolean shows(int index) {
        return index >= first && index <= last;
    }

    private boolean shows(List<Integer> points) {
        return points.stream().anyMatch(this::shows);
    }
}
