package org.inpractice.journeys;

import static org.inpractice.stack.LocalService.IMPROVEMENT_CYCLES;
import static org.inpractice.stack.LocalService.LEARNING_LOG;
import static org.inpractice.stack.LocalService.MEASUREMENT;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Set;
import java.util.TreeSet;
import org.inpractice.journeys.HttpConnection.Answer;

/**
 * Two years of one district, request by request and the same in every run: a measure, a cycle that helps, a point a week with a
 * correction and a double now and then, notes, near-failures.
 */
final class DistrictYear {
    /** How many requests there are after {@link #begin()}. */
    static final int STEPS = 104;

    private static final LocalDate FIRST_WEEK = LocalDate.of(2023, 9, 4);
    private static final LocalDate CYCLE_STARTS = FIRST_WEEK.plusWeeks(STEPS / 2);
    private static final String SITE = "19647330100011";

    private final Caller caller;
    private final Set<String> acknowledgedObservations = new TreeSet<>();
    private String measureId;
    private String cycleId;

    DistrictYear(Caller caller) {
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }

    String cycleId() {
        return cycleId;
    }

    /** The ids of all observations whose recording was acknowledged with 201. */
    Set<String> acknowledgedObservations() {
        return acknowledgedObservations;
    }

    /** Defines the measure, plans and starts the cycle. */
    void begin() {
        measureId = caller.post(MEASUREMENT, "measures", """
                {'name': 'Attendance', 'kind': 'outcome', 'valueType': 'rate', 'unit': 'share of students',
                 'direction': 'increase', 'period': 'week', 'owner': 'Data team', 'occurredAt': '2023-08-01T18:00:00Z'}
                """, "measure").createdId();
        cycleId = caller.post(IMPROVEMENT_CYCLES, "cycles", """
                {'changeIdea': 'Call home on the second day of absence',
                 'prediction': {'statement': 'Attendance rises by five points', 'measureId': '%1$s', 'direction': 'increase'},
                 'measures': [{'measureId': '%1$s', 'role': 'outcome'}], 'siteId': '%2$s', 'studentGroup': 'all',
                 'plannedEnd': '2025-06-06', 'owner': 'Attendance team', 'occurredAt': '2024-08-01T18:00:00Z'}
                """.formatted(measureId, SITE), "cycle")
                .createdId();
        caller.post(
                IMPROVEMENT_CYCLES,
                "cycles/" + cycleId + "/start",
                "{'startedOn': '%s', 'occurredAt': '%sT18:00:00Z'}".formatted(CYCLE_STARTS, CYCLE_STARTS),
                "start");
    }

    /** The request of a number from 0 to {@link #STEPS} - 1, and what goes with it. */
    void step(int number) {
        observe(number, 0, "week");
        if (number % 20 == 15) {
            observe(number - 10, 3, "correction");
            observe(number, 0, "same-value");
            observe(number, 0, "week"); // the very same request
        }
        if (number % 26 == 10) {
            caller.post(
                    IMPROVEMENT_CYCLES,
                    "cycles/" + cycleId + "/notes",
                    "{'note': 'Week %d went as planned', 'on': '%s', 'occurredAt': '%sT18:00:00Z'}"
                            .formatted(number, CYCLE_STARTS, CYCLE_STARTS),
                    "note-" + number);
        }
        if (number % 26 == 20) {
            caller.post(LEARNING_LOG, "failures", """
                    {'kind': 'near_failure', 'whatHappened': 'The list of week %d came late',
                     'happenedAt': '2024-09-30T18:00:00Z', 'impact': 'None', 'keptFromWorse': 'A second reader',
                     'cycleId': '%s', 'occurredAt': '2024-09-30T19:00:00Z'}
                    """.formatted(number, cycleId), "failure-" + number);
        }
    }

    private void observe(int week, int more, String key) {
        LocalDate monday = FIRST_WEEK.plusWeeks(week);
        int attending = (monday.isBefore(CYCLE_STARTS) ? 800 : 900) + week * 7 % 13 + more;
        Answer answer = caller.post(
                MEASUREMENT,
                "observations",
                """
                {'measureId': '%s', 'siteId': '%s', 'studentGroup': 'all', 'period': '%d-W%02d',
                 'numerator': %d, 'denominator': 1000, 'occurredAt': '%sT18:00:00Z'}
                """.formatted(
                                measureId,
                                SITE,
                                monday.get(IsoFields.WEEK_BASED_YEAR),
                                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                                attending,
                                monday.plusDays(7)),
                key + "-" + week);
        if (answer.status() == 201) {
            acknowledgedObservations.add(answer.createdId());
        }
    }
}
