package org.inpractice.cycles.leadership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.leadership.Cadence.Setting;
import org.inpractice.cycles.leadership.CadenceEvent.CadenceSet;
import org.inpractice.cycles.leadership.ReviewCommand.CorrectReview;
import org.inpractice.cycles.leadership.ReviewCommand.HoldReview;
import org.inpractice.cycles.leadership.ReviewCommand.WithdrawReview;
import org.inpractice.cycles.leadership.ReviewEvent.ReviewCorrected;
import org.inpractice.cycles.leadership.ReviewEvent.ReviewHeld;
import org.inpractice.cycles.leadership.ReviewEvent.ReviewWithdrawn;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewDeciderTest {
    private static final UUID ID = UUID.fromString("0199c2d4-7a01-7e10-8b02-4d5e6f708192");
    private static final UUID AIM = UUID.fromString("0198c301-9b52-7d4e-9f10-51a2c7e80a04");
    private static final LocalDate DAY = LocalDate.of(2025, 10, 6);
    private static final LocalDate TODAY = LocalDate.of(2025, 10, 20);
    private static final List<Attendee> ATTENDANCE = List.of(
            new Attendee("Maya Ortiz", LeaderRole.SUPERINTENDENT, null),
            new Attendee("Luis Romero", LeaderRole.PRINCIPAL, false));
    private static final ReviewTerms TERMS = terms(DAY, ATTENDANCE, List.of(AIM), List.of(), null);
    private static final ReviewHeld HELD =
            new ReviewHeld(ID, DAY, ATTENDANCE, List.of(AIM), List.of(), null, null, ReviewedBarriers.NONE);
    private static final ReviewWithdrawn WITHDRAWN = new ReviewWithdrawn(ID, "Told twice");

    private static DeciderSpecification<ReviewCommand, Optional<Review>, ReviewEvent> review() {
        return DeciderSpecification.specification(new ReviewDecider());
    }

    private static ReviewTerms terms(
            LocalDate day, List<Attendee> who, List<UUID> aims, List<ReviewDecision> decisions, LocalDate next) {
        return new ReviewTerms(day, who, aims, decisions, next, null);
    }

    private static HoldReview toHold(ReviewTerms terms) {
        return new HoldReview(ID, terms, ReviewedBarriers.NONE, TODAY);
    }

    @Test
    void a_review_is_told_corrected_and_withdrawn() {
        review().when(toHold(TERMS)).then(HELD);
        ReviewTerms other = terms(DAY.minusDays(1), ATTENDANCE, List.of(AIM), List.of(), null);
        var corrected =
                new ReviewCorrected(ID, DAY.minusDays(1), ATTENDANCE, List.of(AIM), List.of(), null, null, "A slip");
        review().given(HELD).when(new CorrectReview(other, "A slip", TODAY)).then(corrected);
        review().given(HELD).when(new CorrectReview(TERMS, "A slip", TODAY)).thenNothing();
        review().given(HELD, corrected).when(new WithdrawReview("Told twice")).then(WITHDRAWN);
    }

    @Test
    void refuses_a_review_that_no_leader_attended() {
        for (List<Attendee> who : List.of(
                List.of(new Attendee("Maya Ortiz", LeaderRole.SUPERINTENDENT, false)),
                List.of(new Attendee("Ana Lee", LeaderRole.IMPROVEMENT_LEAD, true)),
                List.<Attendee>of())) {
            review().when(toHold(terms(DAY, who, List.of(AIM), List.of(), null)))
                    .thenRefused(ReviewRule.REVIEW_WITHOUT_LEADERS);
        }
    }

    @Test
    void refuses_a_review_that_looked_at_nothing_or_names_it_twice() {
        review().when(toHold(terms(DAY, ATTENDANCE, List.of(), List.of(), null)))
                .thenRefused(ReviewRule.REVIEW_LOOKED_AT_NO_AIM);
        review().when(toHold(terms(DAY, ATTENDANCE, List.of(AIM, AIM), List.of(), null)))
                .thenRefused(ReviewRule.REVIEW_NAMES_IT_TWICE);
        var twice = List.of(ATTENDANCE.getFirst(), new Attendee(" maya  ORTIZ", LeaderRole.BOARD, true));
        var refusal = review().when(toHold(terms(DAY, twice, List.of(AIM), List.of(), null)))
                .thenRefused(ReviewRule.REVIEW_NAMES_IT_TWICE);
        assertEquals("attendance[1]", refusal.field());
    }

    @Test
    void refuses_days_out_of_order_and_days_to_come() {
        review().when(toHold(terms(TODAY.plusDays(1), ATTENDANCE, List.of(AIM), List.of(), null)))
                .thenRefused(ReviewRule.REVIEW_DAY_IN_THE_FUTURE);
        review().when(toHold(terms(DAY, ATTENDANCE, List.of(AIM), List.of(), DAY)))
                .thenRefused(ReviewRule.REVIEW_DATES_OUT_OF_ORDER);
        var early = List.of(new ReviewDecision("Do it", null, DAY.minusDays(1)));
        var refusal = review().when(toHold(terms(DAY, ATTENDANCE, List.of(AIM), early, null)))
                .thenRefused(ReviewRule.REVIEW_DATES_OUT_OF_ORDER);
        assertEquals("decisions[0].due", refusal.field());
    }

    @Test
    void what_is_withdrawn_stays_so_and_what_was_never_told_is_unknown() {
        var correct = new CorrectReview(TERMS, "A slip", TODAY);
        review().given(HELD, WITHDRAWN).when(correct).thenRefused(ReviewRule.REVIEW_IS_WITHDRAWN);
        review().given(HELD, WITHDRAWN).when(new WithdrawReview("Again")).thenRefused(ReviewRule.REVIEW_IS_WITHDRAWN);
        review().when(correct).thenRefused(ReviewRule.REVIEW_UNKNOWN);
        review().when(new WithdrawReview("Again")).thenRefused(ReviewRule.REVIEW_UNKNOWN);
        review().given(HELD).when(toHold(TERMS)).thenRefused(ReviewRule.REVIEW_ALREADY_HELD);
    }

    @Test
    void a_cadence_is_set_and_days_of_grace_never_make_up_for_a_review() {
        var set = new CadenceSet(28, 7, DAY, null);
        var cadence =
                DeciderSpecification.<CadenceSet, Optional<Cadence>, CadenceEvent>specification(new CadenceDecider());
        cadence.when(set).then(set);
        cadence.given(set).when(set).thenNothing();
        cadence.when(new CadenceSet(7, 7, DAY, null)).thenRefused(CadenceRule.CADENCE_GRACE_TOO_LONG);
        Cadence two = new CadenceDecider()
                .evolve(Optional.of(new Cadence(List.of(new Setting(28, 7, DAY)))), new CadenceSet(14, 0, TODAY, null))
                .orElseThrow();
        assertEquals(28, two.at(DAY).orElseThrow().everyDays());
        assertEquals(14, two.at(TODAY).orElseThrow().everyDays());
        assertEquals(Optional.empty(), two.at(DAY.minusDays(1)));
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_has_a_title_of_its_own(ReviewRule rule) {
        assertTrue(rule.title().length() > 10, rule.name());
    }
}
