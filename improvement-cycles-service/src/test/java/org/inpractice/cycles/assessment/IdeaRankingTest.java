package org.inpractice.cycles.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.assessment.AssessmentDecider.Command.GiveAssessment;
import org.inpractice.cycles.assessment.AssessmentDecider.Command.WithdrawAssessment;
import org.inpractice.cycles.assessment.AssessmentEvent.AssessmentGiven;
import org.inpractice.cycles.assessment.AssessmentEvent.AssessmentWithdrawn;
import org.inpractice.cycles.assessment.IdeaRanking.Idea;
import org.inpractice.cycles.assessment.IdeaRanking.RankedIdea;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;

/** What an assessment may be, and what order follows from several. */
class IdeaRankingTest {
    private static final UUID CALLS = new UUID(0, 1);
    private static final UUID VISITS = new UUID(0, 2);
    private static final UUID BUSES = new UUID(0, 3);

    private static final Map<UUID, Idea> IDEAS = Map.of(
            CALLS, new Idea(CALLS, "Calls", false),
            VISITS, new Idea(VISITS, "Visits", false),
            BUSES, new Idea(BUSES, "Buses", false));

    private static AssessmentGiven said(UUID idea, String by, int impact, int effort) {
        return new AssessmentGiven(new UUID(9, idea.getLeastSignificantBits()), idea, impact, effort, by, "Because");
    }

    private static List<UUID> ids(List<RankedIdea> ranked) {
        return ranked.stream().map(RankedIdea::changeIdeaId).toList();
    }

    @Test
    void an_assessment_is_given_once_and_withdrawn_once() {
        var given = said(CALLS, "Dana", 4, 2);
        var withdrawn = new AssessmentWithdrawn(given.assessmentId(), "Another idea");
        var assessment =
                DeciderSpecification.<AssessmentDecider.Command, Optional<Assessment>, AssessmentEvent>specification(
                        new AssessmentDecider());
        assessment.when(new GiveAssessment(given)).then(given);
        assessment.given(given).when(new GiveAssessment(given)).thenRefused(AssessmentRule.ASSESSMENT_ALREADY_GIVEN);
        assessment.given(given).when(new WithdrawAssessment("Another idea")).then(withdrawn);
        assessment
                .given(given, withdrawn)
                .when(new WithdrawAssessment("Again"))
                .thenRefused(AssessmentRule.ASSESSMENT_IS_WITHDRAWN);
        assessment.when(new WithdrawAssessment("Again")).thenRefused(AssessmentRule.ASSESSMENT_UNKNOWN);
    }

    @Test
    void most_impact_for_least_effort_comes_first() {
        // when
        List<RankedIdea> ranked = IdeaRanking.of(
                List.of(said(BUSES, "Dana", 2, 5), said(VISITS, "Dana", 5, 4), said(CALLS, "Dana", 4, 1)), IDEAS);
        // then
        assertEquals(List.of(CALLS, VISITS, BUSES), ids(ranked));
        assertEquals(List.of(1, 2, 3), ranked.stream().map(RankedIdea::rank).toList());
        assertEquals(
                List.of("quick_win", "big_bet", "not_now"),
                ranked.stream().map(RankedIdea::quadrant).toList());
        assertEquals(new BigDecimal("1.250"), ranked.get(1).score());
    }

    @Test
    void ideas_with_one_score_share_a_rank_and_say_so() {
        // when: 4/2, 2/1 and 1/1
        List<RankedIdea> ranked = IdeaRanking.of(
                List.of(said(BUSES, "Dana", 1, 1), said(VISITS, "Dana", 2, 1), said(CALLS, "Dana", 4, 2)), IDEAS);
        // then
        assertEquals(List.of(CALLS, VISITS, BUSES), ids(ranked));
        assertEquals(List.of(1, 1, 3), ranked.stream().map(RankedIdea::rank).toList());
        assertEquals(
                List.of(true, true, false),
                ranked.stream().map(RankedIdea::tied).toList());
    }

    @Test
    void the_last_assessment_of_each_person_counts_and_the_median_of_people() {
        // when
        RankedIdea idea = IdeaRanking.of(
                        List.of(
                                said(CALLS, "Dana Reyes", 1, 5),
                                said(CALLS, "dana  REYES", 4, 2),
                                said(CALLS, "Luis", 5, 2)),
                        Map.of(CALLS, new Idea(CALLS, "Call home early", true)))
                .getFirst();
        // then
        assertEquals(2, idea.assessments());
        assertEquals(new BigDecimal("4.5"), idea.impact());
        assertEquals(new BigDecimal("2.0"), idea.effort());
        assertEquals("Call home early", idea.changeIdea());
        assertTrue(idea.tested());
        assertFalse(idea.disagreement());
    }

    @Test
    void what_was_said_of_a_merged_idea_counts_for_the_one_it_became_and_of_a_retired_one_for_none() {
        // given
        var merged = Map.of(CALLS, new Idea(CALLS, "Calls", true), VISITS, new Idea(CALLS, "Calls", true));
        // when
        List<RankedIdea> ranked = IdeaRanking.of(
                List.of(said(VISITS, "Dana", 1, 1), said(CALLS, "Luis", 3, 1), said(BUSES, "Dana", 5, 1)), merged);
        // then
        assertEquals(List.of(CALLS), ids(ranked));
        assertEquals(2, ranked.getFirst().assessments());
        assertEquals(new BigDecimal("2.0"), ranked.getFirst().impact());
    }

    @Test
    void numbers_two_apart_are_a_disagreement() {
        var apart = IdeaRanking.of(List.of(said(CALLS, "Dana", 2, 2), said(CALLS, "Luis", 4, 2)), IDEAS);
        assertTrue(apart.getFirst().disagreement());
        assertTrue(IdeaRanking.of(List.of(), IDEAS).isEmpty());
    }

    @Test
    void every_number_of_the_scales_has_a_meaning() {
        for (List<Scales.Point> scale : List.of(Scales.ALL.impact(), Scales.ALL.effort())) {
            assertEquals(
                    List.of(1, 2, 3, 4, 5),
                    scale.stream().map(Scales.Point::value).toList());
            assertTrue(scale.stream().allMatch(point -> point.means().length() > 10));
        }
    }
}
