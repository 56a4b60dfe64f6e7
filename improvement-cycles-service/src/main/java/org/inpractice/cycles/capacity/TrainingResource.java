package org.inpractice.cycles.capacity;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
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
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.Texts;
import org.inpractice.cycles.capacity.TrainingDecider.Command.RecordTraining;
import org.inpractice.cycles.capacity.TrainingDecider.Command.WithdrawTraining;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;

/** Trainings over REST. */
@Path("/v1/districts/{districtId}/trainings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Capacity")
public class TrainingResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    Trainings trainings;

    @Inject
    Clock clock;

    /** The training a command was about. */
    @Schema(name = "TrainingVersion")
    public record TrainingVersion(UUID trainingId, long version) {}

    /**
     * A training.
     *
     * @param withdrawal why it does not count
     */
    @Schema(name = "Training")
    public record TrainingView(
            UUID trainingId,
            long version,
            String title,
            String provider,
            LocalDate on,
            Integer minutes,
            List<String> attendees,
            String withdrawal) {
        static TrainingView of(Known<Training> known) {
            var training = known.state().recorded();
            return new TrainingView(
                    training.trainingId(),
                    known.version(),
                    training.title(),
                    training.provider(),
                    training.on(),
                    training.minutes(),
                    training.attendees(),
                    known.state().withdrawal());
        }
    }

    /** Records. */
    @POST
    @Operation(summary = "Record a training, and who attended")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location and ETag are the training's",
            content = @Content(schema = @Schema(implementation = TrainingVersion.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and the remedy")
    public Response add(
            @Valid @NotNull(message = "Send the training as a JSON object.") CapacityRequests.TrainingHeld training) {
        UUID trainingId = DistrictStream.newId();
        Append.Cause cause = request.cause(training.occurredAt());
        LocalDate day = training.on() == null ? Days.of(cause.occurredAt()) : training.on();
        var command = new RecordTraining(training.recorded(trainingId, day), Days.latestToday(clock.instant()));
        return writes.write(training, connection -> {
            long version = trainings.handle(
                    connection, request.districtId(), trainingId, OptionalLong.empty(), cause, command);
            return Answer.created("trainings/" + trainingId, new TrainingVersion(trainingId, version), version);
        });
    }

    /** Withdraws. */
    @POST
    @Path("{trainingId}/withdrawal")
    @Operation(summary = "Take back a training that did not take place or was recorded wrong")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = TrainingVersion.class)))
    @APIResponse(responseCode = "409", description = "It was withdrawn before")
    public Response withdraw(
            @PathParam("trainingId") UUID trainingId,
            @Valid @NotNull(message = "Send the reason as a JSON object.") CapacityRequests.Withdrawal withdrawal) {
        OptionalLong seen = request.ifMatch();
        Append.Cause cause = request.cause(withdrawal.occurredAt());
        return writes.write(withdrawal, connection -> {
            long version = trainings.handle(
                    connection,
                    request.districtId(),
                    trainingId,
                    seen,
                    cause,
                    new WithdrawTraining(withdrawal.reason()));
            return Answer.ok(new TrainingVersion(trainingId, version), version);
        });
    }

    /** One. */
    @GET
    @Path("{trainingId}")
    @Operation(summary = "A training")
    @APIResponse(
            responseCode = "200",
            description = "The training",
            content = @Content(schema = @Schema(implementation = TrainingView.class)))
    @APIResponse(responseCode = "404", description = "No such training in this district, or not yet")
    public Response one(@PathParam("trainingId") UUID trainingId, @QueryParam("asOf") String asOf) {
        AsOf at = AsOf.parameter(asOf);
        Known<Training> training = reads.read(
                        connection -> Trainings.ROWS.one(connection, request.districtId(), trainingId, at))
                .orElseThrow(() -> new NotFound("training"));
        return Response.ok(TrainingView.of(training))
                .header(HttpHeaders.ETAG, at.isNow() ? "\"" + training.version() + "\"" : null)
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "The district's trainings, the last held first")
    public Page<TrainingView> list(
            @Parameter(description = "Trainings that this person attended.") @QueryParam("person") String person,
            @Parameter(description = "Held on this day or later.") @QueryParam("from") String from,
            @Parameter(description = "Held on this day or earlier.") @QueryParam("to") String to,
            @Parameter(description = "true for those that were taken back; the others when absent.")
                    @QueryParam("withdrawn")
                    String withdrawn,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        HeldOn after = HeldOn.read(cursor);
        String ofPerson = Texts.parameter("person", person);
        Select select = Trainings.ROWS
                .select(request.districtId(), AsOf.parameter(asOf))
                .and("and t.withdrawn = ?", Boolean.TRUE.equals(Texts.yesOrNo("withdrawn", withdrawn)))
                .when(ofPerson == null ? null : Person.key(ofPerson), "and ? = any (t.people)")
                .when(Parameters.date("from", from), "and t.held_on >= ?")
                .when(Parameters.date("to", to), "and t.held_on <= ?");
        List<Known<Training>> rows =
                reads.read(connection -> Trainings.ROWS.rows(connection, HeldOn.page(select, after, length)));
        Page<Known<Training>> page = Page.of(
                rows, length, row -> HeldOn.cursor(row.state().recorded().on(), row));
        return new Page<>(page.items().stream().map(TrainingView::of).toList(), page.next());
    }
}
