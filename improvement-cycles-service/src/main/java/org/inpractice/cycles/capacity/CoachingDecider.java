package org.inpractice.cycles.capacity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.capacity.CoachingDecider.Command;
import org.inpractice.cycles.capacity.CoachingEvent.CoachingRecorded;
import org.inpractice.cycles.capacity.CoachingEvent.CoachingWithdrawn;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The rules of coaching sessions: a coach, somebody else who is coached, a day that has begun. */
public final class CoachingDecider implements Decider<Command, Optional<CoachingSession>, CoachingEvent> {
    /** What somebody wants with a session. */
    sealed interface Command {
        /** Record it; {@code today} is the latest day that has begun anywhere. */
        record RecordCoaching(CoachingRecorded session, LocalDate today) implements Command {}

        /** Take it back. */
        record WithdrawCoaching(String reason) implements Command {}
    }

    @Override
    public Optional<CoachingSession> initialState() {
        return Optional.empty();
    }

    @Override
    public List<CoachingEvent> decide(Command command, Optional<CoachingSession> session) {
        return switch (command) {
            case Command.RecordCoaching record -> {
                if (session.isPresent()) {
                    throw new Refusal(
                            CapacityRule.COACHING_ALREADY_RECORDED, "Withdraw it, and record it again as it was.");
                }
                check(record.session());
                AttendanceRules.checkBegun(record.session().on(), record.today());
                yield List.of(record.session());
            }
            case Command.WithdrawCoaching withdraw -> {
                CoachingSession known = session.orElseThrow(() ->
                        new Refusal(CapacityRule.COACHING_UNKNOWN, "Look its id up in the list of coaching sessions."));
                if (known.withdrawal() != null) {
                    throw new Refusal(
                            CapacityRule.COACHING_IS_WITHDRAWN,
                            "Record it again if it took place after all: what is withdrawn stays so.");
                }
                yield List.of(new CoachingWithdrawn(known.recorded().sessionId(), withdraw.reason()));
            }
        };
    }

    private static void check(CoachingRecorded session) {
        if (session.coached().isEmpty() && session.teamId() == null && session.cycleId() == null) {
            throw new Refusal(
                    CapacityRule.COACHING_OF_NOBODY,
                    "coached",
                    "Name who was coached: people, a team, or the cycle it was about; otherwise nobody can see who still"
                            + " leads without help.");
        }
        AttendanceRules.checkNamedOnce("coached", session.coached());
        for (int i = 0; i < session.coached().size(); i++) {
            if (Person.same(session.coached().get(i), session.coach())) {
                throw new Refusal(
                        CapacityRule.COACHING_OF_ONESELF,
                        "coached[%d]".formatted(i),
                        "Leave the coach out of those who were coached: coaching is another pair of eyes.");
            }
        }
    }

    @Override
    public Optional<CoachingSession> evolve(Optional<CoachingSession> session, CoachingEvent event) {
        return Optional.of(
                switch (event) {
                    case CoachingRecorded recorded -> new CoachingSession(recorded, null);
                    case CoachingWithdrawn withdrawn ->
                        new CoachingSession(session.orElseThrow().recorded(), withdrawn.reason());
                });
    }
}
