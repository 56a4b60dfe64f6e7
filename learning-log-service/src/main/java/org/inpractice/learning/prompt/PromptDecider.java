package org.inpractice.learning.prompt;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.inpractice.learning.prompt.PromptCommand.AnswerPrompt;
import org.inpractice.learning.prompt.PromptCommand.DismissPrompt;
import org.inpractice.learning.prompt.PromptCommand.RedactPrompt;
import org.inpractice.learning.prompt.PromptCommand.SeeCause;
import org.inpractice.learning.prompt.PromptCommand.SeeCauseEnd;
import org.inpractice.learning.prompt.PromptCommand.Subject;
import org.inpractice.learning.prompt.PromptEvent.PromptAnswered;
import org.inpractice.learning.prompt.PromptEvent.PromptCauseEnded;
import org.inpractice.learning.prompt.PromptEvent.PromptDismissed;
import org.inpractice.learning.prompt.PromptEvent.PromptEvidenceAdded;
import org.inpractice.learning.prompt.PromptEvent.PromptOpened;
import org.inpractice.learning.prompt.PromptEvent.PromptRedacted;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/**
 * The rules of a prompt: a cause opens it once, an event is evidence once, and a report or a reason closes it. What the
 * data say may be said as often as anybody likes; a prompt never goes away by itself.
 */
final class PromptDecider implements Decider<PromptCommand, Prompt, PromptEvent> {
    @Override
    public Prompt initialState() {
        return Prompt.NONE;
    }

    @Override
    public List<PromptEvent> decide(PromptCommand command, Prompt prompt) {
        return switch (command) {
            case SeeCause cause -> see(cause, prompt);
            case SeeCauseEnd end -> seeEnd(end, prompt);
            case AnswerPrompt answer -> answer(answer, prompt);
            case DismissPrompt dismissal -> dismiss(dismissal, prompt);
            case RedactPrompt redaction -> redact(redaction, prompt);
        };
    }

    private static List<PromptEvent> see(SeeCause cause, Prompt prompt) {
        if (prompt.state() == null) {
            return List.of(opened(cause));
        }
        boolean isNews = cause.isMore() || !prompt.holds();
        return isNews
                        && prompt.state() == PromptState.OPEN
                        && !prompt.seen().contains(cause.evidence().eventId())
                ? List.of(new PromptEvidenceAdded(cause.promptId(), cause.evidence()))
                : List.of();
    }

    private static PromptOpened opened(SeeCause cause) {
        Subject subject = cause.subject();
        return new PromptOpened(
                cause.promptId(),
                subject.cause(),
                subject.kind(),
                subject.cycleId(),
                subject.measureId(),
                subject.siteId(),
                subject.studentGroup(),
                subject.feedId(),
                subject.what(),
                List.of(cause.evidence()));
    }

    private static List<PromptEvent> seeEnd(SeeCauseEnd end, Prompt prompt) {
        return prompt.state() != null
                        && prompt.holds()
                        && !prompt.seen().contains(end.evidence().eventId())
                ? List.of(new PromptCauseEnded(end.promptId(), end.why(), end.evidence()))
                : List.of();
    }

    private static List<PromptEvent> answer(AnswerPrompt answer, Prompt prompt) {
        checkOpened(prompt);
        if (!answer.isReported()) {
            throw new Refusal(
                    PromptRule.ANSWERED_BY_NO_REPORT,
                    "failureId",
                    "Report the failure or near-failure first and send its failureId;"
                            + " a prompt is answered by what was learned, not by a note.");
        }
        if (answer.failureId().equals(prompt.failureId())) {
            return List.of();
        }
        if (prompt.state() == PromptState.ANSWERED) {
            throw new Refusal(
                    PromptRule.PROMPT_ALREADY_ANSWERED,
                    "failureId",
                    "Read the prompt for the report that answers it, and go on there;"
                            + " one cause is looked into once.");
        }
        return List.of(new PromptAnswered(answer.promptId(), answer.failureId()));
    }

    private static List<PromptEvent> dismiss(DismissPrompt dismissal, Prompt prompt) {
        checkOpened(prompt);
        if (prompt.state() == PromptState.ANSWERED) {
            throw new Refusal(
                    PromptRule.PROMPT_ALREADY_ANSWERED,
                    "Dismiss the report that answers it, with the same reason: the prompt has done its work.");
        }
        if (prompt.state() == PromptState.DISMISSED) {
            throw new Refusal(
                    PromptRule.PROMPT_ALREADY_DISMISSED,
                    "Read the prompt for the reason that was given; who thinks otherwise reports the failure"
                            + " and answers the prompt with it.");
        }
        return List.of(new PromptDismissed(dismissal.promptId(), dismissal.reason()));
    }

    private static List<PromptEvent> redact(RedactPrompt redaction, Prompt prompt) {
        checkOpened(prompt);
        if (redaction.erasedKeys().isEmpty()) {
            throw new Refusal(
                    PromptRule.NOTHING_TO_ERASE,
                    "Nobody has given a reason, or it is erased already; what the data say of a prompt names nobody.");
        }
        return List.of(new PromptRedacted(redaction.promptId(), redaction.erasedKeys()));
    }

    private static void checkOpened(Prompt prompt) {
        if (prompt.state() == null) {
            throw new Refusal(
                    PromptRule.PROMPT_UNKNOWN,
                    "There is no such prompt in this district; look up its promptId in the list of prompts.");
        }
    }

    @Override
    public Prompt evolve(Prompt prompt, PromptEvent event) {
        return switch (event) {
            case PromptOpened opened ->
                new Prompt(
                        PromptState.OPEN,
                        true,
                        Set.of(opened.evidence().stream()
                                .map(PromptEvent.Evidence::eventId)
                                .toArray(UUID[]::new)),
                        null);
            case PromptEvidenceAdded added -> prompt.seeing(added.evidence().eventId(), true);
            case PromptCauseEnded ended -> prompt.seeing(ended.evidence().eventId(), false);
            case PromptAnswered answered ->
                new Prompt(PromptState.ANSWERED, prompt.holds(), prompt.seen(), answered.failureId());
            case PromptDismissed dismissed ->
                new Prompt(PromptState.DISMISSED, prompt.holds(), prompt.seen(), prompt.failureId());
            case PromptRedacted redacted -> prompt;
        };
    }
}
