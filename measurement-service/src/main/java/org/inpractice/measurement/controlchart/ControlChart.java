package org.inpractice.measurement.controlchart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A chart as people ordered it.
 *
 * @param phases in the order of time; the first is always there and has no id
 */
record ControlChart(List<OrderedPhase> phases) {
    static final ControlChart UNTOUCHED = new ControlChart(List.of(new OrderedPhase(null, LocalDate.MIN, null, null)));

    /**
     * A phase.
     *
     * @param phaseId null for the first
     * @param firstDay {@link LocalDate#MIN} for the first
     * @param name may be null
     * @param baseline null when limits come from all its points
     */
    record OrderedPhase(UUID phaseId, LocalDate firstDay, String name, Baseline baseline) {
        OrderedPhase with(Baseline other) {
            return new OrderedPhase(phaseId, firstDay, name, other);
        }
    }

    /**
     * Where limits come from.
     *
     * @param firstDay of its first period
     * @param lastStart first day of its last period
     */
    record Baseline(UUID baselineId, LocalDate firstDay, LocalDate lastStart, boolean trial) {}

    /** The phase a day belongs to. */
    OrderedPhase phaseOn(LocalDate day) {
        return phases.reversed().stream()
                .filter(phase -> !phase.firstDay().isAfter(day))
                .findFirst()
                .orElseThrow();
    }

    /** The phase of an id; empty when there is none. */
    Optional<OrderedPhase> phase(UUID phaseId) {
        return phases.stream()
                .filter(phase -> Objects.equals(phase.phaseId(), phaseId))
                .findFirst();
    }

    boolean hasBaseline(UUID baselineId) {
        return phases.stream()
                .anyMatch(phase -> phase.baseline() != null
                        && phase.baseline().baselineId().equals(baselineId));
    }

    ControlChart with(OrderedPhase phase) {
        List<OrderedPhase> all = new ArrayList<>(phases);
        all.add(phase);
        all.sort(Comparator.comparing(OrderedPhase::firstDay));
        return new ControlChart(List.copyOf(all));
    }

    ControlChart without(UUID phaseId) {
        return new ControlChart(phases.stream()
                .filter(phase -> !Objects.equals(phase.phaseId(), phaseId))
                .toList());
    }

    ControlChart changed(UnaryOperator<OrderedPhase> change) {
        return new ControlChart(phases.stream().map(change).toList());
    }
}
