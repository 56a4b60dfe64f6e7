package org.inpractice.measurement.measure;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.measurement.measure.MeasureRequests.MeasureDefinition;
import org.inpractice.measurement.measure.MeasureRequests.MeasureRevision;
import org.inpractice.stream.DistrictStream;

/** Measures over REST. */
@Path("/v1/districts/{districtId}/measures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Measures", description = "What is observed, how often, and which way is better.")
public class MeasureResource {
    private static final String EXAMPLE = """
            {"name": "Chronic absence", "kind": "outcome", "valueType": "rate", "unit": "percent of students",
             "direction": "decrease", "period": "month", "owner": "Attendance team"}""";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    Measures measures;

    /** The id of a measure. */
    @Schema(name = "MeasureId")
    public record MeasureIdView(UUID measureId) {}

    /** Defines. */
    @POST
    @Operation(summary = "Define a measure")
    @APIResponse(
            responseCode = "201",
            description = "Defined; Location and ETag are the measure's",
            content = @Content(schema = @Schema(implementation = MeasureIdView.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    public Response define(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = MeasureDefinition.class),
                                            example = EXAMPLE))
                    @Valid
                    @NotNull(message = "Send the measure as a JSON object.")
                    MeasureDefinition definition) {
        UUID measureId = DistrictStream.newId();
        var cause = request.cause(definition.occurredAt());
        return writes.write(
                definition,
                connection -> Answer.created(
                        "measures/" + measureId,
                        new MeasureIdView(measureId),
                        measures.handle(connection, OptionalLong.empty(), cause, definition.command(measureId))));
    }

    /** Changes its words. */
    @PUT
    @Path("{measureId}")
    @Operation(
            summary = "Change a measure's name, owner or description",
            description = "Needs If-Match. What it counts never changes: define a new measure for that.")
    @APIResponse(
            responseCode = "200",
            description = "Changed, or nothing to change",
            content = @Content(schema = @Schema(implementation = MeasureIdView.class)))
    @APIResponse(responseCode = "404", description = "No such measure in this district")
    @APIResponse(responseCode = "409", description = "What was sent would change what the measure counts")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response revise(
            @PathParam("measureId") String id,
            @Valid @NotNull(message = "Send the measure as a JSON object.") MeasureRevision revision) {
        UUID measureId = Parameters.uuid("measureId", id);
        if (MeasureRow.one(request.districtId(), measureId).isEmpty()) {
            throw new NotFound("measure");
        }
        OptionalLong seen = request.requiredIfMatch();
        var cause = request.cause(revision.occurredAt());
        return writes.write(
                revision,
                connection -> Answer.ok(
                        new MeasureIdView(measureId),
                        measures.handle(connection, seen, cause, revision.command(measureId))));
    }

    /** One. */
    @GET
    @Path("{measureId}")
    @Operation(summary = "A measure")
    @APIResponse(
            responseCode = "200",
            description = "The measure; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = MeasureView.class)))
    @APIResponse(responseCode = "404", description = "No such measure in this district")
    public Response one(@PathParam("measureId") String id) {
        MeasureRow row = MeasureRow.one(request.districtId(), Parameters.uuid("measureId", id))
                .orElseThrow(() -> new NotFound("measure"));
        return Response.ok(MeasureView.of(row))
                .header(HttpHeaders.ETAG, "\"" + row.version + "\"")
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "The district's measures, the first defined first")
    public Page<MeasureView> list(
            @Parameter(description = "outcome, driver, process or balancing.", example = "outcome") @QueryParam("kind")
                    String kind,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        List<MeasureView> rows = MeasureRow.oldest(
                        request.districtId(),
                        Parameters.oneOf(MeasureKind.class, "kind", kind),
                        after(cursor),
                        length + 1)
                .stream()
                .map(MeasureView::of)
                .toList();
        return Page.of(rows, length, last -> Cursor.of(last.measureId().toString()));
    }

    private static UUID after(String cursor) {
        List<String> keys = Cursor.keys(cursor, 1);
        try {
            return keys.isEmpty() ? null : UUID.fromString(keys.getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }
}
