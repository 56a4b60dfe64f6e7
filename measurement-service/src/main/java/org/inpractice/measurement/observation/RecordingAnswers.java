package org.inpractice.measurement.observation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.observation.Observations.Result;

/** What a POST of observations answers. */
public final class RecordingAnswers {
    private RecordingAnswers() {}

    /** What became of one observation. */
    @Schema(name = "RecordedObservation")
    public record One(UUID observationId, RecordingOutcome status) {}

    /**
     * What became of each item of an array, in order.
     *
     * @param results one an item
     */
    @Schema(name = "RecordedObservations")
    public record Many(List<Item> results, Counts counts) {
        static Many of(List<Item> results) {
            return new Many(
                    results,
                    new Counts(
                            count(results, RecordingOutcome.RECORDED),
                            count(results, RecordingOutcome.CORRECTED),
                            count(results, RecordingOutcome.UNCHANGED),
                            count(results, RecordingOutcome.REJECTED)));
        }

        private static int count(List<Item> results, RecordingOutcome outcome) {
            return (int)
                    results.stream().filter(item -> item.status() == outcome).count();
        }
    }

    /** How many of each. */
    public record Counts(int recorded, int corrected, int unchanged, int rejected) {}

    /**
     * What became of one item.
     *
     * @param index its place in the array, from 0
     * @param problem why it was rejected; absent when it was not
     */
    @Schema(name = "RecordedItem")
    public record Item(int index, RecordingOutcome status, UUID observationId, ItemProblem problem) {
        static Item rejected(int index, HttpProblem problem) {
            return new Item(index, RecordingOutcome.REJECTED, null, ItemProblem.of(problem));
        }
    }

    /** A problem document of one item (RFC 9457). */
    public record ItemProblem(
            @Schema(examples = "urn:inpractice:problem:number-missing")
            URI type,

            String title,
            @Schema(examples = "400") int status,
            String detail,
            @Schema(examples = "NUMBER_MISSING") String code,
            @Schema(examples = "value") @JsonProperty String field) {
        static ItemProblem of(HttpProblem problem) {
            return new ItemProblem(
                    problem.getType(),
                    problem.getTitle(),
                    problem.getStatusCode(),
                    problem.getDetail(),
                    text(problem, "code"),
                    text(problem, "field"));
        }

        private static String text(HttpProblem problem, String member) {
            Object value = problem.getParameters().get(member);
            return value == null ? null : value.toString();
        }
    }

    static int status(Result result) {
        return result.outcome() == RecordingOutcome.RECORDED ? 201 : 200;
    }

    /** Of what is new; a correction is no new thing. */
    static String location(Result result) {
        return result.outcome() == RecordingOutcome.RECORDED ? "observations/" + result.observationId() : null;
    }

    /** {@link One} as JSON, without asking a mapper: nothing in it ever needs escaping. */
    static String json(Result result) {
        return "{\"observationId\":\"" + result.observationId() + "\",\"status\":\""
                + result.outcome().name().toLowerCase(Locale.ROOT) + "\"}";
    }
}
