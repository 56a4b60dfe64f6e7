package org.inpractice.measurement.analysis;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.measurement.chart.Chart;

/** Charts of series that are not stored. */
@Path("/v1/analyses/chart")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analyses", description = "Statistics of a series sent along. Nothing is stored.")
public class ChartAnalysisResource {
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
    @Operation(
            summary = "Chart a series without storing it",
            description =
                    "Answers what the chart of a stored measure answers: points with centre and limits, phases, statistics,"
                            + " signals with their meaning. The same series always has the same chart. A missing point has"
                            + " no number: it drops out, keeps its place, and no moving range reaches over it.")
    @APIResponse(
            responseCode = "200",
            description = "The chart; what there is no number for is absent",
            content = @Content(schema = @Schema(implementation = Chart.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    public Chart chart(
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
        return request.chart();
    }
}
