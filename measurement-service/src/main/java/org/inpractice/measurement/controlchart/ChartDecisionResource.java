package org.inpractice.measurement.controlchart;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.NotFound;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.measurement.controlchart.ChartCommand.FreezeBaseline;
import org.inpractice.measurement.controlchart.ChartCommand.Rephase;
import org.inpractice.measurement.controlchart.ChartCommand.Stretch;
import org.inpractice.measurement.controlchart.ChartCommand.WithdrawBaseline;
import org.inpractice.measurement.controlchart.ChartCommand.WithdrawPhase;
import org.inpractice.measurement.controlchart.ChartRequests.BaselineFreezing;
import org.inpractice.measurement.controlchart.ChartRequests.DecisionWithdrawal;
import org.inpractice.measurement.controlchart.ChartRequests.Rephasing;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.observation.ReportingPeriod;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;

/** What people decide of the chart of a stored series: never a computation. */
@Path("/v1/districts/{districtId}/measures/{measureId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Charts")
public class ChartDecisionResource {
    private static final String BASELINE_EXAMPLE = """
            {"siteId": "19647330112536", "from": "2024-09", "to": "2025-08", "decidedBy": "Attendance team",
             "why": "The school year before the first change"}""";

    private static final String PHASE_EXAMPLE = """
            {"siteId": "19647330112536", "from": "2025-09", "name": "Since the calls home", "decidedBy": "Attendance team",
             "why": "All schools call home on the first day of absence since September",
             "answers": {"differentBehaviour": true, "reasonKnown": true, "desirable": true, "expectedToContinue": true}}""";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    ControlCharts charts;

    @Inject
    ChartReading reading;

    /**
     * What was decided, by id.
     *
     * @param trial of a baseline that was frozen: whether its limits are trial limits, and not locked
     */
    @Schema(name = "ChartDecisionId")
    record DecisionIdView(UUID chartId, UUID baselineId, UUID phaseId, Boolean trial) {}

