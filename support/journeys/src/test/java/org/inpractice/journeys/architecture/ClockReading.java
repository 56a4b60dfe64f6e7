package org.inpractice.journeys.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Date;

/** Calls that ask the machine for the time of day. {@code now(clock)} is none; {@code nanoTime} measures, it dates nothing. */
final class ClockReading {
    static final DescribedPredicate<JavaMethodCall> CALL =
            DescribedPredicate.describe("reads the system clock", call -> {
                String owner = call.getTargetOwner().getFullName();
                String method = call.getTarget().getName();
                boolean withClock = call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(type -> type.getFullName().equals("java.time.Clock"));
                return (owner.startsWith("java.time.") && method.equals("now") && !withClock)
                        || (owner.equals("java.time.Clock")
                                && (method.startsWith("system") || method.startsWith("tick")))
                        || (owner.equals("java.lang.System") && method.equals("currentTimeMillis"));
            });

    static final DescribedPredicate<JavaConstructorCall> NEW_DATE = DescribedPredicate.describe(
            "reads the system clock",
            call -> call.getTargetOwner().isEquivalentTo(Date.class)
                    && call.getTarget().getRawParameterTypes().isEmpty());

    private ClockReading() {}
}
