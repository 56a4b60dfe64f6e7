package org.inpractice.journeys.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;

/** Which places of the services may use which. */
final class Neighbourhood extends ArchCondition<JavaClass> {
    private final BiPredicate<Place, Place> allowed;

    Neighbourhood(String description, BiPredicate<Place, Place> allowed) {
        super(description);
        this.allowed = allowed;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Place self = Place.of(type).orElseThrow();
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            Place.of(dependency.getTargetClass().getBaseComponentType())
                    .filter(other -> !allowed.test(self, other))
                    .ifPresent(other ->
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
        }
    }
}
