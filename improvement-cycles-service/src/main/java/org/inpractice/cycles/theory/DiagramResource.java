package org.inpractice.cycles.theory;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.cycles.AsOf;

/** The driver diagram of an aim. */
@Path("/v1/districts/{districtId}/aims/{aimId}/driver-diagram")
@Tag(name = "Drivers")
public class DiagramResource {
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, SVG).build();

    /** A picture opened by itself runs nothing and fetches nothing, whatever a text in it says. */
    private static final String NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    Theories theories;

    /** The diagram. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, "image/svg+xml"})
    @Operation(
            summary = "The theory of an aim: its drivers, and the change ideas that may move them",
            description = "With the drivers of aims merged into it. Accept: image/svg+xml answers the picture.")
    @APIResponse(
            responseCode = "200",
            description = "The diagram",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DriverDiagram.class)),
                @Content(mediaType = "image/svg+xml", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "No such aim in this district, or not yet at that instant")
    public Response diagram(
            @Context Request accept,
            @PathParam("aimId") UUID aimId,
            @Parameter(description = "As was known at this instant") @QueryParam("asOf") String asOf) {
        AsOf at = AsOf.parameter(asOf);
        DriverDiagram diagram = reads.read(connection -> theories.diagram(connection, request.districtId(), aimId, at));
        Variant form = accept.selectVariant(FORMS);
        boolean drawn = form != null && form.getMediaType().isCompatible(SVG);
        return Response.ok(drawn ? DiagramPicture.svg(diagram) : diagram, drawn ? SVG : MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", NOTHING_RUNS)
                .build();
    }
}
