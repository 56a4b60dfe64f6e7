package org.inpractice.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Locale;

/**
 * Problem documents (RFC 9457) as this system writes them: {@code type} is {@code urn:inpractice:problem:} and the code in
 * kebab case, {@code code} the constant itself, {@code detail} a sentence with the remedy, {@code field} the part of the
 * request that is wrong, where there is one. No value of the request is repeated: it might belong to a small group.
 */
public final class Problems {
    private static final String TYPE = "urn:inpractice:problem:";

    private Problems() {}

    /**
     * A problem.
     *
     * @param code a constant in upper snake case
     */
    public static HttpProblem of(int status, String code, String title, String remedy) {
        return builder(status, code, title, remedy).build();
    }

    /** A problem of one field of the request: a JSON path such as {@code prediction.amount}, or a parameter's name. */
    public static HttpProblem ofField(int status, String code, String title, String field, String remedy) {
        return builder(status, code, title, remedy).with("field", field).build();
    }

    /** A request that can never succeed as sent (400), for one of its fields. */
    public static HttpProblem invalid(String field, String remedy) {
        return ofField(400, "INVALID_FIELD", "A field is not valid", field, remedy);
    }

    static HttpProblem.Builder builder(int status, String code, String title, String remedy) {
        return HttpProblem.builder()
                .withType(URI.create(TYPE + code.toLowerCase(Locale.ROOT).replace('_', '-')))
                .withTitle(title)
                .withStatus(status)
                .withDetail(remedy)
                .with("code", code);
    }
}
