package org.inpractice.learning.failure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.learning.failure.FailureAnswers.ActionView;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.SealedText;

/** The sections of a review, opened; without timeline and checklist, which {@code GET failures/{failureId}/review} has. */
@Schema(name = "Review")
public record ReviewView(
        LocalDate reviewedOn,
        String expected,
        String happened,
        List<String> factors,
        List<String> contributingFactors,
        List<String> wentWell,
        List<String> luck,
        List<String> lessons,
        List<String> stillUnknown,
        List<ActionView> actions,
        List<String> participants,
        String facilitator,
        List<String> links) {
    /**
     * As a failure has it.
     *
     * @param actions as they stand, once the review is completed
     */
    static ReviewView of(KnownFailure known, List<ActionView> actions, Opener opener) {
        ReviewContent content = known.review().content();
        Texts texts = new Texts(known.failureId(), opener);
        return new ReviewView(
                known.reviewedOn(),
                texts.one(FailureTexts.EXPECTED, content.expected()),
                texts.one(FailureTexts.HAPPENED, content.happened()),
                content.factors(),
                texts.all(FailureTexts.CONTRIBUTING_FACTORS, content.contributingFactors()),
                texts.all(FailureTexts.WENT_WELL, content.wentWell()),
                texts.all(FailureTexts.LUCK, content.luck()),
                texts.all(FailureTexts.LESSONS, content.lessons()),
                texts.all(FailureTexts.STILL_UNKNOWN, content.stillUnknown()),
                known.isReviewed() ? actions : texts.drafted(content),
                texts.all(FailureTexts.PARTICIPANTS, content.participants()),
                texts.one(FailureTexts.FACILITATOR, content.facilitator()),
                texts.all(FailureTexts.LINKS, content.links()));
    }

    private record Texts(UUID failureId, Opener opener) {
        String one(String field, SealedText text) {
            return opener.open(failureId, field, text);
        }

        List<String> all(String field, List<SealedText> texts) {
            return texts == null
                    ? null
                    : texts.stream().map(text -> one(field, text)).toList();
        }

        List<ActionView> drafted(ReviewContent content) {
            return content.actions() == null
                    ? null
                    : content.actions().stream()
                            .map(action -> new ActionView(
                                    failureId,
                                    action.actionId(),
                                    one(FailureTexts.ACTIONS_WHAT, action.what()),
                                    one(FailureTexts.ACTIONS_OWNER, action.owner()),
                                    action.due(),
                                    action.measureId(),
                                    null,
                                    null,
                                    null))
                            .toList();
        }
    }
}
