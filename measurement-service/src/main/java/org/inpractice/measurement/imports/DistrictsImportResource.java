package org.inpractice.measurement.imports;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.inpractice.api.Problems;
import org.inpractice.measurement.imports.Import.Form;
import org.inpractice.measurement.imports.ImportViews.ImportView;

/** Files of many districts over REST, such as a state publishes. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Files in a layout of their own, and how far uploads are.")
public class DistrictsImportResource extends ImportRoutes {
    @Inject
    Uploads uploads;

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

    @Override
    boolean isVisible(Import stored) {
        return stored.districtId() == null && stored.actor().equals(request.actor());
    }
}
