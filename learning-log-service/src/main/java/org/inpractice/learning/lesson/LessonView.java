package org.inpractice.learning.lesson;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A lesson.
 *
 * @param failureId the report whose review told it; absent of a study
 * @param cycleId the cycle whose study told it, or in which the failure happened
 * @param on the day of the review or study
 * @param score how much it is like the cycle that was asked for; only then
 * @param because why it is offered
 * @param shared whether a redacted version is shared with other districts
 */
@Schema(name = "Lesson")
public record LessonView(
        UUID lessonId,
        String text,
        UUID failureId,
        UUID cycleId,
        String siteId,
        LocalDate on,
        BigDecimal score,
        List<Reason> because,
        boolean shared) {

    /** What a lesson has in common with a cycle. */
    public enum Likeness {
        /** The cycle behind it tests the same change idea. */
        @JsonProperty("same_change_idea")
        SAME_CHANGE_IDEA,
        /** It serves the same aim. */
        @JsonProperty("same_aim")
        SAME_AIM,
        /** It watches a measure that this one watches too. */
        @JsonProperty("same_measure")
        SAME_MEASURE,
        /** It comes from the same site. */
        @JsonProperty("same_site")
        SAME_SITE,
        /** It is written in words of the plan. */
        @JsonProperty("words_in_common")
        WORDS_IN_COMMON
    }

    /**
     * Why a lesson is offered.
     *
     * @param points its part of the score
     * @param words the stems of the words in common
     */
    @Schema(name = "LessonReason")
    public record Reason(Likeness what, BigDecimal points, List<String> words) {}
}
