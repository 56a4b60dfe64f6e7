package org.inpractice.measurement.feedback;

import static org.inpractice.measurement.feedback.Verdict.CONFOUNDED;
import static org.inpractice.measurement.feedback.Verdict.IMPROVED;
import static org.inpractice.measurement.feedback.Verdict.IMPROVED_AT_EXPENSE;
import static org.inpractice.measurement.feedback.Verdict.INSUFFICIENT_DATA;
import static org.inpractice.measurement.feedback.Verdict.NO_SIGNAL_YET;
import static org.inpractice.measurement.feedback.Verdict.UNSTABLE_BASELINE;
import static org.inpractice.measurement.feedback.Verdict.WORSENED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JointVerdictTest {
    @Test
    void is_the_verdict_of_the_only_cycle() {
        for (Verdict verdict : Verdict.values()) {
            assertEquals(verdict, whole(verdict));
        }
    }

    @Test
    void says_insufficient_data_of_no_cycle() {
        assertEquals(INSUFFICIENT_DATA, whole());
        assertEquals(
                "No cycle has started yet, so there is nothing to compare.",
                JointVerdict.of(List.of()).why());
    }

    @Test
    void lets_no_number_of_cycles_that_helped_hide_one_that_harmed() {
        assertEquals(IMPROVED_AT_EXPENSE, whole(IMPROVED, IMPROVED, IMPROVED, WORSENED));
        assertEquals(IMPROVED_AT_EXPENSE, whole(IMPROVED, IMPROVED_AT_EXPENSE));
        assertEquals(IMPROVED_AT_EXPENSE, whole(WORSENED, IMPROVED_AT_EXPENSE));
    }

    @Test
    void lets_a_cycle_that_says_something_go_before_those_that_do_not() {
        assertEquals(IMPROVED, whole(NO_SIGNAL_YET, IMPROVED, INSUFFICIENT_DATA, CONFOUNDED));
        assertEquals(WORSENED, whole(NO_SIGNAL_YET, WORSENED, UNSTABLE_BASELINE));
        assertEquals(CONFOUNDED, whole(NO_SIGNAL_YET, UNSTABLE_BASELINE, CONFOUNDED));
        assertEquals(UNSTABLE_BASELINE, whole(NO_SIGNAL_YET, UNSTABLE_BASELINE, INSUFFICIENT_DATA));
        assertEquals(NO_SIGNAL_YET, whole(INSUFFICIENT_DATA, NO_SIGNAL_YET));
    }

    @Test
    void depends_on_no_order() {
        Random random = new Random(20);
        List<Verdict> all = List.of(Verdict.values());
        for (int i = 0; i < 500; i++) {
            // given
            List<Verdict> verdicts = new ArrayList<>();
            for (int cycle = random.nextInt(8); cycle >= 0; cycle--) {
                verdicts.add(all.get(random.nextInt(all.size())));
            }
            JointVerdict inOneOrder = JointVerdict.of(verdicts);
            // when
            Collections.shuffle(verdicts, random);
            // then
            assertEquals(inOneOrder, JointVerdict.of(verdicts));
        }
    }

    @Test
    void counts_the_cycles_in_one_sentence() {
        assertEquals(
                "Of 4 cycles that started, 2 improved their outcomes, 1 made its outcome worse and 1 shows no signal yet.",
                JointVerdict.of(List.of(IMPROVED, NO_SIGNAL_YET, WORSENED, IMPROVED))
                        .why());
        assertEquals(
                "Of 1 cycle that started, 1 had nothing steady to be compared with.",
                JointVerdict.of(List.of(UNSTABLE_BASELINE)).why());
    }

    private static Verdict whole(Verdict... cycles) {
        return JointVerdict.of(List.of(cycles)).verdict();
    }
}
