package org.inpractice.learning.factor;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.inpractice.learning.factor.FactorCommand.AddFactor;
import org.inpractice.learning.factor.FactorCommand.RetireFactor;
import org.inpractice.learning.factor.FactorEvent.FactorAdded;
import org.inpractice.learning.factor.FactorEvent.FactorRetired;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;

class FactorDeciderTest {
    private static final FactorAdded BUS = new FactorAdded("bus-contract", "Bus contract", "Who decides on a delay?");

    private final DeciderSpecification<FactorCommand, FactorList, FactorEvent> factors =
            specification(new FactorDecider());

    @Test
    void adds_what_the_list_lacks() {
        factors.given().when(add("bus-contract", "Bus contract")).then(BUS);
    }

    @Test
    void refuses_a_code_that_means_something_already_or_once_meant_something() {
        assertEquals(
                "code",
                factors.given()
                        .when(add("workload", "Too much"))
                        .thenRefused(FactorRule.FACTOR_ALREADY_THERE)
                        .field());
        factors.given(BUS).when(add("bus-contract", "Other")).thenRefused(FactorRule.FACTOR_ALREADY_THERE);
        factors.given(BUS, new FactorRetired("bus-contract"))
                .when(add("bus-contract", "Other"))
                .thenRefused(FactorRule.FACTOR_ALREADY_THERE);
    }

    @Test
    void refuses_a_second_code_for_the_same_name() {
        assertEquals(
                "name",
                factors.given(BUS)
                        .when(add("buses", " BUS CONTRACT "))
                        .thenRefused(FactorRule.FACTOR_ALREADY_THERE)
                        .field());
        factors.given().when(add("too-much", "workload")).thenRefused(FactorRule.FACTOR_ALREADY_THERE);
    }

    @Test
    void refuses_more_than_anybody_keeps_in_mind_until_one_is_retired() {
        FactorEvent[] full = IntStream.range(0, FactorDecider.MOST)
                .mapToObj(i -> new FactorAdded("own-" + i, "Own " + i, "Why?"))
                .toArray(FactorEvent[]::new);
        factors.given(full).when(add("bus-contract", "Bus contract")).thenRefused(FactorRule.TOO_MANY_FACTORS);
        factors.given(full).when(new RetireFactor("own-7")).then(new FactorRetired("own-7"));
    }

    @Test
    void retires_a_districts_own_factor_once() {
        factors.given(BUS).when(new RetireFactor("bus-contract")).then(new FactorRetired("bus-contract"));
        factors.given(BUS, new FactorRetired("bus-contract"))
                .when(new RetireFactor("bus-contract"))
                .thenRefused(FactorRule.FACTOR_ALREADY_RETIRED);
        factors.given().when(new RetireFactor("workload")).thenRefused(FactorRule.FACTOR_NOT_OF_DISTRICT);
    }

    @Test
    void every_factor_of_the_list_has_a_code_a_question_and_a_source() {
        BuiltInFactor.ALL.forEach(factor -> {
            assertTrue(factor.code().matches("[a-z][a-z-]+"), factor.code());
            assertTrue(factor.question().endsWith("?"), factor.question());
            assertTrue(!factor.source().isBlank(), factor.code());
        });
        assertEquals(
                BuiltInFactor.ALL.size(),
                BuiltInFactor.ALL.stream().map(BuiltInFactor::code).distinct().count());
    }

    private static AddFactor add(String code, String name) {
        return new AddFactor(code, name, "Who decides on a delay?");
    }
}
