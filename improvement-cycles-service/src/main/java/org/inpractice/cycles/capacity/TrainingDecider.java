package org.inpractice.cycles.capacity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.inpractice.cycles.capacity.TrainingDecider.Command;
import org.inpractice.cycles.capacity.TrainingEvent.TrainingRecorded;
import org.inpractice.cycles.capacity.TrainingEvent.TrainingWithdrawn;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The rules of trainings: people named once, on a day that has begun. */
public final class TrainingDecider implements Decider<Command, Optional<Training>, TrainingEvent> {
    /** What somebody wants with a training. */
    sealed interface Command {
        /** Record it; {@code today} is the latest day that has begun anywhere. */
        record RecordTraining(TrainingRecorded training, LocalDate today) implements Command {}

        /** Take it back. */
        record WithdrawTraining(String reason) implements Command {}
    }

    @Override
    public Optional<Training> initialState() {
        return Optional.empty();
    }

    @Override
    public List<TrainingEvent> decide(Command command, Optional<Training> training) {
        return switch (command) {
            case Command.RecordTraining record -> {
                if (training.isPresent()) {
                    throw new Refusal(
                            CapacityRule.TRAINING_ALREADY_RECORDED, "Withdraw it, and record it again as it was.");
                }
                AttendanceRules.checkNamedOnce("attendees", record.training().attendees());
                AttendanceRules.checkBegun(record.training().on(), record.today());
                yield List.of(record.training());
            }
            case Command.WithdrawTraining withdraw -> {
                Training known = training.orElseThrow(
                        () -> new Refusal(CapacityRule.TRAINING_UNKNOWN, "Look its id up in the list of trainings."));
                if (known.withdrawal() != null) {
                    throw new Refusal(
                            CapacityRule.TRAINING_IS_WITHDRAWN,
                            "Record it again if it took place after all: what is withdrawn stays so.");
                }
                yield List.of(new TrainingWithdrawn(known.recorded().trainingId(), withdraw.reason()));
            }
        };
    }

    @Override
    public Optional<Training> evolve(Optional<Training> training, TrainingEvent event) {
        return Optional.of(
                switch (event) {
                    case TrainingRecorded recorded -> new Training(recorded, null);
                    case TrainingWithdrawn withdrawn ->
                        new Training(training.orElseThrow().recorded(), withdrawn.reason());
                });
    }
}
