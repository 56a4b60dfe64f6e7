package org.inpractice.cycles;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name, a role, a title: plain text of 1 to 200 characters. Absent is fine; blank is not. */
@Size(max = 200, message = "Say it in at most 200 characters.")
@Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
@Pattern(regexp = "(?s).*\\S.*", message = "Say something, or leave it out.")
@Constraint(validatedBy = {})
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
public @interface ShortText {
    /** Unused: each part has its own. */
    String message() default "";

    /** Unused. */
    Class<?>[] groups() default {};

    /** Unused. */
    Class<? extends Payload>[] payload() default {};
}
