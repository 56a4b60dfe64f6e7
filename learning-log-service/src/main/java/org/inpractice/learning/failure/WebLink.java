package org.inpractice.learning.failure;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A link that a reader can follow without running anything: http or https, up to 2,000 characters without white space. */
@Size(max = 2_000, message = "Shorten the link to 2,000 characters.")
@Pattern(
        regexp = "(?i:https?)://[A-Za-z0-9.-]+(?::\\d{1,5})?(?:[/?#][^\\s\\p{Cc}\\p{Cs}<>\"'`\\\\]*)?",
        message = "Send a link that begins with https:// or http://.")
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface WebLink {
    /** Not used: each part has its own. */
    String message() default "Send a link.";

    /** None. */
    Class<?>[] groups() default {};

    /** None. */
    Class<? extends Payload>[] payload() default {};
}
