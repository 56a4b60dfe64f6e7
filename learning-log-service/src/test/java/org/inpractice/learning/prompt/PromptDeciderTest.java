package org.inpractice.learning.prompt;

import static org.inpractice.stream.DeciderSpecification.specification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.prompt.PromptCommand.AnswerPrompt;
import org.inpractice.learning.prompt.PromptCommand.DismissPrompt;
import org.inpractice.learning.prompt.PromptCommand.RedactPrompt;
import org.inpractice.learning.prompt.PromptCommand.SeeCause;
import org.inpractice.learning.prompt.PromptCommand.SeeCauseEnd;
import org.inpractice.learning.prompt.PromptCommand.Subject;
import org.inpractice.learning.prompt.PromptEvent.Evidence;
import org.inpractice.learning.prompt.PromptEvent.PromptAnswered;
import org.inpractice.learning.prompt.PromptEvent.PromptCauseEnded;
import org.inpractice.learning.prompt.PromptEvent.PromptDismissed;
import org.inpractice.learning.prompt.PromptEvent.PromptEvidenceAdded;
import org.inpractice.learning.prompt.PromptEvent.PromptOpened;
import org.inpractice.learning.prompt.PromptEvent.PromptRedacted;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;

class PromptDeciderTest {
    private static final UUID ID = new UUID(7, 1);
    private static final SealedText TWICE = new SealedText("sealed.1.x");
    private static final UUID REPORT = new UUID(7, 2);
    private static final Subject SUBJECT =
            new Subject(PromptCause.WORSENED, PromptKind.FAILURE, new UUID(7, 3), null, null, null, null, "Worse.");
    private static final PromptAnswered ANSWERED = new PromptAnswered(ID, REPORT);
    private static final PromptDismissed DISMISSED = new PromptDismissed(ID, TWICE);

    private final DeciderSpecification<PromptCommand, Prompt, PromptEvent> prompts = specification(new PromptDecider());

    @Test
    void a_cause_opens_a_prompt_once_however_often_it_is_told() {
        prompts.given().when(see(1, false)).then(opened());
        prompts.given(opened()).when(see(1, false)).thenNothing();
        prompts.given(opened()).when(see(2, false)).thenNothing();
        prompts.given(opened(), ANSWERED).when(see(1, false)).thenNothing();
        prompts.given(opened(), DISMISSED).when(see(1, true)).thenNothing();
    }

    @Test
    void more_of_the_same_cause_is_added_once_while_the_prompt_is_open() {
        PromptEvidenceAdded more = new PromptEvidenceAdded(ID, evidence(2));
        prompts.given(opened()).when(see(2, true)).then(more);
        prompts.given(opened(), more).when(see(2, true)).thenNothing();
        prompts.given(opened(), ANSWERED).when(see(2, true)).thenNothing();
    }

    @Test
    void a_cause_that_ends_is_said_once_and_may_come_back() {
        PromptCauseEnded ended = new PromptCauseEnded(ID, "gone", evidence(2));
        PromptEvidenceAdded back = new PromptEvidenceAdded(ID, evidence(3));
        prompts.given().when(end(2)).thenNothing();
        prompts.given(opened()).when(end(2)).then(ended);
        prompts.given(opened(), ended).when(end(3)).thenNothing();
        prompts.given(opened(), ended).when(see(1, false)).thenNothing();
        prompts.given(opened(), ended).when(see(3, false)).then(back);
        prompts.given(opened(), ended, back).when(end(2)).thenNothing();
        prompts.given(opened(), ANSWERED).when(end(2)).then(ended);
    }

    @Test
    void a_report_answers_it_and_no_other_one_after_it() {
        prompts.given(opened()).when(new AnswerPrompt(ID, REPORT, true)).then(ANSWERED);
        prompts.given(opened(), ANSWERED)
                .when(new AnswerPrompt(ID, REPORT, true))
                .thenNothing();
        prompts.given(opened(), ANSWERED)
                .when(new AnswerPrompt(ID, ID, true))
                .thenRefused(PromptRule.PROMPT_ALREADY_ANSWERED);
        prompts.given(opened()).when(new AnswerPrompt(ID, REPORT, false)).thenRefused(PromptRule.ANSWERED_BY_NO_REPORT);
        prompts.given().when(new AnswerPrompt(ID, REPORT, true)).thenRefused(PromptRule.PROMPT_UNKNOWN);
    }

    @Test
    void a_dismissal_may_still_be_answered_but_not_an_answer_dismissed() {
        prompts.given(opened()).when(new DismissPrompt(ID, TWICE)).then(DISMISSED);
        prompts.given(opened(), DISMISSED)
                .when(new AnswerPrompt(ID, REPORT, true))
                .then(ANSWERED);
        prompts.given(opened(), DISMISSED)
                .when(new DismissPrompt(ID, TWICE))
                .thenRefused(PromptRule.PROMPT_ALREADY_DISMISSED);
        prompts.given(opened(), ANSWERED)
                .when(new DismissPrompt(ID, TWICE))
                .thenRefused(PromptRule.PROMPT_ALREADY_ANSWERED);
        prompts.given().when(new DismissPrompt(ID, TWICE)).thenRefused(PromptRule.PROMPT_UNKNOWN);
    }

    @Test
    void a_reason_is_erased_once() {
        PromptRedacted redacted = new PromptRedacted(ID, List.of(REPORT));
        prompts.given(opened(), DISMISSED)
                .when(new RedactPrompt(ID, List.of(REPORT)))
                .then(redacted);
        prompts.given(opened(), DISMISSED, redacted)
                .when(new RedactPrompt(ID, List.of()))
                .thenRefused(PromptRule.NOTHING_TO_ERASE);
    }

    private static SeeCause see(int event, boolean isMore) {
        return new SeeCause(ID, SUBJECT, evidence(event), isMore);
    }

    private static SeeCauseEnd end(int event) {
        return new SeeCauseEnd(ID, "gone", evidence(event));
    }

    private static PromptOpened opened() {
        return new PromptOpened(
                ID,
                SUBJECT.cause(),
                SUBJECT.kind(),
                SUBJECT.cycleId(),
                null,
                null,
                null,
                null,
                "Worse.",
                List.of(evidence(1)));
    }

    private static Evidence evidence(int event) {
        return new Evidence(new UUID(9, event), "measurement-service", event, "t.v1", Instant.EPOCH, "seen");
    }
}
