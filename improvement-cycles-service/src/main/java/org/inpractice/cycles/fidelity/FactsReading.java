package org.inpractice.cycles.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.inpractice.cycles.cycle.CyclePlan;
import org.inpractice.cycles.cycle.CycleRecord;
import org.inpractice.cycles.cycle.CycleRecord.Mark;
import org.inpractice.cycles.cycle.CycleRecord.Step;
import org.inpractice.cycles.cycle.CycleState;
import org.inpractice.cycles.cycle.CycleTable;
import org.inpractice.cycles.cycle.CycleTable.Row;
import org.inpractice.cycles.cycle.Cycles;
import org.inpractice.cycles.cycle.Prediction;
import org.inpractice.cycles.feedback.KnownData;
import org.inpractice.cycles.feedback.KnownFeedback;
import org.inpractice.cycles.fidelity.CycleFacts.MeasureFacts;
import org.inpractice.cycles.fidelity.CycleFacts.Reach;

/**
 * Reads the facts of cycles as they were known at an instant: from what their own events say, what study and decision kept
 * of feedback, the ladders they stand on, and, of those that run, the data that had arrived.
 */
public final class FactsReading {
    private static final Set<String> OFTEN = Set.of("day", "week", "month");

    private final Connection connection;
    private final String districtId;
    private final Instant asOf;
    private final LocalDate today;
    private final Map<UUID, Row> cycles = new HashMap<>();
    private final Map<UUID, List<Row>> above = new HashMap<>();

    /**
     * A reading.
     *
     * @param asOf null for now
     * @param today the day of that instant
     */
    public FactsReading(Connection connection, String districtId, Instant asOf, LocalDate today) {
        this.connection = connection;
        this.districtId = districtId;
        this.asOf = asOf;
        this.today = today;
    }

    /** The judgements of some cycles, in their order. */
    public List<Fidelity> judge(List<Row> rows) throws SQLException {
        Set<UUID> ideas = new HashSet<>();
        rows.forEach(row -> ideas.add(row.known().plan().changeIdeaId()));
        for (Row row : new CycleTable(connection, districtId, asOf).ofIdeas(ideas)) {
            cycles.put(row.cycleId(), row);
            UUID previous = row.known().plan().previousCycleId();
            if (previous != null) {
                above.computeIfAbsent(previous, id -> new ArrayList<>()).add(row);
            }
        }
        List<Fidelity> judged = new ArrayList<>();
        for (Row row : rows) {
            judged.add(FidelityRules.judge(facts(row.known())));
        }
        return judged;
    }

    private CycleFacts facts(CycleRecord cycle) throws SQLException {
        CyclePlan plan = cycle.plan();
        Row below = plan.previousCycleId() == null ? null : cycles.get(plan.previousCycleId());
        List<Row> next = above.getOrDefault(plan.cycleId(), List.of());
        KnownFeedback seen = seen(cycle);
        KnownFeedback deciding = cycle.decision() != null && cycle.decision().known() != null
                ? cycle.decision().known()
                : seen;
        return new CycleFacts(
                plan.cycleId(),
                plan.rung(),
                reach(plan),
                reachBelow(plan),
                cycle.state() == CycleState.CANCELLED,
                last(cycle, Step.PREDICTED),
                plan.predictions().stream().anyMatch(Prediction::isMeasurable),
                cycle.startedOn(),
                last(cycle, Step.STARTED),
                seen == null
                        ? List.of()
                        : seen.data().stream().map(FactsReading::measure).toList(),
                last(cycle, Step.STUDIED),
                deciding == null ? null : deciding.verdict(),
                verdictEvent(deciding),
                cycle.decision() == null
                        ? null
                        : cycle.decision().decision().name().toLowerCase(Locale.ROOT),
                last(cycle, Step.DECIDED),
                below == null ? null : last(below.known(), Step.PLANNED),
                next.isEmpty() ? null : last(next.getFirst().known(), Step.PLANNED),
                next.isEmpty() ? null : isChanged(plan, next),
                last(cycle, Step.STANDARDISED),
                cycle.study() != null && !cycle.study().learned().isBlank());
    }

    /** What was known at the study; of a cycle that runs, what is known. Null before the start. */
    private KnownFeedback seen(CycleRecord cycle) throws SQLException {
        if (cycle.startedOn() == null) {
            return null;
        }
        if (cycle.study() == null) {
            return Cycles.knowledge(districtId, cycle.plan(), cycle.startedOn()).at(connection, asOf, today);
        }
        if (cycle.study().known() != null) {
            return cycle.study().known();
        }
        Evidence studied = last(cycle, Step.STUDIED);
        return studied == null
                ? null
                : Cycles.knowledge(districtId, cycle.plan(), cycle.startedOn())
                        .at(connection, studied.recordedAt(), cycle.study().studiedOn());
    }

    private static MeasureFacts measure(KnownData data) {
        return new MeasureFacts(
                data.name(),
                data.pointsSince(),
                data.expectedSince(),
                data.every() == null ? null : OFTEN.contains(data.every()));
    }

    private static Evidence verdictEvent(KnownFeedback known) {
        return known == null || known.verdict() == null
                ? null
                : new Evidence("verdict", Evidence.MEASURES, known.sequence(), known.eventId(), null, known.said());
    }

    private Reach reachBelow(CyclePlan plan) {
        Reach largest = null;
        Set<UUID> seen = new HashSet<>();
        UUID id = plan.previousCycleId();
        while (id != null && seen.add(id) && cycles.get(id) != null) {
            CyclePlan lower = cycles.get(id).known().plan();
            Reach reach = reach(lower);
            largest = largest == null || reach.compareTo(largest) > 0 ? reach : largest;
            id = lower.previousCycleId();
        }
        return largest;
    }

    /** A student group at no named site counts as one site. */
    private static Reach reach(CyclePlan plan) {
        return plan.reach() == null ? Reach.SITE : Reach.valueOf(plan.reach().name());
    }

    private static boolean isChanged(CyclePlan plan, List<Row> next) {
        return next.stream()
                .anyMatch(row -> !row.known()
                        .plan()
                        .changeIdea()
                        .strip()
                        .equalsIgnoreCase(plan.changeIdea().strip()));
    }

    private static Evidence last(CycleRecord cycle, Step step) {
        Mark found = null;
        for (Mark mark : cycle.marks()) {
            found = mark.step() == step ? mark : found;
        }
        return found == null
                ? null
                : new Evidence(
                        step.name().toLowerCase(Locale.ROOT),
                        Evidence.CYCLES,
                        found.sequence(),
                        found.eventId(),
                        found.occurredAt(),
                        found.recordedAt());
    }

    /** The day of an instant in UTC. */
    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
