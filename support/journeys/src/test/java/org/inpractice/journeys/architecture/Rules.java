package org.inpractice.journeys.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.inpractice.stream.Decider;
import org.inpractice.stream.EventType;

/** What may depend on what. Allow-lists: what is not named is forbidden, so nothing slips in under a new name. */
final class Rules {
    /** The services, by the last part of their base package. */
    static final List<String> SERVICES = List.of("cycles", "measurement", "learning");

    /**
     * The features of each service with the other features each may use. What several features need lies in the service's
     * own package, which uses no feature.
     */
    static final Map<String, List<String>> FEATURES = Map.ofEntries(
            Map.entry("cycles.team", List.of()),
            Map.entry("cycles.goal", List.of("cycles.team")),
            Map.entry("cycles.aim", List.of("cycles.team", "cycles.goal")),
            Map.entry("cycles.feedback", List.of()),
            Map.entry("cycles.cycle", List.of("cycles.aim", "cycles.team", "cycles.feedback", "cycles.idea")),
            Map.entry("cycles.idea", List.of("cycles.team", "cycles.feedback")),
            Map.entry("cycles.driver", List.of("cycles.aim", "cycles.idea", "cycles.team")),
            Map.entry(
                    "cycles.theory",
                    List.of(
                            "cycles.aim",
                            "cycles.driver",
                            "cycles.goal",
                            "cycles.idea",
                            "cycles.team",
                            "cycles.feedback")),
            Map.entry("cycles.barrier", List.of("cycles.team")),
            Map.entry("cycles.leadership", List.of("cycles.aim", "cycles.barrier")),
            Map.entry("cycles.fidelity", List.of("cycles.cycle", "cycles.feedback")),
            Map.entry("cycles.calibration", List.of("cycles.cycle", "cycles.feedback")),
            Map.entry("cycles.hindsight", List.of("cycles.cycle", "cycles.feedback")),
            Map.entry("cycles.method", List.of("cycles.cycle")),
            Map.entry("cycles.capacity", List.of("cycles.cycle", "cycles.fidelity", "cycles.team")),
            Map.entry("cycles.assessment", List.of("cycles.idea")),
            Map.entry(
                    "cycles.portfolio",
                    List.of("cycles.aim", "cycles.barrier", "cycles.cycle", "cycles.driver", "cycles.team")),
            Map.entry("measurement.measure", List.of()),
            Map.entry("measurement.disclosure", List.of()),
            Map.entry("measurement.site", List.of("measurement.measure")),
            Map.entry(
                    "measurement.observation",
                    List.of("measurement.measure", "measurement.disclosure", "measurement.site")),
            Map.entry("measurement.imports", List.of("measurement.measure", "measurement.observation")),
            Map.entry("measurement.feed", List.of("measurement.measure", "measurement.observation")),
            Map.entry("measurement.chart", List.of()),
            Map.entry("measurement.comparison", List.of()),
            Map.entry("measurement.picture", List.of("measurement.chart")),
            Map.entry(
                    "measurement.analysis",
                    List.of("measurement.chart", "measurement.comparison", "measurement.picture")),
            Map.entry(
                    "measurement.controlchart",
                    List.of(
                            "measurement.measure",
                            "measurement.observation",
                            "measurement.chart",
                            "measurement.picture")),
            Map.entry(
                    "measurement.feedback",
                    List.of(
                            "measurement.measure",
                            "measurement.observation",
                            "measurement.chart",
                            "measurement.comparison")),
            Map.entry("learning.sealing", List.of()),
            Map.entry("learning.factor", List.of()),
            Map.entry("learning.failure", List.of("learning.sealing", "learning.factor", "learning.history")),
            Map.entry("learning.followed", List.of()),
            Map.entry("learning.action", List.of("learning.sealing", "learning.followed")),
            Map.entry("learning.guard", List.of("learning.followed")),
            Map.entry(
                    "learning.prompt",
                    List.of("learning.failure", "learning.followed", "learning.guard", "learning.sealing")),
            Map.entry("learning.search", List.of("learning.sealing")),
            Map.entry("learning.lesson", List.of("learning.search", "learning.sealing")),
            Map.entry("learning.trend", List.of("learning.sealing")),
            Map.entry("learning.history", List.of("learning.sealing")),
            Map.entry("learning.reconciliation", List.of("learning.history")),
            Map.entry("learning.export", List.of("learning.history")),
            Map.entry("learning.live", List.of("learning.history")),
            Map.entry("learning.digest", List.of("learning.history")));

    /** Names that say how a thing is built and not what it is. */
    private static final List<String> EMPTY_NAMES =
            List.of("dto", "mapper", "impl", "util", "utils", "common", "core", "manager", "helper");

    private Rules() {}

    static ArchRule deciders_and_events_are_pure() {
        return classes()
                .that(assignableTo(Decider.class))
                .or(annotatedEvents())
                .should(new DependOnlyOn(
                        "java..",
                        "org.inpractice.stream",
                        // annotations that describe data, and what declares them
                        "com.fasterxml.jackson.annotation",
                        "jakarta.validation",
                        "jakarta.validation.constraints",
                        "org.eclipse.microprofile.openapi.annotations.."))
                .because("what a district may do is decided without framework, database or clock");
    }