    /** Freezes. */
    @POST
    @Path("baselines")
    @Operation(
            summary = "Freeze the limits of a phase from the points of a baseline",
            description =
                    "Centre and limits of the phase the periods lie in come from these points from now on, whatever"
                            + " comes later. Below 12 points only as trial limits, which may be set anew; others are locked.")
    @APIResponse(
            responseCode = "201",
            description = "Frozen; Location is the chart",
            content = @Content(schema = @Schema(implementation = DecisionIdView.class)))
    @APIResponse(responseCode = "404", description = "The district has defined no such measure")
    @APIResponse(responseCode = "409", description = "The rules do not allow it; the problem says how to go on")
    public Response freeze(
            @PathParam("measureId") String id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = BaselineFreezing.class),
                                            example = BASELINE_EXAMPLE))
                    @Valid
                    @NotNull(message = "Send the baseline as a JSON object.")
                    BaselineFreezing body) {
        ChartSeries series = series(id, body.siteId(), body.studentGroup());
        UUID baselineId = DistrictStream.newId();
        Append.Cause cause = request.cause(body.occurredAt());
        return writes.write(body, connection -> {
            Definition definition = reading.definition(connection, series);
            Stretch stretch = stretch(definition, body.from(), body.to());
            int points = reading.seenByAll(connection, series, definition)
                    .reported(day -> !day.isBefore(stretch.firstDay()) && !day.isAfter(stretch.lastStart()));
            long version = charts.handle(
                    connection,
                    request.ifMatch(),
                    cause,
                    new FreezeBaseline(
                            chartId(series),
                            series,
                            baselineId,
                            stretch,
                            points,
                            Boolean.TRUE.equals(body.trial()),
                            body.decidedBy(),
                            body.why()));
            return Answer.created(
                    chart(series),
                    new DecisionIdView(chartId(series), baselineId, null, points < ChartDecider.LOCKED_FROM),
                    version);
        });
    }

    /** Takes a baseline back. */
    @POST
    @Path("baselines/{baselineId}/withdrawal")
    @Operation(
            summary = "Withdraw a baseline that was a mistake",
            description = "The limits of its phase come from all of the phase's points again, until another is frozen.")
    @APIResponse(responseCode = "200", description = "Withdrawn")
    @APIResponse(responseCode = "404", description = "The measure's charts have no such baseline now")
    public Response withdrawBaseline(
            @PathParam("measureId") String id,
            @PathParam("baselineId") String baseline,
            @Valid @NotNull(message = "Send who decided and why as a JSON object.") DecisionWithdrawal body) {
        UUID measureId = Parameters.uuid("measureId", id);
        UUID baselineId = Parameters.uuid("baselineId", baseline);
        Append.Cause cause = request.cause(body.occurredAt());
        return writes.write(body, connection -> {
            ChartSeries series = seriesOf(connection, measureId, baselineId, "baseline");
            WithdrawBaseline command =
                    new WithdrawBaseline(chartId(series), series, baselineId, body.decidedBy(), body.why());
            return Answer.ok(
                    new DecisionIdView(chartId(series), baselineId, null, null),
                    charts.handle(connection, request.ifMatch(), cause, command));
        });
    }

    /** Begins a phase. */
    @POST
    @Path("phases")
    @Operation(
            summary = "Begin a new phase, with a centre and limits of its own",
            description =
                    "The process became another one. Needs who, why and the answers to the four questions; when one is"
                            + " no, also despite: why the phase begins all the same.")
    @APIResponse(
            responseCode = "201",
            description = "Begun; Location is the chart",
            content = @Content(schema = @Schema(implementation = DecisionIdView.class)))
    @APIResponse(responseCode = "404", description = "The district has defined no such measure")
    @APIResponse(responseCode = "409", description = "The rules do not allow it; the problem says how to go on")
    public Response rephase(
            @PathParam("measureId") String id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Rephasing.class),
                                            example = PHASE_EXAMPLE))
                    @Valid
                    @NotNull(message = "Send the phase as a JSON object.")
                    Rephasing body) {
        ChartSeries series = series(id, body.siteId(), body.studentGroup());
        UUID phaseId = DistrictStream.newId();
        Append.Cause cause = request.cause(body.occurredAt());
        return writes.write(body, connection -> {
            Definition definition = reading.definition(connection, series);
            ReportingPeriod from = period(definition, "from", body.from());
            VisibleSeries seen = reading.seenByAll(connection, series, definition);
            Rephase command = new Rephase(
                    chartId(series),
                    series,
                    phaseId,
                    from.text(),
                    from.start(),
                    ChartRequests.blankAsAbsent(body.name()),
                    seen.reported(day -> day.isBefore(from.start())),
                    seen.reported(day -> !day.isBefore(from.start())),
                    body.answers(),
                    ChartRequests.blankAsAbsent(body.despite()),
                    body.decidedBy(),
                    body.why());
            return Answer.created(
                    chart(series),
                    new DecisionIdView(chartId(series), null, phaseId, null),
                    charts.handle(connection, request.ifMatch(), cause, command));
        });
    }

    /** Takes a phase back. */
    @POST
    @Path("phases/{phaseId}/withdrawal")
    @Operation(
            summary = "Withdraw a phase that was a mistake",
            description = "Its points belong to the phase before; a baseline of its own goes with it.")
    @APIResponse(responseCode = "200", description = "Withdrawn")
    @APIResponse(responseCode = "404", description = "The measure's charts have no such phase now")
    public Response withdrawPhase(
            @PathParam("measureId") String id,
            @PathParam("phaseId") String phase,
            @Valid @NotNull(message = "Send who decided and why as a JSON object.") DecisionWithdrawal body) {
        UUID measureId = Parameters.uuid("measureId", id);
        UUID phaseId = Parameters.uuid("phaseId", phase);
        Append.Cause cause = request.cause(body.occurredAt());
        return writes.write(body, connection -> {
            ChartSeries series = seriesOf(connection, measureId, phaseId, "phase");
            WithdrawPhase command = new WithdrawPhase(chartId(series), series, phaseId, body.decidedBy(), body.why());
            return Answer.ok(
                    new DecisionIdView(chartId(series), null, phaseId, null),
                    charts.handle(connection, request.ifMatch(), cause, command));
        });
    }

    private static ChartSeries series(String measureId, String siteId, String studentGroup) {
        return new ChartSeries(
                Parameters.uuid("measureId", measureId),
                siteId,
                studentGroup == null || studentGroup.isBlank() ? "all" : studentGroup);
    }

    private ChartSeries seriesOf(Connection connection, UUID measureId, UUID decisionId, String what)
            throws SQLException {
        return ChartDecisions.seriesOf(connection, request.districtId(), measureId, decisionId)
                .orElseThrow(() -> new NotFound(what));
    }

    private UUID chartId(ChartSeries series) {
        return series.chartId(request.districtId());
    }

    private static Stretch stretch(Definition definition, String from, String to) {
        ReportingPeriod first = period(definition, "from", from);
        ReportingPeriod last = period(definition, "to", to);
        if (last.start().isBefore(first.start())) {
            throw Problems.invalid("to", "Send a period that is the first one or later.");
        }
        return new Stretch(first.text(), last.text(), first.start(), last.start());
    }

    private static ReportingPeriod period(Definition definition, String field, String text) {
        return ReportingPeriod.parse(definition.period(), text)
                .orElseThrow(() -> Problems.invalid(
                        field, "Send a period as the observations of the measure have it; GET series shows them."));
    }

    private static String chart(ChartSeries series) {
        return "measures/%s/chart?siteId=%s&studentGroup=%s"
                .formatted(
                        series.measureId(),
                        URLEncoder.encode(series.siteId(), StandardCharsets.UTF_8),
                        URLEncoder.encode(series.studentGroup(), StandardCharsets.UTF_8));
    }
}
