package org.inpractice.cycles.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Puts together what was known of a cycle.
 *
 * @param siteId null for the whole district
 * @param startedOn null before the start
 */
public record Knowledge(
        String districtId,
        UUID cycleId,
        List<MeasureInFocus> measures,
        String siteId,
        String studentGroup,
        LocalDate startedOn) {
    /** Copies. */
    public Knowledge {
        measures = List.copyOf(measures);
    }

    /**
     * What was known.
     *
     * @param asOf at that instant; null for all that has arrived
     * @param day the day of the question: a step that is told later than it happened is not given numbers of days that were
     *     still to come
     */
    public KnownFeedback at(Connection connection, Instant asOf, LocalDate day) throws SQLException {
        List<KnownData> data = new ArrayList<>();
        for (DataSeries series : series(connection, asOf)) {
            data.add(KnownData.of(series.until(day), startedOn, day));
        }
        SaidVerdict said = Verdicts.of(connection, districtId, cycleId, asOf).orElse(null);
        return KnownFeedback.of(said, data);
    }

    /**
     * What is known today of the days before another one: as if everything that has arrived or been corrected since had been
     * there then.
     *
     * @param asOf what counts as today; null for now
     */
    public List<KnownData> sinceThen(Connection connection, Instant asOf, LocalDate day) throws SQLException {
        List<KnownData> data = new ArrayList<>();
        for (DataSeries series : series(connection, asOf)) {
            data.add(KnownData.of(series.until(day), startedOn, day));
        }
        return data;
    }

    /** The series of each measure, point by point. */
    public List<DataSeries> series(Connection connection, Instant asOf) throws SQLException {
        Series reading = new Series(connection, districtId, siteId, studentGroup, asOf);
        List<DataSeries> series = new ArrayList<>();
        for (MeasureInFocus measure : measures) {
            series.add(reading.of(measure));
        }
        return series;
    }
}
