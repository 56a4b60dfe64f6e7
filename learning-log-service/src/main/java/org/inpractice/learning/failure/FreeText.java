package org.inpractice.learning.failure;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that people write and read: at most 10,000 characters, line breaks and tabs, no other control characters.
 * Markup in it is text like any other.
 */
@Size(max = 10_000, message = "Shorten it to 10,000 characters.")
@Pattern(regexp = FreeText.READABLE, message = "Remove control characters; line breaks and tabs may stay.")
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface FreeText {
    /** No control characters but tab and line breaks, and no half of a surrogate pair, which is no character at all. */
    String READABLE = "[[^\\p{Cc}\\p{Cs}]\\t\\n\\r]*";

    /** Not used: each part has its own. */
    String message() default "Send a readable text.";

    /** None. */
    Class<?>[] groups() default {};

    /** None. */
    Class<? extends Payload>[] payload() default {};
}
