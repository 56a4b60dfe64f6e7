package org.inpractice.cycles.assessment;

import java.util.List;
import java.util.Optional;
import org.inpractice.cycles.assessment.AssessmentDecider.Command;
import org.inpractice.cycles.assessment.AssessmentEvent.AssessmentGiven;
import org.inpractice.cycles.assessment.AssessmentEvent.AssessmentWithdrawn;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The rules of assessments: given once, withdrawn once. */
public final class AssessmentDecider implements Decider<Command, Optional<Assessment>, AssessmentEvent> {
    /** What somebody wants with an assessment. */
    sealed interface Command {
        /** Give it. */
        record GiveAssessment(AssessmentGiven assessment) implements Command {}

        /** Take it back. */
        record WithdrawAssessment(String reason) implements Command {}
    }

    @Override
    public Optional<Assessment> initialState() {
        return Optional.empty();
    }

    @Override
    public List<AssessmentEvent> decide(Command command, Optional<Assessment> assessment) {
        return switch (command) {
            case Command.GiveAssessment give -> {
                if (assessment.isPresent()) {
                    throw new Refusal(
                            AssessmentRule.ASSESSMENT_ALREADY_GIVEN, "Give another one: it replaces the one before.");
                }
                yield List.of(give.assessment());
            }
            case Command.WithdrawAssessment withdraw -> {
                Assessment known = assessment.orElseThrow(() -> new Refusal(
                        AssessmentRule.ASSESSMENT_UNKNOWN, "Look its id up among the assessments of the idea."));
                if (known.withdrawal() != null) {
                    throw new Refusal(
                            AssessmentRule.ASSESSMENT_IS_WITHDRAWN,
                            "Give another one if it counts after all: what is withdrawn stays so.");
                }
                yield List.of(new AssessmentWithdrawn(known.given().assessmentId(), withdraw.reason()));
            }
        };
    }

    @Override
    public Optional<Assessment> evolve(Optional<Assessment> assessment, AssessmentEvent event) {
        return Optional.of(
                switch (event) {
                    case AssessmentGiven given -> new Assessment(given, null);
                    case AssessmentWithdrawn withdrawn ->
                        new Assessment(assessment.orElseThrow().given(), withdrawn.reason());
                });
    }
}
