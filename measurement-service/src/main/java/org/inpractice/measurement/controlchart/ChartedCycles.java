package org.inpractice.measurement.controlchart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.observation.ReportingPeriod;
import org.inpractice.measurement.picture.Mark;
import org.inpractice.stream.EventJson;

/** The cycles that try to move a series: started, and what was decided. Read from {@code followed_cycle}. */
final class ChartedCycles {
    private static final OffsetDateTime ALWAYS =
            LocalDate.of(9999, 1, 1).atStartOfDay().atOffset(ZoneOffset.UTC);

    private ChartedCycles() {}

    /**
     * A cycle that has the measure, at its site and for its student group.
     *
     * @param decision adopt, adapt or abandon; absent when nothing was decided yet
     */
    @Schema(name = "ChartedCycle")
    record ChartedCycle(UUID cycleId, String changeIdea, LocalDate startedOn, String decision, LocalDate decidedOn) {}

    /** The cycles known at an instant, in the order in which they started; null for now. */
    static List<ChartedCycle> read(Connection connection, String districtId, ChartSeries series, Instant asOf)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select started.cycle_id, started.data, (
                    select decided.data from followed_cycle decided
                    where decided.district_id = started.district_id and decided.cycle_id = started.cycle_id
                        and decided.step = 'decided' and decided.recorded_at <= ?
                    order by decided.district_seq limit 1)
                from followed_cycle started
                where started.district_id = ? and started.step = 'started' and started.recorded_at <= ?
                    and (started.data -> 'measures')::jsonb @> ?::jsonb
                order by started.data ->> 'startedOn', started.cycle_id limit 200
                """)) {
            OffsetDateTime end = asOf == null ? ALWAYS : asOf.atOffset(ZoneOffset.UTC);
            statement.setObject(1, end);
            statement.setString(2, districtId);
            statement.setObject(3, end);
            statement.setString(4, measure(series));
            List<ChartedCycle> cycles = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    JsonNode started = json(row.getString(2));
                    if (concerns(started, series)) {
                        cycles.add(cycle(row.getObject(1, UUID.class), started, json(row.getString(3))));
                    }
                }
            }
            return cycles;
        }
    }

    private static String measure(ChartSeries series) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(JsonNodeFactory.instance
                        .objectNode()
                        .put("measureId", series.measureId().toString()))
                .toString();
    }

    /** A cycle that names no site is one of the whole district. */
    private static boolean concerns(JsonNode started, ChartSeries series) {
        return started.path("siteId").asText(series.siteId()).equals(series.siteId())
                && started.path("studentGroup").asText("all").equals(series.studentGroup());
    }

    private static ChartedCycle cycle(UUID cycleId, JsonNode started, JsonNode decided) {
        return new ChartedCycle(
                cycleId,
                started.path("changeIdea").asText(null),
                date(started.path("startedOn")),
                decided.path("decision").asText(null),
                date(decided.path("decidedOn")));
    }

    private static LocalDate date(JsonNode text) {
        return text.isTextual() ? LocalDate.parse(text.asText()) : null;
    }

    private static JsonNode json(String text) {
        try {
            return text == null
                    ? JsonNodeFactory.instance.objectNode()
                    : EventJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("followed_cycle holds no JSON", e);
        }
    }

    /** Starts and decisions as lines of the picture. */
    static List<Mark> marks(List<ChartedCycle> cycles, List<ReportingPeriod> periods) {
        List<Mark> marks = new ArrayList<>();
        for (ChartedCycle cycle : cycles) {
            String idea = cycle.changeIdea() == null ? "" : ": " + cycle.changeIdea();
            add(marks, periods, Mark.Kind.CYCLE_STARTED, cycle.startedOn(), "cycle started" + idea);
            add(marks, periods, Mark.Kind.DECIDED, cycle.decidedOn(), "decided: " + cycle.decision());
        }
        return marks;
    }

    private static void add(
            List<Mark> marks, List<ReportingPeriod> periods, Mark.Kind kind, LocalDate day, String text) {
        if (day != null
                && !periods.isEmpty()
                && !day.isBefore(periods.getFirst().start())) {
            marks.add(new Mark(position(periods, day), kind, day + " " + text));
        }
    }

    /** Within the period that holds the day; between two points when none does. */
    private static double position(List<ReportingPeriod> periods, LocalDate day) {
        int index = 0;
        while (index < periods.size() && !periods.get(index).start().isAfter(day)) {
            index++;
        }
        ReportingPeriod period = periods.get(index - 1);
        if (day.isAfter(period.end())) {
            return index + 0.5;
        }
        double days = ChronoUnit.DAYS.between(period.start(), period.end()) + 1.0;
        return index - 0.5 + (ChronoUnit.DAYS.between(period.start(), day) + 0.5) / days;
    }
}
