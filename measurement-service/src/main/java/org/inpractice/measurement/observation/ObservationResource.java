package org.inpractice.measurement.observation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.ExceptionMappers;
import org.inpractice.api.IdempotencyKeys;
import org.inpractice.api.JsonProblems;
import org.inpractice.api.Parameters;
import org.inpractice.api.WorkerThreads;
import org.inpractice.measurement.observation.ObservationIngest.Answered;
import org.inpractice.measurement.observation.Observations.Result;
import org.inpractice.measurement.observation.Observations.Told;
import org.inpractice.measurement.observation.RecordingAnswers.Item;
import org.inpractice.measurement.observation.RecordingAnswers.Many;
import org.inpractice.measurement.observation.RecordingAnswers.One;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.LockedDistricts;

/** Observations over REST. */
@Path("/v1/districts/{districtId}/observations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Observations", description = "Data points: measure, site, student group, period, and what was counted.")
public class ObservationResource {
    private static final String ONE_EXAMPLE = """
            {"measureId": "0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01", "siteId": "19647330112536",
             "studentGroup": "all", "period": "2025-09", "numerator": 41, "denominator": 512}""";
    private static final String MANY_EXAMPLE = "[" + ONE_EXAMPLE + """
            , {"measureId": "0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01", "siteId": "19647330112536",
             "studentGroup": "english_learners", "period": "2025-09", "status": "not_reported"}]""";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictStream stream;

    @Inject
    Observations observations;

    @Inject
    ObservationIngest ingest;

    @Inject
    ObservationBodies bodies;

    @Inject
    ObservationHistory history;

    @Inject
    IdempotencyKeys idempotencyKeys;

    /** Why an observation is taken back. */
    @Schema(name = "Withdrawal")
    public record Withdrawal(
            @Schema(examples = "The export counted another school's students.")
            @NotBlank(message = "Say why it is withdrawn.")
            @Size(max = 2_000, message = "Shorten it to 2,000 characters.")
            @Pattern(
                    regexp = "[[^\\p{Cc}\\p{Cs}]\\t\\n\\r]*",
                    message = "Remove control characters; line breaks and tabs may stay.")
            String reason,

            @Schema(description = "When it was taken back; now when absent.")
            Instant occurredAt) {}

