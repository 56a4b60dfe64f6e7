package org.inpractice.measurement.observation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.inpractice.api.JsonProblems;
import org.inpractice.api.Problems;

/** Reads bodies of POST observations, as strictly as every other request is read. */
@Singleton
class ObservationBodies {
    /** The most observations of one request. */
    static final int MOST = 1_000;

    private final ObjectReader one;
    private final ObjectReader tree;

    @Inject
    ObservationBodies(ObjectMapper mapper) {
        this.one = mapper.readerFor(ObservationRequest.class);
        // Or 0.10 would become 0.1 on its way through the tree.
        this.tree = mapper.readerFor(JsonNode.class).without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /** Whether a body is an array, by its first character. */
    static boolean isArray(byte[] body) {
        if (body == null) {
            return false;
        }
        for (byte each : body) {
            if (each != ' ' && each != '\n' && each != '\r' && each != '\t') {
                return each == '[';
            }
        }
        return false;
    }

    ObservationRequest one(byte[] body) {
        try {
            ObservationRequest request = body == null || body.length == 0 ? null : one.readValue(body);
            if (request == null) {
                throw nothing();
            }
            return request;
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ArrayNode many(byte[] body) {
        try {
            ArrayNode items = tree.readValue(body);
            if (items.size() > MOST) {
                throw Problems.of(
                        413,
                        "ARRAY_TOO_LONG",
                        "Too many observations in one request",
                        "Send at most 1,000 in one array, and the rest in further requests.");
            }
            if (items.isEmpty()) {
                throw Problems.of(
                        400, "ARRAY_EMPTY", "There is no observation", "Send 1 to 1,000 observations in an array.");
            }
            return items;
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One item of an array. */
    ObservationRequest item(JsonNode item) throws JsonProcessingException {
        if (!item.isObject()) {
            throw nothing();
        }
        try {
            return one.readValue(item);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException nothing() {
        return Problems.of(
                400,
                "WRONG_SHAPE",
                "The body has the wrong shape",
                "Send an observation as a JSON object, or an array of them, as /openapi describes it.");
    }
}
