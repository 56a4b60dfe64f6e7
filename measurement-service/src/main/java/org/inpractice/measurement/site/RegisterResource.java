package org.inpractice.measurement.site;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Whether the register of sites is complete, over REST. */
@Path("/v1/districts/{districtId}/site-register")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sites")
public class RegisterResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    DistrictWrites writes;

    @Inject
    Sites sites;

    /** The register. */
    @Schema(name = "SiteRegister")
    public record RegisterView(
            @Schema(description = "Whether observations of other sites than the registered ones are refused.")
            boolean complete) {}

    /** What it shall be. */
    @Schema(name = "SiteRegisterChange")
    public record RegisterChange(
            @NotNull(message = "Send true when all sites are registered, false when any site may tell.")
            Boolean complete,

            @Schema(description = "When that was decided; now when absent.")
            Instant occurredAt) {}

    /** Reads it. */
    @GET
    @Operation(summary = "Whether the register of sites is complete")
    @APIResponse(
            responseCode = "200",
            description = "The register; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = RegisterView.class)))
    public Response present() {
        Sites.Register register = reads.read(connection -> sites.register(connection, request.districtId()));
        return Response.ok(new RegisterView(register.complete()))
                .header(HttpHeaders.ETAG, "\"" + register.version() + "\"")
                .build();
    }

    /** Sets it. */
    @PUT
    @Operation(
            summary = "Say whether all sites are registered",
            description = "Needs If-Match. Once complete, observations of a site that is not registered are refused by"
                    + " name; what was told before stays.")
    @APIResponse(
            responseCode = "200",
            description = "Set, or nothing to change",
            content = @Content(schema = @Schema(implementation = RegisterView.class)))
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response set(@Valid @NotNull(message = "Send the register as a JSON object.") RegisterChange change) {
        OptionalLong seen = request.requiredIfMatch();
        var cause = request.cause(change.occurredAt());
        return writes.write(change, connection -> {
            Sites.Register register = sites.complete(connection, request.districtId(), seen, cause, change.complete());
            return Answer.ok(new RegisterView(register.complete()), register.version());
        });
    }
}
