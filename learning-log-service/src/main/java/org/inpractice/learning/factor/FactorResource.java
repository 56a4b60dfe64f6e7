package org.inpractice.learning.factor;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.learning.factor.FactorCommand.AddFactor;
import org.inpractice.learning.factor.FactorCommand.RetireFactor;

/** The taxonomy of contributing factors over REST. */
@Path("/v1/districts/{districtId}/factors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Factors", description = "Contributing factors by code, so that what recurs can be counted.")
public class FactorResource {
    private static final String CODE = "[a-z][a-z0-9-]{1,60}";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    Factors factors;

    /** A factor that the list lacks. */
    @Schema(name = "FactorAddition")
    public record FactorAddition(
            @Schema(examples = "substitute-teachers")
            @NotNull(message = "Send a code, for example substitute-teachers.")
            @Pattern(regexp = CODE, message = "Send lower-case letters, digits and hyphens, for example bus-contract.")
            String code,

            @Schema(examples = "Substitute teachers")
            @NotBlank(message = "Name the factor as people will read it.")
            @Size(max = 200, message = "Shorten it to 200 characters.")
            @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "Remove control characters.")
            String name,

            @Schema(examples = "Did a substitute know what the class was in the middle of?")
            @NotBlank(message = "Say what a team asks itself to find this factor.")
            @Size(max = 500, message = "Shorten it to 500 characters.")
            @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "Remove control characters.")
            String question,

            @Schema(description = "When it was decided; now when absent.")
            Instant occurredAt) {}

    /** A factor is used no more. */
    @Schema(name = "FactorRetirement")
    public record FactorRetirement(
            @Schema(description = "When it was decided; now when absent.")
            Instant occurredAt) {}

    /** What a change answers. */
    @Schema(name = "FactorCode")
    public record FactorCode(String code) {}

    /** The list; it is short, so it has no pages. */
    @Schema(name = "Factors")
    public record FactorsView(List<Factors.Factor> items) {}

    /** All. */
    @GET
    @Operation(
            summary = "The contributing factors that a review may name by code",
            description = "Those that come with the service, and what the district added. A short list without pages.")
    @APIResponse(responseCode = "200", description = "The taxonomy, each factor with its source")
    public FactorsView list(
            @Parameter(description = "As it was at this instant.", example = "2026-03-01T08:00:00Z") @QueryParam("asOf")
                    String asOf) {
        Instant instant = Parameters.instant("asOf", asOf);
        return reads.read(connection -> new FactorsView(factors.all(connection, request.districtId(), instant)));
    }

    /** Adds. */
    @POST
    @Operation(
            summary = "Add a factor of the district's own",
            description =
                    "A word of your own in a review needs none of this; add what recurs. Name no person in it: the"
                            + " taxonomy is published in clear.")
    @APIResponse(
            responseCode = "201",
            description = "Added; the ETag is that of the district's list",
            content = @Content(schema = @Schema(implementation = FactorCode.class)))
    @APIResponse(responseCode = "409", description = "There is such a factor")
    public Response add(@Valid @NotNull(message = "Send the factor as a JSON object.") FactorAddition addition) {
        var cause = request.cause(addition.occurredAt());
        var seen = request.ifMatch();
        var command = new AddFactor(addition.code(), addition.name(), addition.question());
        return writes.write(
                addition,
                connection -> Answer.created(
                        "factors",
                        new FactorCode(addition.code()),
                        factors.handle(connection, request.districtId(), seen, cause, command)));
    }

    /** Retires. */
    @POST
    @Path("{code}/retirement")
    @Operation(summary = "Use a factor of the district's own no more")
    @APIResponse(
            responseCode = "200",
            description = "Retired; reviews that named it keep it",
            content = @Content(schema = @Schema(implementation = FactorCode.class)))
    @APIResponse(responseCode = "404", description = "The district added no such factor")
    public Response retire(
            @PathParam("code") String code,
            @Valid @NotNull(message = "Send the retirement as a JSON object, {} will do.")
                    FactorRetirement retirement) {
        if (!code.matches(CODE)) {
            throw Problems.invalid("code", "Send the code of a factor as the list gives it.");
        }
        var cause = request.cause(retirement.occurredAt());
        var seen = request.ifMatch();
        return writes.write(
                retirement,
                connection -> Answer.ok(
                        new FactorCode(code),
                        factors.handle(connection, request.districtId(), seen, cause, new RetireFactor(code))));
    }
}
