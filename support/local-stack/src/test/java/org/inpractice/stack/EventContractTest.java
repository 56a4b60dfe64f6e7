package org.inpractice.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventContractTest {
    private static final String COMPLETED = "improvement.action.completed.v1";

    private final EventContract contract = EventContract.ofThisRepository();

    @Test
    void finds_no_fault_with_the_sample_of_any_type_it_knows() {
        for (String topic : Topics.ALL) {
            Set<String> types = contract.wireTypes(topic);

            assertFalse(types.isEmpty(), topic);
            types.forEach(type -> assertEquals(List.of(), contract.violations(type, contract.sampleData(type))));
        }
    }

    @Test
    void names_what_is_missing_malformed_or_unannounced() {
        // given
        String data = """
                {"failureId": "no uuid", "actionId": "0199c8d2-6e4f-7d03-b209-71f5d3c8ea09", "student": "unannounced"}
                """;

        // when
        String violations = String.join("\n", contract.violations(COMPLETED, data));

        // then
        assertTrue(violations.contains("/failureId"), violations);
        assertTrue(violations.contains("completedOn"), violations);
        assertTrue(violations.contains("student"), violations);
    }

    @Test
    void names_what_is_unannounced_deep_inside() {
        // given
        String type = "improvement.failure.reviewed.v1";
        String data = contract.sampleData(type).replaceFirst("\"what\":", "\"student\":\"unannounced\",\"what\":");

        // when
        List<String> violations = contract.violations(type, data);

        // then
        assertEquals(1, violations.size(), violations.toString());
    }

    @Test
    void refuses_a_number_beside_the_word_suppressed() {
        // given
        String type = "improvement.observation.recorded.v1";
        String data = contract.sampleData(type).replace("\"reported\"", "\"suppressed\"");

        // when
        List<String> violations = contract.violations(type, data);

        // then
        assertFalse(violations.isEmpty());
    }

    @Test
    void knows_no_type_without_a_schema() {
        assertFalse(contract.violations("improvement.cycle.forgotten.v1", "{}").isEmpty());
    }
}
