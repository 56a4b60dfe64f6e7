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
import org.inpractice.measurement.imports.Import.Form;
import org.inpractice.measurement.imports.ImportViews.ImportView;

/** Observations as a stream of any length: one a line, or one a row. */
@Path("/v1/districts/{districtId}/observations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Observations")
public class ObservationStreamResource {
    private static final String DESCRIPTION =
            "Of any length: it is read as it arrives and committed 1,000 rows at a time. A refused row does not touch its"
                    + " neighbours; the answer counts them and says where they are listed. When it breaks off, what was"
                    + " committed stays, and sending all of it again changes nothing that is in. Content-Encoding: gzip"
                    + " is understood. With Prefer: respond-async it is stored, answered with 202, and worked on later.";

    @Inject
    Uploads uploads;

    @Context
    HttpHeaders headers;

    /** NDJSON. */
    @POST
    @Consumes("application/x-ndjson")
    @Operation(summary = "Record a stream of observations, one JSON object a line", description = DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "What became of the rows",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "202", description = "Stored; Location tells how far it is")
    @APIResponse(responseCode = "400", description = "It could not be read to its end")
    public Response ndjson(
            @Parameter(description = "true: say what would become of the rows, and store nothing.")
                    @QueryParam("dryRun")
                    boolean dryRun,
            InputStream lines) {
        return uploads.take(Form.NDJSON, null, dryRun, headers, lines);
    }

    /** CSV. */
    @POST
    @Consumes("text/csv")
    @Operation(
            summary = "Record a stream of observations, one row each, with the property names as header",
            description = DESCRIPTION + " Files of another layout go to imports, with a profile.")
    @APIResponse(
            responseCode = "200",
            description = "What became of the rows",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "202", description = "Stored; Location tells how far it is")
    @APIResponse(responseCode = "400", description = "Its header, or a row from which on nothing can be read")
    public Response csv(
            @Parameter(description = "true: say what would become of the rows, and store nothing.")
                    @QueryParam("dryRun")
                    boolean dryRun,
            InputStream rows) {
        return uploads.take(Form.CSV, null, dryRun, headers, rows);
    }
}
