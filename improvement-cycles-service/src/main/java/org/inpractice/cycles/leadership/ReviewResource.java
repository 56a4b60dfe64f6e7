package org.inpractice.cycles.leadership;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
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
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Texts;
import org.inpractice.cycles.barrier.Barriers.ReviewStep;
import org.inpractice.cycles.leadership.ReviewCommand.CorrectReview;
import org.inpractice.cycles.leadership.ReviewCommand.HoldReview;
import org.inpractice.cycles.leadership.ReviewCommand.WithdrawReview;
import org.inpractice.cycles.leadership.ReviewTable.After;
import org.inpractice.cycles.leadership.ReviewTable.Filter;
import org.inpractice.cycles.leadership.ReviewViews.ReviewVersion;
import org.inpractice.cycles.leadership.ReviewViews.ReviewView;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;

/** Leadership reviews over REST. */
@Path("/v1/districts/{districtId}/leadership-reviews")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Leadership", description = "Reviews held, how often they shall be, and whether they are.")
public class ReviewResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    LeadershipReviews reviews;

    @Inject
    Clock clock;

    /** Tells. */
    @POST
    @Operation(
            summary = "Tell that a leadership review was held",
            description = "With barriers it also raises, owns, passes on, removes or accepts these, on the day of the"
                    + " review: all of it or nothing.")
    @APIResponse(
            responseCode = "201",
            description = "Told; Location and ETag are the review's",
            content = @Content(schema = @Schema(implementation = ReviewVersion.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and the remedy")
    @APIResponse(responseCode = "409", description = "A barrier does not stand where its step begins")
    public Response hold(@Valid @NotNull(message = "Send the review as a JSON object.") ReviewRequests.Held held) {
        UUID reviewId = DistrictStream.newId();
        Append.Cause cause = request.cause(held.occurredAt());
        List<ReviewStep> steps =
                held.barriers() == null ? List.of() : held.barriers().steps(request.actor());
        ReviewedBarriers ids = BarrierSteps.ids(steps);
        var command = new HoldReview(reviewId, held.terms(), ids, today());
        return writes.write(held, connection -> {
            long version = reviews.hold(connection, request.districtId(), cause, command, steps);
            return Answer.created(
                    "leadership-reviews/" + reviewId, new ReviewVersion(reviewId, version, ids.raised()), version);
        });
    }

    /** Corrects. */
    @PUT
    @Path("{reviewId}")
    @Operation(
            summary = "Tell a review right",
            description = "Send all of it with the reason, and the ETag you read as If-Match. Barriers are corrected at"
                    + " their own address.")
    @APIResponse(
            responseCode = "200",
            description = "Corrected, or unchanged when it says the same",
            content = @Content(schema = @Schema(implementation = ReviewVersion.class)))
    @APIResponse(responseCode = "409", description = "It was withdrawn")
    @APIResponse(responseCode = "412", description = "It has changed since you read it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response correct(
            @PathParam("reviewId") UUID reviewId,
            @Valid @NotNull(message = "Send the review as a JSON object.") ReviewRequests.Correction correction) {
        OptionalLong seen = request.requiredIfMatch();
        var command = new CorrectReview(correction.terms(), correction.reason(), today());
        return move(reviewId, seen, correction, correction.occurredAt(), command);
    }

    /** Withdraws. */
    @POST
    @Path("{reviewId}/withdrawal")
    @Operation(
            summary = "Take a review back that was not held",
            description = "It counts no longer. What it did about barriers stays done.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = ReviewVersion.class)))
    @APIResponse(responseCode = "409", description = "It was withdrawn before")
    public Response withdraw(
            @PathParam("reviewId") UUID reviewId,
            @Valid @NotNull(message = "Send the reason as a JSON object.") ReviewRequests.Withdrawal withdrawal) {
        return move(
                reviewId,
                request.ifMatch(),
                withdrawal,
                withdrawal.occurredAt(),
                new WithdrawReview(withdrawal.reason()));
    }

    private Response move(UUID reviewId, OptionalLong seen, Object body, Instant occurredAt, ReviewCommand command) {
        Append.Cause cause = request.cause(occurredAt);
        return writes.write(body, connection -> {
            long version = reviews.handle(connection, request.districtId(), reviewId, seen, cause, command);
            return Answer.ok(new ReviewVersion(reviewId, version, null), version);
        });
    }

    private LocalDate today() {
        return Days.latestToday(clock.instant());
    }

    /** One. */
    @GET
    @Path("{reviewId}")
    @Operation(summary = "A leadership review")
    @APIResponse(
            responseCode = "200",
            description = "The review; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @APIResponse(responseCode = "404", description = "No such review in this district, or not yet")
    public Response one(
            @PathParam("reviewId") UUID reviewId,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf) {
        AsOf known = AsOf.parameter(asOf);
        Known<Review> review = reads.read(
                        connection -> LeadershipReviews.ROWS.one(connection, request.districtId(), reviewId, known))
                .orElseThrow(() -> new NotFound("leadership review"));
        return Response.ok(ReviewView.of(review))
                .header(HttpHeaders.ETAG, known.isNow() ? "\"" + review.version() + "\"" : null)
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "The district's leadership reviews, the last held first")
    public Page<ReviewView> list(
            @Parameter(description = "Held on this day or later.") @QueryParam("from") String from,
            @Parameter(description = "Held on this day or earlier.") @QueryParam("to") String to,
            @Parameter(description = "Those that looked at this aim.") @QueryParam("aimId") String aimId,
            @Parameter(description = "true for those that were taken back; the others when absent.")
                    @QueryParam("withdrawn")
                    String withdrawn,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        AsOf known = AsOf.parameter(asOf);
        Filter filter = new Filter(
                Parameters.date("from", from),
                Parameters.date("to", to),
                Parameters.uuid("aimId", aimId),
                Boolean.TRUE.equals(Texts.yesOrNo("withdrawn", withdrawn)));
        After after = after(cursor);
        List<Known<Review>> rows = reads.read(
                connection -> ReviewTable.newestFirst(connection, request.districtId(), filter, known, after, length));
        Page<Known<Review>> page = Page.of(
                rows,
                length,
                row -> Cursor.of(row.state().terms().heldOn().toString(), String.valueOf(row.firstSeq())));
        return new Page<>(page.items().stream().map(ReviewView::of).toList(), page.next());
    }

    private static After after(String cursor) {
        List<String> keys = Cursor.keys(cursor, 2);
        try {
            return keys.isEmpty()
                    ? null
                    : new After(Parameters.date("cursor", keys.get(0)), Long.parseLong(keys.get(1)));
        } catch (NumberFormatException e) {
            throw Cursor.notOurs();
        }
    }
}