    /** Records one or many. */
    @POST
    @Operation(
            summary = "Record one observation, or an array of up to 1,000",
            description =
                    "An observation is one measure, site, student group and period. Sent again with another value it"
                            + " corrects what was recorded, with the same value it changes nothing; so a feed may simply be"
                            + " sent again. The items of an array are decided one by one, in order: each gets its own result.")
    @APIResponse(
            responseCode = "201",
            description = "One observation recorded",
            content = @Content(schema = @Schema(implementation = One.class)))
    @APIResponse(
            responseCode = "200",
            description = "One observation corrected, or unchanged",
            content = @Content(schema = @Schema(implementation = One.class)))
    @APIResponse(
            responseCode = "207",
            description = "An array: one result an item, in order",
            content = @Content(schema = @Schema(implementation = Many.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    @APIResponse(responseCode = "404", description = "The district has defined no such measure")
    @APIResponse(responseCode = "413", description = "More than 1,000 observations")
    // On the method: at the parameter, the framework reads it anew for each request, at a seventh of the cost of one.
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(oneOf = {ObservationRequest.class, ObservationRequest[].class}),
                            examples = {
                                @ExampleObject(name = "one", value = ONE_EXAMPLE),
                                @ExampleObject(name = "many", value = MANY_EXAMPLE)
                            }))
    @NonBlocking
    public CompletionStage<Response> record(byte[] body) {
        // Districts post one by one all day long, and on a busy machine each change of threads costs more than the
        // rules
        // do: one observation is read on the event loop and waits there for its commit, holding no thread. An array is
        // work for a worker.
        return ObservationBodies.isArray(body)
                ? WorkerThreads.call(() -> recordMany(bodies.many(body)))
                : recordOne(bodies.one(body));
    }

    private CompletionStage<Response> recordOne(ObservationRequest observation) {
        Told told = new Told(request.districtId(), request.cause(observation.occurredAt()), observation);
        IdempotencyKeys.Key key = request.idempotencyKey()
                .map(sent ->
                        new IdempotencyKeys.Key(told.districtId(), told.cause().actor(), sent))
                .orElse(null);
        String hash = key == null ? null : idempotencyKeys.hash("POST observations", observation);
        CompletableFuture<Response> response = new CompletableFuture<>();
        var unused = ingest.record(told, key, hash).whenComplete((answered, failure) -> {
            try {
                if (failure != null) {
                    response.completeExceptionally(failure);
                } else {
                    response.complete(response(told.districtId(), answered, hash));
                }
            } catch (RuntimeException refused) {
                response.completeExceptionally(refused);
            }
        });
        return response;
    }

    /** Made on the thread that committed: nothing of the request may be asked here. */
    private Response response(String districtId, Answered answered, String hash) {
        if (answered.replayed() != null) {
            return writes.replay(idempotencyKeys.sameRequest(answered.replayed(), hash));
        }
        Result result = answered.result();
        if (result.refusal() != null) {
            throw result.refusal();
        }
        Response.ResponseBuilder response = Response.status(RecordingAnswers.status(result))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, "\"" + result.version() + "\"")
                .entity(RecordingAnswers.json(result));
        String location = RecordingAnswers.location(result);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, URI.create("/v1/districts/" + districtId + "/" + location));
        }
        return response.build();
    }

    private Response recordMany(ArrayNode items) {
        return writes.write(items, connection -> {
            LockedDistricts district = stream.lock(connection, List.of(request.districtId()));
            return new Answer(207, Many.of(results(connection, district, items)), null, null);
        });
    }

    private List<Item> results(Connection connection, LockedDistricts district, ArrayNode items) throws SQLException {
        Item[] results = new Item[items.size()];
        List<Integer> places = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        Append.Cause now = request.cause(null);
        for (int i = 0; i < items.size(); i++) {
            try {
                ObservationRequest observation = bodies.item(items.get(i));
                Append.Cause cause = observation.occurredAt() == null ? now : request.cause(observation.occurredAt());
                told.add(new Told(request.districtId(), cause, observation));
                places.add(i);
            } catch (JsonProcessingException e) {
                results[i] = Item.rejected(i, JsonProblems.of(e));
            } catch (HttpProblem problem) {
                results[i] = Item.rejected(i, problem);
            }
        }
        List<Result> recorded = observations.record(connection, district, told);
        for (int i = 0; i < recorded.size(); i++) {
            int place = places.get(i);
            Result result = recorded.get(i);
            results[place] = result.refusal() == null
                    ? new Item(place, result.outcome(), result.observationId(), null)
                    : Item.rejected(place, ExceptionMappers.of(result.refusal()));
        }
        return List.of(results);
    }

    /** One. */
    @GET
    @Path("{observationId}")
    @Operation(
            summary = "An observation as it stands, with all it ever was",
            description =
                    "Numbers of small groups are shown as suppressed, unless the token has the scope small-cells.")
    @APIResponse(
            responseCode = "200",
            description = "The observation; its ETag is for If-Match of a withdrawal",
            content = @Content(schema = @Schema(implementation = ObservationHistory.View.class)))
    @APIResponse(responseCode = "404", description = "No such observation in this district")
    public Response one(@PathParam("observationId") String id) {
        ObservationHistory.View view = history.view(Parameters.uuid("observationId", id));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, "\"" + view.version() + "\"")
                .build();
    }

    /** Takes one back. */
    @POST
    @Path("{observationId}/withdrawal")
    @Operation(
            summary = "Take an observation back for which there is nothing better to tell",
            description = "Its series has no point for the period any more. Told again, it is corrected.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = WithdrawnObservation.class)))
    @APIResponse(responseCode = "404", description = "No such observation in this district")
    @APIResponse(responseCode = "409", description = "It is withdrawn already")
    public Response withdraw(
            @PathParam("observationId") String id,
            @Valid @NotNull(message = "Send the reason as a JSON object.") Withdrawal withdrawal) {
        UUID observationId = Parameters.uuid("observationId", id);
        var seen = request.ifMatch();
        var cause = request.cause(withdrawal.occurredAt());
        var command = new ObservationCommand.WithdrawObservation(observationId, withdrawal.reason());
        return writes.write(withdrawal, connection -> {
            var outcome = observations
                    .aggregates()
                    .handle(connection, request.districtId(), observationId, seen, cause, command);
            return Answer.ok(new WithdrawnObservation(observationId, "withdrawn"), outcome.version());
        });
    }

    /** What a withdrawal answers. */
    public record WithdrawnObservation(
            UUID observationId,
            @Schema(examples = "withdrawn") String status) {}
}
