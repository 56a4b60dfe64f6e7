package org.inpractice.learning.failure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a text had to go. A kind and not a sentence, which might say again what was erased. */
public enum RedactionReason {
    /** It named somebody, or let somebody be recognised. */
    @JsonProperty("names_a_person")
    NAMES_A_PERSON,
    /** It told of a single student. */
    @JsonProperty("about_a_student")
    ABOUT_A_STUDENT,
    /** It was told in confidence, or is protected by law. */
    @JsonProperty("confidential")
    CONFIDENTIAL,
    /** Whom it is about asked for it. */
    @JsonProperty("on_request")
    ON_REQUEST,
    /** Anything else. */
    @JsonProperty("other")
    OTHER
}