    static ArchRule statistics_are_plain_java() {
        return classes()
                .that()
                .resideInAnyPackage("org.inpractice.measurement.chart..", "org.inpractice.measurement.comparison..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.inpractice.measurement.chart..",
                        "org.inpractice.measurement.comparison..",
                        // what the field computes distributions and regressions with
                        "org.apache.commons.statistics.distribution",
                        "org.hipparchus.stat.regression",
                        // annotations that describe data: a chart is its own JSON
                        "com.fasterxml.jackson.annotation",
                        "org.eclipse.microprofile.openapi.annotations..")
                .because("a chart or a comparison must be computable and checkable anywhere");
    }

    static ArchRule pictures_are_plain_java() {
        return classes()
                .that()
                .resideInAPackage("org.inpractice.measurement.picture..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml.stream..",
                        "javax.imageio..",
                        "com.github.weisj.jsvg..",
                        "org.inpractice.measurement.picture..",
                        "org.inpractice.measurement.chart..")
                .because("a chart can be drawn wherever it can be computed");
    }

    static ArchRule services_know_each_other_through_events_alone() {
        return classes()
                .that()
                .resideInAnyPackage(packagesOfServices())
                .should(new Neighbourhood(
                        "use no class of another service",
                        (self, other) -> self.service().equals(other.service())))
                .because("nothing calls another service or reads its database");
    }

    static ArchRule features_use_only_their_neighbours() {
        return classes()
                .that()
                .resideInAnyPackage(packagesOfServices())
                .should(new Neighbourhood(
                        "use only the features listed for their own",
                        (self, other) -> !self.service().equals(other.service()) || self.mayUse(other)))
                .because("a feature is opened alone, read alone and changed alone");
    }

    static ArchRule every_feature_is_listed() {
        String[] listed = Stream.concat(
                        FEATURES.keySet().stream().map(feature -> "org.inpractice." + feature + ".."),
                        SERVICES.stream().map(service -> "org.inpractice." + service))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAnyPackage(packagesOfServices())
                .should()
                .resideInAnyPackage(listed)
                .because("a new feature says in Rules.FEATURES which others it uses");
    }

    static ArchRule resources_stay_at_the_door() {
        return classes()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .and()
                .resideOutsideOfPackage("org.inpractice.api..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "jakarta.enterprise.context",
                                "jakarta.inject",
                                "io.quarkus.runtime",
                                "jakarta.validation..",
                                "jakarta.ws.rs..",
                                "org.eclipse.microprofile.openapi..",
                                "io.smallrye.common.annotation",
                                // the items of an array are read, and refused, one by one
                                "com.fasterxml.jackson..",
                                "io.quarkiverse.resteasy.problem",
                                "org.inpractice.api",
                                "org.inpractice.stream")
                        .or(resideInAnyPackage(packagesOfServices())))
                .because("a resource is path, request, command, answer; publishing and storing are behind it");
    }

    static ArchRule the_stream_needs_no_framework() {
        return classes()
                .that()
                .resideInAPackage("org.inpractice.stream..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.sql",
                        "org.inpractice.stream..",
                        "org.apache.kafka..",
                        "com.fasterxml.jackson..",
                        "com.fasterxml.uuid..",
                        "org.jboss.logging..")
                .because("the concurrency-critical code is right once, and tested without a container");
    }

    static ArchRule the_shared_doors_know_no_service() {
        return noClasses()
                .that()
                .resideInAnyPackage("org.inpractice.api..", "org.inpractice.stream..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packagesOfServices())
                .because("no word of a service's domain belongs in what all share");
    }

    static ArchRule only_the_clock_tells_the_time() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.inpractice.api.StreamBeans")
                .should()
                .callMethodWhere(ClockReading.CALL)
                .orShould()
                .callConstructorWhere(ClockReading.NEW_DATE)
                .because("time comes from the injected clock, so every report can be asked as of an instant");
    }

    static ArchRule packages_are_named_after_the_domain() {
        return noClasses()
                .that(alwaysTrue())
                .should()
                .resideInAnyPackage(
                        EMPTY_NAMES.stream().map(name -> ".." + name + "..").toArray(String[]::new))
                .because("a package says what it is about");
    }

    static ArchRule classes_are_named_after_the_domain() {
        return noClasses()
                .that(alwaysTrue())
                .should()
                .haveNameMatching(".*("
                        + String.join(
                                "|", EMPTY_NAMES.stream().map(Rules::capital).toList()) + "|DTO)(\\$.*)?")
                .because("a class says what it is about");
    }

    private static DescribedPredicate<JavaClass> annotatedEvents() {
        return DescribedPredicate.describe(
                "events",
                type -> type.isAnnotatedWith(EventType.class)
                        || type.getSubclasses().stream().anyMatch(event -> event.isAnnotatedWith(EventType.class)));
    }

    private static String[] packagesOfServices() {
        return SERVICES.stream()
                .map(service -> "org.inpractice." + service + "..")
                .toArray(String[]::new);
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
