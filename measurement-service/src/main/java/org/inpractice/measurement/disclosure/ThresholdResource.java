package org.inpractice.measurement.disclosure;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;

/** A district's suppression threshold over REST. */
@Path("/v1/districts/{districtId}/suppression-threshold")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy", description = "From how many people on a number is shown.")
public class ThresholdResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictThresholds thresholds;

    /**
     * The threshold.
     *
     * @param leastAllowed the default; a district may be stricter, not laxer
     */
    @Schema(name = "SuppressionThreshold")
    public record ThresholdView(
            @Schema(description = "Numbers of fewer people than this are suppressed.", examples = "11")
            int fewerThan,

            @Schema(description = "The default, and the least a district may set.", examples = "11")
            int leastAllowed) {}

    /** The threshold to set. */
    @Schema(name = "SuppressionThresholdChange")
    public record ThresholdChange(
            @Schema(description = "Numbers of fewer people than this are suppressed.", examples = "20")
            @NotNull(message = "Send the number of people from which numbers are shown.")
            Integer fewerThan,

            @Schema(description = "Why it changes.") @Size(max = 2_000, message = "Send at most 2,000 characters.")
            String reason,

            @Schema(description = "When that was decided; now when absent.")
            Instant occurredAt) {}

    /** Reads it. */
    @GET
    @Operation(summary = "From how many people on a number is shown")
    @APIResponse(
            responseCode = "200",
            description = "The threshold; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = ThresholdView.class)))
    public Response present() {
        DistrictThresholds.Present present =
                reads.read(connection -> thresholds.present(connection, request.districtId()));
        return Response.ok(view(present))
                .header(HttpHeaders.ETAG, "\"" + present.version() + "\"")
                .build();
    }

    /** Sets it. */
    @PUT
    @Operation(
            summary = "Set from how many people on a number is shown",
            description = "Needs If-Match. Stricter than the default only. What was published stays published; a laxer"
                    + " threshold than before holds for what is told from now on.")
    @APIResponse(
            responseCode = "200",
            description = "Set, or nothing to change",
            content = @Content(schema = @Schema(implementation = ThresholdView.class)))
    @APIResponse(responseCode = "400", description = "Laxer than the default, or beyond 1,000")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response set(@Valid @NotNull(message = "Send the threshold as a JSON object.") ThresholdChange change) {
        OptionalLong seen = request.requiredIfMatch();
        var cause = request.cause(change.occurredAt());
        return writes.write(change, connection -> {
            DistrictThresholds.Present present =
                    thresholds.set(connection, request.districtId(), seen, cause, change.fewerThan(), change.reason());
            return Answer.ok(view(present), present.version());
        });
    }

    private ThresholdView view(DistrictThresholds.Present present) {
        return new ThresholdView(present.fewerThan(), thresholds.legalDefault());
    }
}
