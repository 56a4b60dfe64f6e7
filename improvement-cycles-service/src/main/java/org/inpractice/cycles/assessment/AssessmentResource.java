package org.inpractice.cycles.assessment;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.LongText;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.ShortText;
import org.inpractice.cycles.assessment.AssessmentDecider.Command.GiveAssessment;
import org.inpractice.cycles.assessment.AssessmentDecider.Command.WithdrawAssessment;
import org.inpractice.cycles.assessment.AssessmentEvent.AssessmentGiven;
import org.inpractice.stream.DistrictStream;

/** Assessments of change ideas over REST. */
@Path("/v1/districts/{districtId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio", description = "Which ideas first, how much at once, what has stalled, who carries what.")
public class AssessmentResource {
    private static final String SCALE = "Send a number from 1 to 5.";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    Assessments assessments;

    /** An assessment to give. */
    @Schema(name = "IdeaAssessmentToGive")
    public record ToGive(
            @Schema(examples = "4", description = Scales.IMPACT)
            @NotNull(message = "Say how much it would bring, from 1 to 5.")
            @Min(value = Scales.LEAST, message = SCALE)
            @Max(value = Scales.MOST, message = SCALE)
            Integer impact,

            @Schema(examples = "2", description = Scales.EFFORT)
            @NotNull(message = "Say how much it would cost, from 1 to 5.")
            @Min(value = Scales.LEAST, message = SCALE)
            @Max(value = Scales.MOST, message = SCALE)
            Integer effort,

            @Schema(description = "Who thinks so; the token's subject when absent.") @ShortText
            String by,

            @Schema(examples = "Three schools with the same absences did it with the staff they have")
            @NotNull(message = "Say why: numbers without reasons cannot be talked about.")
            @LongText
            String why,

            Instant occurredAt) {}

    /** Why an assessment is taken back. */
    @Schema(name = "IdeaAssessmentWithdrawal")
    public record Withdrawal(
            @NotNull(message = "Say why it is withdrawn.") @LongText
            String reason,

            Instant occurredAt) {}

    /** The assessment a command was about. */
    @Schema(name = "IdeaAssessmentVersion")
    public record AssessmentVersion(UUID assessmentId, long version) {}

    /**
     * An assessment.
     *
     * @param withdrawal why it does not count
     */
    @Schema(name = "IdeaAssessment")
    public record AssessmentView(
            UUID assessmentId,
            long version,
            UUID changeIdeaId,
            int impact,
            int effort,
            String by,
            String why,
            String withdrawal) {
        static AssessmentView of(Known<Assessment> known) {
            AssessmentGiven given = known.state().given();
            return new AssessmentView(
                    given.assessmentId(),
                    known.version(),
                    given.changeIdeaId(),
                    given.impact(),
                    given.effort(),
                    given.assessedBy(),
                    given.why(),
                    known.state().withdrawal());
        }
    }

    /** Gives. */
    @POST
    @Path("change-ideas/{changeIdeaId}/assessments")
    @Operation(
            summary = "Say what an idea would bring and cost, and why",
            description = "It replaces what the same person said of it before.")
    @APIResponse(
            responseCode = "201",
            description = "Given; Location and ETag are the assessment's",
            content = @Content(schema = @Schema(implementation = AssessmentVersion.class)))
    @APIResponse(responseCode = "404", description = "No such idea in this district")
    public Response give(
            @PathParam("changeIdeaId") UUID changeIdeaId,
            @Valid @NotNull(message = "Send the assessment as a JSON object.") ToGive give) {
        UUID assessmentId = DistrictStream.newId();
        var cause = request.cause(give.occurredAt());
        String by = give.by() == null ? request.actor() : Person.written(give.by());
        var command = new GiveAssessment(
                new AssessmentGiven(assessmentId, changeIdeaId, give.impact(), give.effort(), by, give.why()));
        return writes.write(give, connection -> {
            long version = assessments.handle(
                    connection, request.districtId(), assessmentId, OptionalLong.empty(), cause, command);
            return Answer.created(
                    "idea-assessments/" + assessmentId, new AssessmentVersion(assessmentId, version), version);
        });
    }

    /** Withdraws. */
    @POST
    @Path("idea-assessments/{assessmentId}/withdrawal")
    @Operation(summary = "Take an assessment back", description = "What the same person said before counts again.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = AssessmentVersion.class)))
    @APIResponse(responseCode = "409", description = "It was withdrawn before")
    public Response withdraw(
            @PathParam("assessmentId") UUID assessmentId,
            @Valid @NotNull(message = "Send the reason as a JSON object.") Withdrawal withdrawal) {
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(withdrawal.occurredAt());
        return writes.write(withdrawal, connection -> {
            long version = assessments.handle(
                    connection,
                    request.districtId(),
                    assessmentId,
                    seen,
                    cause,
                    new WithdrawAssessment(withdrawal.reason()));
            return Answer.ok(new AssessmentVersion(assessmentId, version), version);
        });
    }

    /** One. */
    @GET
    @Path("idea-assessments/{assessmentId}")
    @Operation(summary = "An assessment")
    @APIResponse(
            responseCode = "200",
            description = "The assessment",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "404", description = "No such assessment in this district, or not yet")
    public Response one(@PathParam("assessmentId") UUID assessmentId, @QueryParam("asOf") String asOf) {
        AsOf at = AsOf.parameter(asOf);
        Known<Assessment> assessment = reads.read(
                        connection -> Assessments.ROWS.one(connection, request.districtId(), assessmentId, at))
                .orElseThrow(() -> new NotFound("assessment"));
        return Response.ok(AssessmentView.of(assessment))
                .header("ETag", at.isNow() ? "\"" + assessment.version() + "\"" : null)
                .build();
    }

    /** Many. */
    @GET
    @Path("change-ideas/{changeIdeaId}/assessments")
    @Operation(summary = "What people said of an idea, the last first; withdrawn ones say so")
    public Page<AssessmentView> list(
            @PathParam("changeIdeaId") UUID changeIdeaId,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        long before = Cursor.sequence(cursor);
        var select = Assessments.ROWS
                .select(request.districtId(), AsOf.parameter(asOf))
                .and("and t.change_idea_id = ?", changeIdeaId);
        List<Known<Assessment>> rows =
                reads.read(connection -> Assessments.ROWS.newestFirst(connection, select, before, length));
        Page<Known<Assessment>> page = Page.of(rows, length, row -> Cursor.of(String.valueOf(row.firstSeq())));
        return new Page<>(page.items().stream().map(AssessmentView::of).toList(), page.next());
    }
}
