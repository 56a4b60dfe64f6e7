package org.inpractice.measurement.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.inpractice.measurement.observation.Observation.Stage;
import org.inpractice.measurement.observation.Observation.Subject;
import org.inpractice.measurement.observation.ObservationCommand.RecordObservation;
import org.inpractice.measurement.observation.ObservationCommand.WithdrawObservation;
import org.inpractice.measurement.observation.ObservationEvent.ObservationCorrected;
import org.inpractice.measurement.observation.ObservationEvent.ObservationRecorded;
import org.inpractice.measurement.observation.ObservationEvent.ObservationWithdrawn;
import org.inpractice.measurement.observation.ObservationEvent.WithNumbers;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/**
 * The rules of an observation: the first word about a period is recorded, another one corrects it, the same one again
 * changes nothing. What was withdrawn and is told again is corrected: its period has been spoken of before.
 */
final class ObservationDecider implements Decider<ObservationCommand, Observation, ObservationEvent> {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    @Override
    public Observation initialState() {
        return Observation.UNTOLD;
    }

    @Override
    public List<ObservationEvent> decide(ObservationCommand command, Observation observation) {
        return switch (command) {
            case RecordObservation told -> record(told, observation);
            case WithdrawObservation withdraw -> withdraw(withdraw, observation);
        };
    }

    private static List<ObservationEvent> record(RecordObservation told, Observation observation) {
        if (told.period().start().isAfter(told.today())) {
            throw new Refusal(
                    ObservationRule.PERIOD_IN_THE_FUTURE, "period", "Send it once its period has begun, not before.");
        }
        if (told.period().start().isBefore(FIRST_DAY)) {
            throw new Refusal(ObservationRule.PERIOD_TOO_LONG_AGO, "period", "Send a period of 1900 or later.");
        }
        Numbers numbers = SentNumbers.checked(told);
        ObservationRecorded recorded = ObservationRecorded.of(
                told.observationId(), told.key(), told.period(), told.form(), told.status(), numbers);
        return switch (observation.stage()) {
            case UNTOLD -> List.of(recorded);
            case WITHDRAWN -> List.of(ObservationCorrected.of(recorded));
            case TOLD ->
                observation.status() == told.status() && same(observation.numbers(), numbers)
                        ? List.of()
                        : List.of(ObservationCorrected.of(recorded));
        };
    }

    /** Equal as numbers: 0.1 after 0.10 tells nothing new. */
    private static boolean same(Numbers before, Numbers now) {
        return same(before.amount(), now.amount())
                && same(before.denominator(), now.denominator())
                && Objects.equals(before.groupSize(), now.groupSize());
    }

    private static boolean same(BigDecimal before, BigDecimal now) {
        if (before == null || now == null) {
            return before == null && now == null;
        }
        return before.compareTo(now) == 0;
    }

    private static List<ObservationEvent> withdraw(WithdrawObservation withdraw, Observation observation) {
        return switch (observation.stage()) {
            case UNTOLD ->
                throw new Refusal(
                        ObservationRule.OBSERVATION_UNKNOWN, "Send an id that POST observations or a series gave.");
            case WITHDRAWN ->
                throw new Refusal(
                        ObservationRule.OBSERVATION_ALREADY_WITHDRAWN, "There is nothing left to take back; go on.");
            case TOLD -> {
                Subject subject = observation.subject();
                yield List.of(new ObservationWithdrawn(
                        withdraw.observationId(),
                        subject.measureId(),
                        subject.siteId(),
                        subject.studentGroup(),
                        subject.period(),
                        subject.periodStart(),
                        subject.periodEnd(),
                        withdraw.reason()));
            }
        };
    }

    @Override
    public Observation evolve(Observation observation, ObservationEvent event) {
        return switch (event) {
            case ObservationRecorded recorded -> told(recorded, recorded.period(), recorded.periodEnd());
            case ObservationCorrected corrected -> told(corrected, corrected.period(), corrected.periodEnd());
            case ObservationWithdrawn withdrawn ->
                new Observation(Stage.WITHDRAWN, null, Numbers.NONE, observation.subject());
        };
    }

    private static Observation told(WithNumbers event, String period, LocalDate periodEnd) {
        return new Observation(
                Stage.TOLD,
                event.status(),
                event.numbers(),
                new Subject(
                        event.measureId(),
                        event.siteId(),
                        event.studentGroup(),
                        period,
                        event.periodStart(),
                        periodEnd));
    }
}
