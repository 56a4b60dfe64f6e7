package org.inpractice.cycles.capacity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.LongText;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.ShortText;
import org.inpractice.cycles.capacity.CoachingEvent.CoachingRecorded;
import org.inpractice.cycles.capacity.TrainingEvent.TrainingRecorded;

/** The bodies of the commands on coaching and training. */
final class CapacityRequests {
    private static final String MINUTES = "Send a number of minutes from 1 to 1,440.";
    private static final String EMPTY = "Leave out empty names.";

    private CapacityRequests() {}

    /** A coaching session. */
    @Schema(name = "CoachingSessionRecord")
    record Coaching(
            @Schema(examples = "Priya Nair") @NotNull(message = "Name the coach.") @ShortText
            String coach,

            @Schema(description = "The people who were coached; may be left out with a team or a cycle.")
            @Size(max = 100, message = "Name at most 100 people.")
            List<@NotNull(message = EMPTY) @ShortText String> coached,

            UUID teamId,
            UUID cycleId,

            @Schema(description = "The day it took place; that of occurredAt when absent.") @CalendarDay
            LocalDate on,

            @Schema(examples = "45")
            @NotNull(message = "Say how many minutes it took.")
            @Min(value = 1, message = MINUTES)
            @Max(value = 1_440, message = MINUTES)
            Integer minutes,

            @Schema(examples = "Writing a prediction that can turn out wrong")
            @NotNull(message = "Say what it was about.")
            @ShortText
            String topic,

            @LongText String notes,
            Instant occurredAt) {
        CoachingRecorded recorded(UUID sessionId, LocalDate day) {
            List<String> people = coached == null
                    ? List.of()
                    : coached.stream().map(Person::written).toList();
            return new CoachingRecorded(
                    sessionId, Person.written(coach), people, teamId, cycleId, day, minutes, topic, notes);
        }
    }

    /** A training. */
    @Schema(name = "TrainingRecord")
    record TrainingHeld(
            @Schema(examples = "Plan, do, study, act: a first test in a week")
            @NotNull(message = "Give it its title.")
            @ShortText
            String title,

            @Schema(examples = "County office of education") @ShortText
            String provider,

            @Schema(description = "The day it took place; that of occurredAt when absent.") @CalendarDay
            LocalDate on,

            @Min(value = 1, message = MINUTES) @Max(value = 1_440, message = MINUTES)
            Integer minutes,

            @NotEmpty(message = "Name who attended.")
            @Size(max = 500, message = "Name at most 500 people; record the rest as another training.")
            List<@NotNull(message = EMPTY) @ShortText String> attendees,

            Instant occurredAt) {
        TrainingRecorded recorded(UUID trainingId, LocalDate day) {
            return new TrainingRecorded(
                    trainingId,
                    title,
                    provider,
                    day,
                    minutes,
                    attendees.stream().map(Person::written).toList());
        }
    }

    /** Why something is taken back. */
    @Schema(name = "CapacityWithdrawal")
    record Withdrawal(
            @Schema(examples = "Recorded twice") @NotNull(message = "Say why it is withdrawn.") @LongText
            String reason,

            Instant occurredAt) {}
}
