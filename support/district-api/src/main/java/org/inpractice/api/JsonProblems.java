package org.inpractice.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is wrong with JSON that could not be read, as a problem document. Names the field, never repeats a value. */
public final class JsonProblems {
    private JsonProblems() {}

    /** The problem of what Jackson threw; also for answers that carry one problem an item. */
    public static HttpProblem of(JsonProcessingException broken) {
        if (broken instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return Problems.ofField(
                    400,
                    "UNKNOWN_PROPERTY",
                    "A property is not known",
                    path(unknown),
                    "Known here are: " + known + ".");
        }
        if (broken instanceof InvalidFormatException wrong) {
            return Problems.ofField(
                    400,
                    "WRONG_TYPE",
                    "A value has the wrong type",
                    path(wrong),
                    "Send " + wanted(wrong.getTargetType()) + ".");
        }
        if (broken instanceof StreamConstraintsException) {
            return Problems.of(
                    400,
                    "JSON_LIMIT",
                    "The JSON is too deep or has an endless number or text",
                    "At most %d levels, %d digits a number and %d characters a text."
                            .formatted(StrictJson.MAX_DEPTH, StrictJson.MAX_NUMBER_LENGTH, StrictJson.MAX_TEXT_LENGTH));
        }
        if (broken instanceof MismatchedInputException wrong) {
            String field = path(wrong);
            return field.isEmpty()
                    ? Problems.of(
                            400,
                            "WRONG_SHAPE",
                            "The body has the wrong shape",
                            "Send a JSON object as /openapi describes it.")
                    : Problems.ofField(
                            400,
                            "WRONG_TYPE",
                            "A value has the wrong type",
                            field,
                            "Send " + wanted(wrong.getTargetType()) + ".");
        }
        if (broken instanceof JsonMappingException mapping && !path(mapping).isEmpty()) {
            if (mapping.getCause() instanceof StreamConstraintsException limit) {
                return of(limit);
            }
            return Problems.ofField(
                    400, "WRONG_TYPE", "A value cannot be read", path(mapping), "Send it as /openapi describes it.");
        }
        String where = broken.getLocation() == null
                ? ""
                : " Reading stopped at line %d, column %d."
                        .formatted(
                                broken.getLocation().getLineNr(),
                                broken.getLocation().getColumnNr());
        return Problems.of(400, "NOT_JSON", "The body is not JSON", "Send UTF-8 JSON without duplicate names." + where);
    }

    private static String wanted(Class<?> type) {
        if (type == null) {
            return "a value as /openapi describes it";
        }
        if (type.isEnum()) {
            return "one of: "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> String.valueOf(constant).toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "an id as a service gave it: a UUID";
            case "LocalDate" -> "a date, for example 2026-03-01";
            case "Instant" -> "an instant, for example 2026-03-01T08:00:00Z";
            case "BigDecimal", "Double", "double" -> "a number, without quotes";
            case "Integer", "int", "Long", "long", "BigInteger" -> "a whole number, without quotes";
            case "Boolean", "boolean" -> "true or false";
            case "String" -> "a text, in quotes";
            case "List", "ArrayList", "Set" -> "a JSON array";
            default -> "a JSON object as /openapi describes it";
        };
    }

    private static String path(JsonMappingException exception) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : exception.getPath()) {
            if (reference.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            } else if (reference.getIndex() >= 0) {
                path.append('[').append(reference.getIndex()).append(']');
            }
        }
        return path.toString();
    }
}
