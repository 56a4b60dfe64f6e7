package org.inpractice.cycles.cycle;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.aim.Aims;
import org.inpractice.cycles.cycle.CycleCommand.DecideCycle;
import org.inpractice.cycles.cycle.CycleCommand.PlanCycle;
import org.inpractice.cycles.cycle.CycleCommand.RevisePlan;
import org.inpractice.cycles.cycle.CycleCommand.Standardise;
import org.inpractice.cycles.cycle.CycleCommand.StartCycle;
import org.inpractice.cycles.cycle.CycleCommand.StudyCycle;
import org.inpractice.cycles.cycle.LadderRules.Place;
import org.inpractice.cycles.feedback.Knowledge;
import org.inpractice.cycles.feedback.KnownFeedback;
import org.inpractice.cycles.feedback.MeasureInFocus;
import org.inpractice.cycles.idea.ChangeIdeas;
import org.inpractice.cycles.team.Roster;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.RecordedEvent;

/**
 * The cycles of all districts, on the caller's transaction. Looks up what a plan refers to; what is found there can be
 * relied on without a lock: ideas stay tested, a decided cycle stays decided.
 */
@Singleton
@Startup
public class Cycles {
    /** Names of the cycles' events. */
    public static final EventCodec<CycleEvent> CODEC = new EventCodec<>(CycleEvent.class);

    /** A cycle after a command. */
    record Moved(Cycle cycle, long version) {
        CyclePlan plan() {
            return CycleDecider.planOf(cycle);
        }

        CycleState state() {
            return CycleDecider.stateOf(cycle);
        }

        Decision decision() {
            return cycle instanceof Cycle.Decided decided ? decided.decision() : null;
        }

        StandardWork work() {
            return cycle instanceof Cycle.Decided decided ? decided.work() : null;
        }
    }

    private final Aggregates<CycleCommand, Cycle, CycleEvent> cycles;
    private final Aims aims;
    private final ChangeIdeas ideas;
    private final Roster roster;
    private final Instance<StartGate> gates;
    private final Clock clock;

    @Inject
    Cycles(
            DistrictStream stream,
            ReadModels readModels,
            Aims aims,
            ChangeIdeas ideas,
            Roster roster,
            Instance<StartGate> gates,
            Clock clock) {
        this.aims = aims;
        this.ideas = ideas;
        this.roster = roster;
        this.gates = gates;
        this.clock = clock;
        CycleProjection projection = new CycleProjection();
        cycles = new Aggregates<>(stream, "cycle", CODEC, new CycleDecider(), projection);
        readModels.own("cycles", CODEC, projection);
    }

    /** Plans a cycle on the ladder of a new idea, of a known one, or above a decided cycle. */
    Moved plan(Connection connection, String districtId, UUID cycleId, Append.Cause cause, CyclePlanTerms terms)
            throws SQLException {
        checkNamed(connection, districtId, "", terms.aimId(), terms.teamId(), terms.owner());
        Place place = new LadderSearch(connection, districtId, cycles, ideas).place(terms);
        return handle(
                connection, districtId, cycleId, OptionalLong.empty(), cause, new PlanCycle(terms.at(cycleId, place)));
    }

    /** What a plan names must be there, and who shall lead it must not have left. */
    private void checkNamed(
            Connection connection, String districtId, String within, UUID aimId, UUID teamId, String owner)
            throws SQLException {
        aims.requireActive(connection, districtId, within + "aimId", aimId);
        roster.requireTeam(connection, districtId, within + "teamId", teamId);
        roster.requirePresent(connection, districtId, within + "owner", owner, today());
    }

    private void checkStandard(Connection connection, String districtId, StandardWork work, List<ScalingStep> scaling)
            throws SQLException {
        if (work != null) {
            roster.requirePresent(connection, districtId, "standardWork.owner", work.owner(), today());
        }
        for (ScalingStep step : scaling) {
            roster.requirePresent(connection, districtId, "scaling.who", step.who(), today());
        }
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }

    /** Plans a cycle differently, on its place of the ladder. */
    Moved revise(
            Connection connection,
            String districtId,
            UUID cycleId,
            OptionalLong seen,
            Append.Cause cause,
            CyclePlanTerms terms)
            throws SQLException {
        checkNamed(connection, districtId, "", terms.aimId(), terms.teamId(), terms.owner());
        CyclePlan standing =
                CycleDecider.planOf(cycles.load(connection, districtId, cycleId).state());
        if (standing != null) {
            LadderRules.checkSame(standing, terms.changeIdeaId(), terms.previousCycleId());
        }
        Place place = standing == null
                ? new Place(null, null, 1)
                : new Place(standing.changeIdeaId(), standing.previousCycleId(), standing.rung());
        return handle(connection, districtId, cycleId, seen, cause, new RevisePlan(terms.at(cycleId, place)));
    }

