package org.inpractice.measurement.imports;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.measurement.imports.ImportViews.ImportView;
import org.inpractice.measurement.imports.ImportViews.RejectedRow;

/** What can be asked of an import, whether it is one of a district or of many. */
abstract class ImportRoutes {
    @Inject
    DistrictRequest request;

    @Inject
    ImportReads imports;

    /** Whether the caller may see an import at this path. */
    abstract boolean isVisible(Import stored);

    /** One. */
    @GET
    @Path("{importId}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How far an import is, and what became of its rows")
    @APIResponse(responseCode = "200", description = "The import")
    @APIResponse(responseCode = "404", description = "No such import")
    public ImportView one(@PathParam("importId") String id) {
        return ImportView.of(find(id));
    }

    /** Stops one. */
    @POST
    @Path("{importId}/cancellation")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Stop an import", description = "What is in stays.")
    @APIResponse(responseCode = "200", description = "Stopped")
    @APIResponse(responseCode = "409", description = "It has ended")
    public ImportView cancel(@PathParam("importId") String id) {
        return imports.cancelled(find(id));
    }

    /** Its refused rows. */
    @GET
    @Path("{importId}/rejections")
    @Produces(MediaType.APPLICATION_JSON)
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
        return imports.find(Parameters.uuid("importId", id), this::isVisible);
    }
}
