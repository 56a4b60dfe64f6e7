package org.inpractice.cycles.hindsight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a contradiction. */
class HindsightTest {
    @ParameterizedTest
    @CsvSource({
        "adopt, improved, improved, STANDS",
        "adopt, improved, worsened, CONTRADICTED",
        "adopt, improved, improved_at_expense, CONTRADICTED",
        "adopt, improved, no_signal_yet, NO_LONGER_SUPPORTED",
        "adopt, improved, confounded, NO_LONGER_SUPPORTED",
        "adopt, no_signal_yet, no_signal_yet, UNSUPPORTED",
        "adopt, , insufficient_data, UNSUPPORTED",
        "adopt, insufficient_data, improved, STANDS",
        "abandon, worsened, improved, CONTRADICTED",
        "abandon, no_signal_yet, no_signal_yet, STANDS",
        "abandon, improved, worsened, STANDS",
        "abandon, worsened, insufficient_data, CANNOT_TELL",
        "abandon, , , CANNOT_TELL",
        "adopt, improved, , CANNOT_TELL",
        "adapt, improved, worsened, STANDS",
        "adapt, , , STANDS",
    })
    void a_decision_is_held_against_the_verdict_of_then_and_of_today(
            String decision, String then, String today, Standing standing) {
        Hindsight hindsight = Hindsight.of(decision, then, today);
        assertEquals(standing, hindsight.standing());
        assertTrue(hindsight.why().endsWith("."), hindsight.why());
    }
}
