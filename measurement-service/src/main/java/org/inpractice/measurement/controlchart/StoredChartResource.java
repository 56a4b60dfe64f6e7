package org.inpractice.measurement.controlchart;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.measurement.measure.MeasureRow;
import org.inpractice.measurement.picture.ChartPicture;
import org.inpractice.measurement.picture.ChartRaster;

/** The charts of stored series, as JSON or as a picture. */
@Path("/v1/districts/{districtId}/measures/{measureId}/chart")
@Tag(name = "Charts", description = "Stored series as run and control charts, with what people decided of them.")
public class StoredChartResource {
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final MediaType PNG = MediaType.valueOf("image/png");
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, SVG, PNG).build();

    /** A picture needs its own colours and nothing else, whatever opens it. */
    private static final String NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    ChartReading reading;

    /** The chart of a series. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, "image/svg+xml", "image/png"})
    @Operation(
            summary = "The chart of a measure at a site for a student group",
            description =
                    "The JSON is that of an analysis, with the decisions on baselines and phases (who and why) and the"
                            + " cycles of the measure. Accept: image/svg+xml or image/png answers the picture. Numbers of"
                            + " small groups are in no point, limit, centre or run, unless the token has the scope"
                            + " small-cells. A period in between that nobody told of is a point without a number, unless the"
                            + " measure is observed by day. from and to choose what is shown; centre, limits and runs are always those of"
                            + " the whole series.")
    @APIResponse(
            responseCode = "200",
            description = "The chart; what there is no number for is absent",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StoredChart.class)),
                @Content(mediaType = "image/svg+xml", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "The problem names the parameter and what to send")
    @APIResponse(responseCode = "404", description = "The district has defined no such measure")
    public Response chart(
            @Context Request accept,
            @PathParam("measureId") String id,
            @Parameter(description = "Required.", required = true, example = "19647330112536") @QueryParam("siteId")
                    String siteId,
            @Parameter(description = "all when absent.", example = "all") @QueryParam("studentGroup")
                    String studentGroup,
            @Parameter(
                            description =
                                    "When absent p for a rate, c for a count, i for a value. Or run, i, moving_range;"
                                            + " for a rate p_prime, u, u_prime; for a count g; for a value t.",
                            example = "p")
                    @QueryParam("type")
                    String type,
            @Parameter(description = "anhoej when absent, or perla, making-data-count, shewhart.", example = "anhoej")
                    @QueryParam("ruleSet")
                    String ruleSet,
            @Parameter(
                            description = "A line to reach, in the scale of the values: of a rate, the ratio.",
                            example = "0.12")
                    @QueryParam("target")
                    String target,
            @Parameter(description = "Show periods that start on this day or later.", example = "2024-07-01")
                    @QueryParam("from")
                    String from,
            @Parameter(description = "Show periods that start on this day or earlier.", example = "2025-06-30")
                    @QueryParam("to")
                    String to,
            @Parameter(description = "What was known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        UUID measureId = Parameters.uuid("measureId", id);
        ChartQuestion question = new ChartQuestion(
                new ChartSeries(
                        measureId, site(siteId), studentGroup == null ? "all" : readable("studentGroup", studentGroup)),
                ChartQuestion.type(type),
                ChartQuestion.ruleSet(ruleSet),
                ChartQuestion.target(target),
                Parameters.date("from", from),
                Parameters.date("to", to),
                Parameters.instant("asOf", asOf));
        MeasureRow measure = MeasureRow.one(request.districtId(), measureId).orElseThrow(() -> new NotFound("measure"));
        return answer(accept, reads.read(connection -> reading.chart(connection, measure, question)));
    }

    private static Response answer(Request accept, StoredChart stored) {
        Variant form = accept.selectVariant(FORMS);
        MediaType type = form == null ? MediaType.APPLICATION_JSON_TYPE : form.getMediaType();
        Object body = stored;
        if (type.isCompatible(SVG)) {
            body = ChartPicture.svg(stored.chart(), stored.marks());
        } else if (type.isCompatible(PNG)) {
            body = ChartRaster.png(stored.chart(), stored.marks());
        }
        return Response.ok(body, type)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", NOTHING_RUNS)
                .build();
    }

    private static String site(String siteId) {
        if (siteId == null) {
            throw Problems.invalid("siteId", "Name the site; GET series-keys tells which there are.");
        }
        return readable("siteId", siteId);
    }

    private static String readable(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw Problems.invalid(name, "Send it as the observations have it.");
        }
        return value;
    }
}
