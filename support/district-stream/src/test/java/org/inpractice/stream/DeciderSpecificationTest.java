package org.inpractice.stream;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples that other tests are told in fail when they should. */
class DeciderSpecificationTest {
    private final Decider<String, Boolean, String> door = new Door();

    @Test
    void passes_when_the_command_leads_to_exactly_these_events() {
        specification(door).given("opened").when("close").then("closed");
        specification(door).given("opened", "closed").when("open").then("opened");
    }

    @Test
    void fails_on_other_events_and_tells_both() {
        // given
        var decision = specification(door).when("open");
        // when
        AssertionError error = assertThrows(AssertionError.class, () -> decision.then("closed"));
        // then
        assertEquals(true, error.getMessage().startsWith("expected [closed] but got "), error.getMessage());
        assertEquals(true, error.getMessage().contains("opened"), error.getMessage());
        assertThrows(AssertionError.class, () -> decision.then("opened", "opened"));
        assertThrows(AssertionError.class, decision::thenNothing);
        assertThrows(AssertionError.class, () -> decision.thenRefused(Rule.DOOR_IS_OPEN));
    }

    @Test
    void passes_on_a_refusal_by_the_rule_and_fails_on_another() {
        // given
        var decision = specification(door).given("opened").when("open");
        // when then
        assertEquals("Close it first.", decision.thenRefused(Rule.DOOR_IS_OPEN).getMessage());
        assertThrows(AssertionError.class, () -> decision.thenRefused(Rule.NO_SUCH_WISH));
        assertThrows(AssertionError.class, decision::thenNothing);
        assertThrows(AssertionError.class, () -> decision.then("opened"));
    }

    @Test
    void nothing_is_an_answer_too() {
        specification(door).when("close").thenNothing();
    }

    private enum Rule implements Refusal.Rule {
        DOOR_IS_OPEN,
        NO_SUCH_WISH;

        @Override
        public String title() {
            return name();
        }

        @Override
        public Refusal.Kind kind() {
            return Refusal.Kind.CONFLICT;
        }
    }

    private static final class Door implements Decider<String, Boolean, String> {
        @Override
        public Boolean initialState() {
            return false;
        }

        @Override
        public List<String> decide(String command, Boolean open) {
            return switch (command) {
                case "open" -> {
                    if (open) {
                        throw new Refusal(Rule.DOOR_IS_OPEN, "Close it first.");
                    }
                    yield List.of("opened");
                }
                case "close" -> open ? List.of("closed") : List.of();
                default -> throw new Refusal(Rule.NO_SUCH_WISH, "Open or close.");
            };
        }

        @Override
        public Boolean evolve(Boolean open, String event) {
            return event.equals("opened");
        }
    }
}
