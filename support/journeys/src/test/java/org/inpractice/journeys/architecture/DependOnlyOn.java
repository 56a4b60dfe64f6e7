package org.inpractice.journeys.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * A class, and whatever it uses of its own feature and of those it may use, depends on nothing but the packages named:
 * purity does not end at the next class of the same folder.
 */
final class DependOnlyOn extends ArchCondition<JavaClass> {
    private final DescribedPredicate<JavaClass> allowed;

    DependOnlyOn(String... packages) {
        super("depend only on " + String.join(", ", packages) + " and on such classes of features they may use");
        this.allowed = JavaClass.Predicates.resideInAnyPackage(packages);
    }

    @Override
    public void check(JavaClass start, ConditionEvents events) {
        Set<JavaClass> seen = new HashSet<>(Set.of(start));
        Deque<JavaClass> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Dependency dependency : open.pop().getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.isPrimitive() || allowed.test(target)) {
                    continue;
                }
                if (!isNear(target, start)) {
                    events.add(SimpleConditionEvent.violated(
                            start, start.getSimpleName() + " reaches " + dependency.getDescription()));
                } else if (seen.add(target)) {
                    open.add(target);
                }
            }
        }
    }

    private static boolean isNear(JavaClass target, JavaClass start) {
        return target.getPackageName().equals(start.getPackageName())
                || Place.of(start)
                        .flatMap(self -> Place.of(target).map(self::mayUse))
                        .orElse(false);
    }
}
