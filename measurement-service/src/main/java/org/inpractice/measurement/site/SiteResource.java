package org.inpractice.measurement.site;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.measurement.measure.ShortText;

/** Sites over REST. */
@Path("/v1/districts/{districtId}/sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sites", description = "Which sites a district has, how they are called, which have closed.")
public class SiteResource {
    private static final Pattern SITE_ID = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    Sites sites;

    /** A site as it is told. */
    @Schema(name = "SiteTerms")
    public record SiteTerms(
            @NotBlank(message = "Send what people call the site.")
            @ShortText
            @Schema(examples = "Alder Elementary", required = true)
            String name,

            @Schema(description = "Its last day; absent while it is open.")
            LocalDate closedOn,

            @Schema(description = "When that was decided; now when absent.")
            Instant occurredAt) {}

    /** A site as it is read. */
    @Schema(name = "Site")
    public record SiteView(String siteId, String name, LocalDate closedOn, long version) {
        private static SiteView of(SiteRow row) {
            return new SiteView(row.siteId, row.name, row.closedOn, row.version);
        }
    }

    /** Registers or revises. */
    @PUT
    @Path("{siteId}")
    @Operation(
            summary = "Register a site, or revise it",
            description = "If-Match is the ETag you read; \"0\" for a site that is not registered yet.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now; ETag is its version",
            content = @Content(schema = @Schema(implementation = SiteView.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response tell(
            @PathParam("siteId") String siteId,
            @Valid @NotNull(message = "Send the site as a JSON object.") SiteTerms terms) {
        if (!SITE_ID.matcher(siteId).matches() || siteId.equals(request.districtId())) {
            throw Problems.invalid(
                    "siteId", "Send 1 to 64 letters, digits, or . _ : - and not the id of the district itself.");
        }
        OptionalLong seen = request.requiredIfMatch();
        var cause = request.cause(terms.occurredAt());
        Site site = new Site(siteId, terms.name(), terms.closedOn());
        return writes.write(terms, connection -> {
            long version = sites.tell(connection, request.districtId(), seen, cause, site);
            return Answer.ok(new SiteView(siteId, site.name(), site.closedOn(), version), version);
        });
    }

    /** One. */
    @GET
    @Path("{siteId}")
    @Operation(summary = "A site")
    @APIResponse(
            responseCode = "200",
            description = "The site; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = SiteView.class)))
    @APIResponse(responseCode = "404", description = "No such site in this district")
    public Response one(@PathParam("siteId") String siteId) {
        SiteRow row = Optional.of(siteId)
                .filter(id -> SITE_ID.matcher(id).matches())
                .flatMap(id -> SiteRow.one(request.districtId(), id))
                .orElseThrow(() -> new NotFound("site"));
        return Response.ok(SiteView.of(row))
                .header(HttpHeaders.ETAG, "\"" + row.version + "\"")
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "The district's sites by their ids")
    public Page<SiteView> list(
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        List<String> after = Cursor.keys(cursor, 1);
        if (!after.isEmpty() && !SITE_ID.matcher(after.getFirst()).matches()) {
            throw Cursor.notOurs();
        }
        List<SiteRow> rows = SiteRow.after(request.districtId(), after.isEmpty() ? "" : after.getFirst(), length + 1);
        return Page.of(rows.stream().map(SiteView::of).toList(), length, last -> Cursor.of(last.siteId()));
    }
}
