package org.inpractice.stream;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event is stored and published, whatever its class is called.
 *
 * <p>On the wire the type is {@code name + ".v" + version}, for example {@code improvement.cycle.started.v1}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
    /** Dotted lower-case name without a version. */
    String name();

    /** Version of the event's JSON form, from 1 upwards. */
    int version() default 1;
}
