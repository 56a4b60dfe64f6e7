package org.inpractice.cycles.portfolio;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
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
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.LongText;
import org.inpractice.cycles.portfolio.StallLimitEvent.StallLimitSet;

/** After how many days without an event a cycle counts as stalled, over REST. */
@Path("/v1/districts/{districtId}/stall-limit")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio")
public class StallLimitResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    StallLimits limits;

    /** A number of days to set. */
    @Schema(name = "StallLimitChange")
    public record LimitChange(
            @Schema(examples = "21")
            @NotNull(message = "Say after how many days without an event a cycle counts as stalled.")
            @Min(value = 1, message = "Send a number of days from 1 to 366.")
            @Max(value = 366, message = "Send a number of days from 1 to 366.")
            Integer days,

            @LongText String reason,
            Instant occurredAt) {}

    /** Reads it. */
    @GET
    @Operation(summary = "After how many days without an event a cycle counts as stalled; 14 when nobody said")
    @APIResponse(
            responseCode = "200",
            description = "The number of days; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = StallLimit.class)))
    public Response limit(@QueryParam("asOf") String asOf) {
        AsOf at = AsOf.parameter(asOf);
        Optional<Known<StallLimit>> limit =
                reads.read(connection -> StallLimits.known(connection, request.districtId(), at));
        long version = limit.map(Known::version).orElse(0L);
        return Response.ok(limit.map(Known::state).orElse(new StallLimit(StallLimit.DEFAULT_DAYS)))
                .header(HttpHeaders.ETAG, at.isNow() ? "\"" + version + "\"" : null)
                .build();
    }

    /** Sets it. */
    @PUT
    @Operation(summary = "Say after how many days a cycle counts as stalled", description = "Needs If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "Set, or nothing to change",
            content = @Content(schema = @Schema(implementation = StallLimit.class)))
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response set(@Valid @NotNull(message = "Send the number of days as a JSON object.") LimitChange change) {
        OptionalLong seen = request.requiredIfMatch();
        var cause = request.cause(change.occurredAt());
        StallLimitSet set = new StallLimitSet(change.days(), change.reason());
        return writes.write(change, connection -> {
            long version = limits.set(connection, request.districtId(), seen, cause, set);
            return Answer.ok(new StallLimit(set.days()), version);
        });
    }
}
