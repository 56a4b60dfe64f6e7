package org.inpractice.cycles.hindsight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.inpractice.cycles.cycle.CycleRecord;
import org.inpractice.cycles.cycle.CycleTable.Row;
import org.inpractice.cycles.cycle.Cycles;
import org.inpractice.cycles.feedback.KnownData;
import org.inpractice.cycles.feedback.KnownFeedback;
import org.inpractice.cycles.feedback.SaidVerdict;
import org.inpractice.cycles.feedback.Verdicts;
import org.inpractice.cycles.hindsight.DecisionInHindsight.Completeness;

/**
 * Reads decisions and what is known of them.
 *
 * @param asOf what counts as today; null for now
 */
record HindsightReading(Connection connection, String districtId, Instant asOf) {
    /** The standing of each of some decided cycles, in their order. */
    List<Hindsight> standings(List<Row> decided) throws SQLException {
        Map<UUID, SaidVerdict> today = today(decided);
        List<Hindsight> standings = new ArrayList<>();
        for (Row row : decided) {
            standings.add(standing(row.known(), today.get(row.cycleId())));
        }
        return standings;
    }

    private Map<UUID, SaidVerdict> today(List<Row> decided) throws SQLException {
        return Verdicts.of(
                connection, districtId, decided.stream().map(Row::cycleId).toList(), asOf);
    }

    private static Hindsight standing(CycleRecord cycle, SaidVerdict today) {
        KnownFeedback then = cycle.decision().known();
        return Hindsight.of(
                decision(cycle), then == null ? null : then.verdict(), today == null ? null : today.verdict());
    }

    private static String decision(CycleRecord cycle) {
        return cycle.decision().decision().name().toLowerCase(Locale.ROOT);
    }

    /** Each of some decided cycles in full. */
    List<DecisionInHindsight> inFull(List<Row> decided) throws SQLException {
        Map<UUID, SaidVerdict> today = today(decided);
        List<DecisionInHindsight> full = new ArrayList<>();
        for (Row row : decided) {
            full.add(inFull(row.known(), today.get(row.cycleId())));
        }
        return full;
    }

    private DecisionInHindsight inFull(CycleRecord cycle, SaidVerdict today) throws SQLException {
        Hindsight standing = standing(cycle, today);
        KnownFeedback then = cycle.decision().known();
        List<KnownData> since = Cycles.knowledge(districtId, cycle.plan(), cycle.startedOn())
                .sinceThen(connection, asOf, cycle.decision().decidedOn());
        return new DecisionInHindsight(
                cycle.plan().cycleId(),
                cycle.plan().changeIdea(),
                cycle.plan().aimId(),
                cycle.plan().teamId(),
                cycle.plan().owner(),
                decision(cycle),
                cycle.decision().rationale(),
                cycle.decision().decidedOn(),
                standing.standing(),
                standing.why(),
                then,
                today,
                since,
                since.stream().map(data -> completeness(then, data)).toList());
    }

    static Completeness completeness(KnownFeedback then, KnownData today) {
        KnownData known = then == null ? null : then.of(today.measureId()).orElse(null);
        return new Completeness(
                today.measureId(),
                today.name(),
                today.expectedSince(),
                known == null ? null : known.pointsSince(),
                today.pointsSince(),
                known == null ? null : share(known.pointsSince(), today.expectedSince()),
                share(today.pointsSince(), today.expectedSince()),
                known == null ? null : known.daysBehind(),
                known == null ? null : known.daysToArrive(),
                known == null ? null : known.change(),
                today.change(),
                known == null ? null : !same(known.change(), today.change()));
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private static BigDecimal share(int part, int whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 3, RoundingMode.HALF_UP);
    }
}