    /** Decides, and plans the next rung when the idea is adapted: both or neither. */
    Moved decide(
            Connection connection,
            String districtId,
            UUID cycleId,
            OptionalLong seen,
            Append.Cause cause,
            DecideCycle decision)
            throws SQLException {
        NextPlan next = decision.next();
        if (next != null) {
            checkNamed(connection, districtId, "next.", next.aimId(), next.teamId(), next.owner());
        }
        checkStandard(connection, districtId, decision.standardWork(), decision.scaling());
        KnownFeedback known = known(connection, districtId, cycleId, decision.decidedOn());
        var decided = cycles.handle(connection, districtId, cycleId, seen, cause, decision.with(known));
        CyclePlan plan = CycleDecider.planOf(decided.state());
        if (next != null) {
            handle(
                    connection,
                    districtId,
                    next.cycleId(),
                    OptionalLong.empty(),
                    causedBy(decided.events(), cause),
                    new PlanCycle(next.above(plan)));
        }
        return new Moved(decided.state(), decided.version());
    }

    /** Keeps what is known of feedback with the study, as it is known in this very transaction. */
    Moved study(
            Connection connection,
            String districtId,
            UUID cycleId,
            OptionalLong seen,
            Append.Cause cause,
            StudyCycle study)
            throws SQLException {
        KnownFeedback known =
                known(connection, districtId, cycleId, study.study().studiedOn());
        return handle(connection, districtId, cycleId, seen, cause, study.with(known));
    }

    /** Makes an adopted idea standard work, owned by somebody who is there. */
    Moved standardise(
            Connection connection,
            String districtId,
            UUID cycleId,
            OptionalLong seen,
            Append.Cause cause,
            Standardise standard)
            throws SQLException {
        checkStandard(connection, districtId, standard.standardWork(), standard.scaling());
        return handle(connection, districtId, cycleId, seen, cause, standard);
    }

    /** Null of a cycle that has not started: the rules refuse it anyway. */
    private KnownFeedback known(Connection connection, String districtId, UUID cycleId, LocalDate day)
            throws SQLException {
        Cycle cycle = cycles.load(connection, districtId, cycleId).state();
        CyclePlan plan = CycleDecider.planOf(cycle);
        LocalDate startedOn = CycleDecider.startOf(cycle);
        return startedOn == null ? null : knowledge(districtId, plan, startedOn).at(connection, null, day);
    }

    /** The question what is known of a cycle. */
    public static Knowledge knowledge(String districtId, CyclePlan plan, LocalDate startedOn) {
        return new Knowledge(
                districtId,
                plan.cycleId(),
                plan.measures().stream()
                        .map(measure -> new MeasureInFocus(
                                measure.measureId(), measure.role().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                plan.siteId(),
                plan.studentGroup(),
                startedOn);
    }

    private static Append.Cause causedBy(List<RecordedEvent> events, Append.Cause cause) {
        return new Append.Cause(
                cause.actor(), cause.occurredAt(), events.getLast().eventId(), cause.traceparent());
    }

    /** Begins to try the change: the leader must not have left since it was planned, and every gate lets the start stand. */
    Moved start(
            Connection connection,
            String districtId,
            UUID cycleId,
            OptionalLong seen,
            Append.Cause cause,
            StartCycle start,
            StartGate.OverLimit over)
            throws SQLException {
        if (cycles.load(connection, districtId, cycleId).state() instanceof Cycle.Planned planned) {
            roster.requirePresent(
                    connection, districtId, "owner", planned.plan().owner(), today());
        }
        var started = cycles.handle(connection, districtId, cycleId, seen, cause, start);
        CyclePlan plan = CycleDecider.planOf(started.state());
        for (StartGate gate : gates) {
            gate.started(connection, districtId, plan, over, causedBy(started.events(), cause));
        }
        return new Moved(started.state(), started.version());
    }

    /** Any command that concerns one cycle alone. */
    Moved handle(
            Connection connection,
            String districtId,
            UUID cycleId,
            OptionalLong seen,
            Append.Cause cause,
            CycleCommand command)
            throws SQLException {
        var outcome = cycles.handle(connection, districtId, cycleId, seen, cause, command);
        return new Moved(outcome.state(), outcome.version());
    }
}
