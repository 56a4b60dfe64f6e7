package org.inpractice.cycles.capacity;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.VersionRows.Column;
import org.inpractice.cycles.capacity.TrainingDecider.Command;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The trainings of all districts, on the caller's transaction. */
@Singleton
@Startup
public class Trainings {
    /** Names of the trainings' events. */
    public static final EventCodec<TrainingEvent> CODEC = new EventCodec<>(TrainingEvent.class);

    /** The table {@code training}. */
    public static final VersionRows<Training, TrainingEvent> ROWS = new VersionRows<>(
            "training",
            "training_id",
            Training.class,
            new TrainingDecider()::evolve,
            List.of(
                    new Column<>("withdrawn", training -> training.withdrawal() != null),
                    new Column<>("held_on", training -> training.recorded().on()),
                    new Column<>(
                            "people",
                            training -> training.recorded().attendees().stream()
                                    .map(Person::key)
                                    .toList())));

    private final Aggregates<Command, Optional<Training>, TrainingEvent> trainings;

    @Inject
    Trainings(DistrictStream stream, ReadModels readModels) {
        trainings = new Aggregates<>(stream, "training", CODEC, new TrainingDecider(), ROWS);
        readModels.own("trainings", CODEC, ROWS);
    }

    /** Handles one command; answers the version after it. */
    long handle(
            Connection connection,
            String districtId,
            UUID trainingId,
            OptionalLong seen,
            Append.Cause cause,
            Command command)
            throws SQLException {
        return trainings
                .handle(connection, districtId, trainingId, seen, cause, command)
                .version();
    }
}
