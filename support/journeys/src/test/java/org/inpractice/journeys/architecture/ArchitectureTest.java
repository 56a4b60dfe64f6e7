package org.inpractice.journeys.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inpractice.api.BrokenDoor;
import org.inpractice.cycles.aim.BrokenNeighbour;
import org.inpractice.cycles.cycle.BrokenDecider;
import org.inpractice.cycles.cycle.BrokenEvent;
import org.inpractice.learning.failure.BrokenService;
import org.inpractice.learning.surprise.BrokenFeature;
import org.inpractice.measurement.chart.BrokenStatistics;
import org.inpractice.measurement.dto.BrokenName;
import org.inpractice.measurement.observation.BrokenClock;
import org.inpractice.measurement.observation.BrokenMapper;
import org.inpractice.measurement.observation.BrokenResource;
import org.inpractice.measurement.picture.BrokenPicture;
import org.inpractice.stream.BrokenStream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule three times: the code obeys it, a class that breaks it on purpose is caught, and a selection without a class
 * is refused, so that a misspelt package cannot pass in silence.
 */
class ArchitectureTest {
    private static final JavaClasses NOTHING = new ClassFileImporter().importClasses();

    private record Guarded(String name, ArchRule rule, List<Class<?>> broken) {
        Guarded(String name, ArchRule rule, Class<?>... broken) {
            this(name, rule, List.of(broken));
        }
    }

    private static Stream<Guarded> rules() {
        return Stream.of(
                new Guarded(
                        "deciders and events are pure",
                        Rules.deciders_and_events_are_pure(),
                        BrokenDecider.class,
                        BrokenEvent.class),
                new Guarded("statistics are plain Java", Rules.statistics_are_plain_java(), BrokenStatistics.class),
                new Guarded("pictures are plain Java", Rules.pictures_are_plain_java(), BrokenPicture.class),
                new Guarded(
                        "services know each other through events alone",
                        Rules.services_know_each_other_through_events_alone(),
                        BrokenService.class),
                new Guarded(
                        "features use only their neighbours",
                        Rules.features_use_only_their_neighbours(),
                        BrokenNeighbour.class),
                new Guarded("every feature is listed", Rules.every_feature_is_listed(), BrokenFeature.class),
                new Guarded("resources stay at the door", Rules.resources_stay_at_the_door(), BrokenResource.class),
                new Guarded("the stream needs no framework", Rules.the_stream_needs_no_framework(), BrokenStream.class),
                new Guarded(
                        "the shared doors know no service", Rules.the_shared_doors_know_no_service(), BrokenDoor.class),
                new Guarded("only the clock tells the time", Rules.only_the_clock_tells_the_time(), BrokenClock.class),
                new Guarded(
                        "packages are named after the domain",
                        Rules.packages_are_named_after_the_domain(),
                        BrokenName.class),
                new Guarded(
                        "classes are named after the domain",
                        Rules.classes_are_named_after_the_domain(),
                        BrokenMapper.class));
    }

    @TestFactory
    Stream<DynamicNode> each_rule_holds_and_has_teeth() {
        return rules().map(guarded -> dynamicContainer(
                guarded.name(),
                Stream.concat(
                        Stream.of(
                                dynamicTest("holds", () -> guarded.rule().check(Modules.all())),
                                dynamicTest("refuses an empty selection", () -> refusesNothing(guarded.rule()))),
                        guarded.broken().stream()
                                .map(broken -> dynamicTest(
                                        "catches " + broken.getSimpleName(), () -> catches(guarded.rule(), broken))))));
    }

    @Test
    void every_listed_feature_exists() {
        // when
        Set<String> found = Modules.all().stream()
                .flatMap(type -> Place.of(type).stream())
                .filter(place -> !place.feature().isEmpty())
                .map(Place::name)
                .collect(Collectors.toCollection(TreeSet::new));

        // then
        assertEquals(new TreeSet<>(Rules.FEATURES.keySet()), found);
    }

    private static void catches(ArchRule rule, Class<?> broken) {
        EvaluationResult result = rule.evaluate(new ClassFileImporter().importPackagesOf(broken));
        assertTrue(result.hasViolation(), broken.getSimpleName() + " passes: " + rule.getDescription());
        String details = String.join("\n", result.getFailureReport().getDetails());
        assertTrue(details.contains(broken.getSimpleName()), details);
    }

    private static void refusesNothing(ArchRule rule) {
        AssertionError refused = assertThrows(AssertionError.class, () -> rule.check(NOTHING));
        assertTrue(refused.getMessage().contains("failed to check any classes"), refused.getMessage());
    }
}
