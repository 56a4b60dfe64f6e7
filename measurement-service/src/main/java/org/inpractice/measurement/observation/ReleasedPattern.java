package org.inpractice.measurement.observation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.inpractice.measurement.disclosure.CellKey;
import org.inpractice.measurement.disclosure.SuppressionPattern;
import org.inpractice.measurement.disclosure.TableCell;
import org.inpractice.measurement.disclosure.Thresholds;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;

/**
 * Which groups of a period may be shown when it is released. Totals have been readable from the first on, so the period is
 * looked at as it stood before each correction too: a group that was small once must not come out of an old total and what
 * is shown now. What one of these looks hides, the later ones hide.
 */
final class ReleasedPattern {
    /** Beyond it, what was corrected is hidden without a further look. */
    private static final int MOST_STATES = 64;

    private final String districtId;
    private final Definition definition;
    private final Thresholds thresholds;
    private final Map<String, Long> withheldFrom;
    private final List<Told> told;
    private final Map<CellKey, Told> present = new TreeMap<>();
    private final Set<CellKey> held = new HashSet<>();
    private int strictest;

    /**
     * A period.
     *
     * @param withheldFrom sites whose total is hidden from an event on
     * @param told all that was ever told of it, in the order of events
     */
    ReleasedPattern(
            String districtId,
            Definition definition,
            Thresholds thresholds,
            Map<String, Long> withheldFrom,
            List<Told> told) {
        this.districtId = districtId;
        this.definition = definition;
        this.thresholds = thresholds;
        this.withheldFrom = withheldFrom;
        this.told = told;
        told.forEach(one -> {
            present.put(one.key(), one);
            strictest = Math.max(strictest, thresholds.strictestSince(one.districtSeq()));
        });
    }

    /** The groups that may be shown, and the event whose version of each. */
    Map<CellKey, Long> shown() {
        List<Told> corrections = told.stream().filter(one -> one.version() > 1).toList();
        if (corrections.size() > MOST_STATES) {
            hold(corrections);
            corrections = List.of();
        }
        Map<CellKey, Told> state = new TreeMap<>();
        for (Told one : told) {
            if (corrections.contains(one)) {
                look(state);
            }
            state.put(one.key(), one);
        }
        look(state);
        Map<CellKey, Long> shown = new HashMap<>();
        present.forEach((key, one) -> {
            if (!key.isTotal() && isNumber(one) && !held.contains(key)) {
                shown.put(key, one.districtSeq());
            }
        });
        return shown;
    }

    /** Hides all groups of the sites, and of the district, that were corrected. */
    private void hold(List<Told> corrections) {
        Set<String> sites = new HashSet<>(Set.of(districtId));
        corrections.forEach(one -> sites.add(one.key().siteId()));
        present.keySet().stream().filter(key -> sites.contains(key.siteId())).forEach(held::add);
    }

    private void look(Map<CellKey, Told> state) {
        List<TableCell> cells = new ArrayList<>();
        Set<CellKey> unseen = new HashSet<>(held);
        for (Told one : state.values()) {
            if (one.status() != null && one.status() != ObservationStatus.NOT_REPORTED) {
                cells.add(cell(one));
                if (!one.key().isTotal() && present.get(one.key()).districtSeq() != one.districtSeq()) {
                    // An earlier version is never shown, whether or not the present one is.
                    unseen.add(one.key());
                }
            }
        }
        Set<CellKey> shown = SuppressionPattern.shown(cells, unseen, districtId, BigDecimal.valueOf(strictest));
        for (TableCell cell : cells) {
            if (cell.hidden() || (!shown.contains(cell.key()) && !unseen.contains(cell.key()))) {
                held.add(cell.key());
            }
        }
    }

    private TableCell cell(Told one) {
        boolean hidden = !isNumber(one)
                || Suppression.hides(definition, one.numbers(), thresholds.strictestSince(one.districtSeq()))
                || (one.key().isTotal()
                        && one.districtSeq()
                                >= withheldFrom.getOrDefault(one.key().siteId(), Long.MAX_VALUE));
        return new TableCell(
                one.key(),
                Suppression.sizes(definition, one.numbers()),
                one.numbers().denominator() == null ? null : one.numbers().amount(),
                hidden);
    }

    private static boolean isNumber(Told one) {
        return one.numbers().amount() != null;
    }
}
