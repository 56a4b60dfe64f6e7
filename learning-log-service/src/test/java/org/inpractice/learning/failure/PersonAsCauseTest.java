package org.inpractice.learning.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.inpractice.learning.failure.PersonAsCause.Hints;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonAsCauseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mr. Brown did not call",
                "Ms Ortiz",
                "Ana forgot the list",
                "On Monday Luis Ortega didn't print it",
                "she forgot",
                "The clerk forgot to print the list",
                "our substitute ignored the note",
                "It was Ana's fault",
                "her carelessness",
                "human error",
                "User error at the front desk"
            })
    void notices_where_a_person_is_named_as_the_cause(String text) {
        assertTrue(PersonAsCause.isNamedIn(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The call list is made by hand",
                "Nobody was told that the list was a day old",
                "The system did not send the letters",
                "Families did not hear from us",
                "Nobody forgot anything; the form has no place for it",
                "Two schools share one clerk",
                "Training failed to cover the new form",
                "<script>alert('Mr')</script>",
                "The mistake was easy to make",
                ""
            })
    void leaves_alone_what_tells_of_the_work(String text) {
        assertFalse(PersonAsCause.isNamedIn(text));
    }

    @Test
    void says_where_and_does_not_repeat_what() {
        var hints = new Hints()
                .look("happened", "Nobody called")
                .look("contributingFactors", List.of("made by hand", "Ana forgot"))
                .look("luck", (List<String>) null)
                .found();
        assertEquals(1, hints.size());
        assertEquals("contributingFactors[1]", hints.getFirst().field());
        assertFalse(hints.getFirst().hint().contains("Ana"));
        assertNull(new Hints().look("happened", "Nobody called").found());
    }

    @Test
    void is_done_in_a_moment_with_the_longest_and_worst_text() {
        String worst = "Ana Ana ".repeat(1_250);
        Assertions.assertTimeout(Duration.ofMillis(500), () -> assertFalse(PersonAsCause.isNamedIn(worst)));
    }
}
