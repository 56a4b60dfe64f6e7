package org.inpractice.measurement.imports;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.measurement.imports.Import.Form;
import org.inpractice.measurement.imports.ImportViews.ImportView;
import org.inpractice.measurement.imports.ImportViews.RejectedRow;

/** Files of many districts over REST, such as a state publishes. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Files in a layout of their own, and how far uploads are.")
public class DistrictsImportResource {
    @Inject
    DistrictRequest request;

    @Inject
    Uploads uploads;

    @Inject
    ImportReads imports;

    @Context
    HttpHeaders headers;

    /** Takes a file in. */
    @POST
    @Consumes({"text/csv", "text/tab-separated-values", "text/plain"})
    @Operation(
            summary = "Import a file whose rows say of which district they are",
            description =
                    "The profile says how its rows become observations. Read as it arrives, 1,000 rows a transaction;"
                            + " refused rows are listed, not fatal. Content-Encoding: gzip is understood. With Prefer:"
                            + " respond-async it is stored, answered with 202, and worked on later."
                            + " Rows of districts that the token does not open are counted and left.")
    @APIResponse(
            responseCode = "200",
            description = "What became of the rows",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "202", description = "Stored; Location tells how far it is")
    @APIResponse(responseCode = "400", description = "A column is missing, or it could not be read to its end")
    @APIResponse(responseCode = "404", description = "There is no such profile")
    public Response take(
            @Parameter(description = "Required.", required = true, example = "california-chronic-absenteeism")
                    @QueryParam("profile")
                    String profile,
            @Parameter(description = "true: say what would become of the rows, and store nothing.")
                    @QueryParam("dryRun")
                    boolean dryRun,
            InputStream file) {
        if (profile == null) {
            throw Problems.invalid("profile", "Send the name of an import profile.");
        }
        return uploads.take(Form.CSV, profile, dryRun, headers, file);
    }

    /** One. */
    @GET
    @Path("{importId}")
    @Operation(summary = "How far an import is, and what became of its rows, for the one who sent it")
    @APIResponse(responseCode = "200", description = "The import")
    @APIResponse(responseCode = "404", description = "No such import")
    public ImportView one(@PathParam("importId") String id) {
        return ImportView.of(find(id));
    }

    /** Stops one. */
    @POST
    @Path("{importId}/cancellation")
    @Operation(summary = "Stop an import", description = "What is in stays.")
    @APIResponse(responseCode = "200", description = "Stopped")
    @APIResponse(responseCode = "409", description = "It has ended")
    public ImportView cancel(@PathParam("importId") String id) {
        return imports.cancelled(find(id));
    }

    /** Its refused rows. */
    @GET
    @Path("{importId}/rejections")
    @Operation(
            summary = "The rows that were not taken, by line",
            description = "With the row's text for tokens with the scope small-cells. Kept for 90 days.")
    @APIResponse(responseCode = "200", description = "A page of rows")
    public Page<RejectedRow> rejections(
            @PathParam("importId") String id,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        return imports.rejections(find(id), request.may("small-cells"), cursor, Parameters.limit(limit));
    }

    /** Its refused rows as a file. */
    @GET
    @Path("{importId}/rejections")
    @Produces("text/csv")
    @Operation(summary = "All rows that were not taken, as CSV")
    @APIResponse(responseCode = "200", description = "line, districtId, code, field, remedy, original")
    public Response rejectionsFile(@PathParam("importId") String id) {
        return Response.ok(imports.rejectionsAsCsv(find(id), request.may("small-cells")))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejections.csv\"")
                .build();
    }

    private Import find(String id) {
        return imports.find(
                Parameters.uuid("importId", id),
                stored -> stored.districtId() == null && stored.actor().equals(request.actor()));
    }
}
