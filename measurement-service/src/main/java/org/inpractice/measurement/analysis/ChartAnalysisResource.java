package org.inpractice.measurement.analysis;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.measurement.chart.Chart;
import org.inpractice.measurement.picture.ChartPicture;
import org.inpractice.measurement.picture.ChartRaster;

/** Charts of series that are not stored. */
@Path("/v1/analyses/chart")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analyses", description = "Statistics of a series sent along. Nothing is stored.")
public class ChartAnalysisResource {
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final MediaType PNG = MediaType.valueOf("image/png");
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, SVG, PNG).build();

    /** A picture needs its own colours and nothing else, whatever opens it. */
    private static final String NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'";

    private static final String RUN_EXAMPLE = """
            {"chartType": "run", "direction": "decrease", "title": "Late buses", "unit": "a week",
             "points": [{"label": "2025-W36", "value": 14}, {"label": "2025-W37", "value": 11},
                        {"label": "2025-W38", "status": "not_reported"}, {"label": "2025-W39", "value": 12}]}""";

    private static final String PHASES_EXAMPLE = """
            {"chartType": "i", "ruleSet": "making-data-count", "direction": "increase", "target": 95,
             "points": [{"value": 91.2}, {"value": 90.4}, {"value": 92.1}, {"value": 91.0},
                        {"value": 94.9}, {"value": 95.3}, {"value": 94.4}, {"value": 95.8}],
             "phases": [{"from": 5, "name": "Since the new bus times"}], "screening": "none"}""";

    private static final String PROPORTIONS_EXAMPLE = """
            {"chartType": "p_prime", "ruleSet": "shewhart", "direction": "decrease",
             "points": [{"label": "2025-09", "numerator": 41, "denominator": 512},
                        {"label": "2025-10", "numerator": 44, "denominator": 509},
                        {"label": "2025-11", "numerator": 57, "denominator": 511}],
             "baseline": {"from": 1, "to": 2}}""";

    /** The chart of a series. */
    @POST
    @Produces({MediaType.APPLICATION_JSON, "image/svg+xml", "image/png"})
    @Operation(
            summary = "Chart a series without storing it",
            description =
                    "Answers what the chart of a stored measure answers: points with centre and limits, phases, statistics,"
                            + " signals with their meaning. The same series always has the same chart. A missing point has"
                            + " no number: it drops out, keeps its place, and no moving range reaches over it. Accept:"
                            + " image/svg+xml or image/png answers the picture of it.")
    @APIResponse(
            responseCode = "200",
            description = "The chart; what there is no number for is absent",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Chart.class)),
                @Content(mediaType = "image/svg+xml", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    public Response chart(
            @Context Request accept,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ChartRequest.class),
                                            examples = {
                                                @ExampleObject(name = "run chart", value = RUN_EXAMPLE),
                                                @ExampleObject(name = "phases and target", value = PHASES_EXAMPLE),
                                                @ExampleObject(
                                                        name = "proportions, frozen",
                                                        value = PROPORTIONS_EXAMPLE)
                                            }))
                    ChartRequest request) {
        return answer(accept, request.chart());
    }

    private static Response answer(Request accept, Chart chart) {
        Variant form = accept.selectVariant(FORMS);
        MediaType type = form == null ? MediaType.APPLICATION_JSON_TYPE : form.getMediaType();
        Object body = chart;
        if (type.isCompatible(SVG)) {
            body = ChartPicture.svg(chart, List.of());
        } else if (type.isCompatible(PNG)) {
            body = ChartRaster.png(chart, List.of());
        }
        return Response.ok(body, type)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", NOTHING_RUNS)
                .build();
    }
}
