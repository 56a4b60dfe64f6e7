package org.inpractice.cycles.calibration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.inpractice.cycles.calibration.Forecast.Came;
import org.inpractice.cycles.calibration.Forecast.Predicted;
import org.inpractice.cycles.cycle.CycleRecord;
import org.inpractice.cycles.cycle.Cycles;
import org.inpractice.cycles.cycle.Prediction;
import org.inpractice.cycles.feedback.KnownData;

/**
 * Judges the predictions of studied cycles by the data of the days before the study, as it is known at an instant: a number
 * that arrives late or is corrected changes the judgement, a number of later days does not.
 *
 * @param asOf null for now
 */
record ForecastReading(Connection connection, String districtId, Instant asOf) {
    /** The judged predictions of a cycle; none before its study. */
    List<Forecast> of(CycleRecord cycle) throws SQLException {
        List<Forecast> forecasts = new ArrayList<>();
        if (cycle.study() == null || cycle.startedOn() == null) {
            return forecasts;
        }
        List<KnownData> data = Cycles.knowledge(districtId, cycle.plan(), cycle.startedOn())
                .sinceThen(connection, asOf, cycle.study().studiedOn());
        for (Prediction prediction : cycle.plan().predictions()) {
            Optional<KnownData> known = data.stream()
                    .filter(one -> one.measureId().equals(prediction.measureId()))
                    .findFirst();
            forecasts.add(Forecast.of(predicted(prediction), came(known)));
        }
        return forecasts;
    }

    private static Predicted predicted(Prediction prediction) {
        return new Predicted(
                prediction.statement(),
                prediction.measureId(),
                prediction.direction() == null
                        ? null
                        : prediction.direction().name().toLowerCase(Locale.ROOT),
                prediction.amount(),
                prediction.unit(),
                prediction.probability());
    }

    private static Came came(Optional<KnownData> known) {
        return known.map(data -> new Came(data.name(), data.unit(), data.pointsSince(), data.change()))
                .orElse(new Came(null, null, 0, null));
    }
}
