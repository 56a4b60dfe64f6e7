package org.inpractice.measurement.feed;

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
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
import org.inpractice.measurement.feed.DeliveryTable.After;
import org.inpractice.measurement.feed.FeedRequests.FeedAgreement;
import org.inpractice.measurement.feed.FeedRequests.FeedRetirement;
import org.inpractice.measurement.feed.FeedTable.Known;
import org.inpractice.measurement.feed.Lateness.LateView;
import org.inpractice.stream.DistrictStream;

/** Data feeds over REST. */
@Path("/v1/districts/{districtId}/feeds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Data feeds", description = "Who delivers which measures, for which sites, until when, and what is late.")
public class FeedResource {
    private static final String EXAMPLE = """
            {"name": "Monthly absence", "supplier": "Student information system",
             "contact": "sis-support@district.example", "owner": "Data office",
             "measureIds": ["0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01"], "siteIds": ["19647330112536"],
             "graceDays": 10, "since": "2025-08-01", "pauses": [{"from": "2025-12-22", "to": "2026-01-02"}]}""";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    Feeds feeds;

    @Inject
    Lateness lateness;

    /** The id of a feed. */
    @Schema(name = "FeedId")
    public record FeedIdView(UUID feedId) {}

    /** Registers. */
    @POST
    @Operation(
            summary = "Register a data feed",
            description = "From now on the clock says when one of its periods is late, and when it has caught up: once"
                    + " each, as events on the topic. What was there already is not late.")
    @APIResponse(
            responseCode = "201",
            description = "Registered; Location and ETag are the feed's",
            content = @Content(schema = @Schema(implementation = FeedIdView.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    public Response register(
            @RequestBody(content = @Content(schema = @Schema(implementation = FeedAgreement.class), example = EXAMPLE))
                    @Valid
                    @NotNull(message = "Send the data feed as a JSON object.")
                    FeedAgreement agreement) {
        UUID feedId = DistrictStream.newId();
        var cause = request.cause(agreement.occurredAt());
        FeedTerms sent = agreement.terms();
        FeedTerms terms = sent.studentGroup() == null ? sent.ofGroup("all") : sent;
        return writes.write(
                agreement,
                connection -> Answer.created(
                        "feeds/" + feedId, new FeedIdView(feedId), feeds.register(connection, feedId, cause, terms)));
    }

    /** Agrees on other terms. */
    @PUT
    @Path("{feedId}")
    @Operation(
            summary = "Change a data feed",
            description = "Needs If-Match, and the whole of what is agreed now. What was late and is expected no more"
                    + " leaves the list of what is late. The student group never changes.")
    @APIResponse(
            responseCode = "200",
            description = "Changed, or nothing to change",
            content = @Content(schema = @Schema(implementation = FeedIdView.class)))
    @APIResponse(responseCode = "404", description = "No such data feed in this district")
    @APIResponse(responseCode = "409", description = "It is retired, or another student group was sent")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response revise(
            @PathParam("feedId") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = FeedAgreement.class), example = EXAMPLE))
                    @Valid
                    @NotNull(message = "Send the data feed as a JSON object.")
                    FeedAgreement agreement) {
        UUID feedId = known(id).feedId();
        OptionalLong seen = request.requiredIfMatch();
        var cause = request.cause(agreement.occurredAt());
        return writes.write(
                agreement,
                connection -> Answer.ok(
                        new FeedIdView(feedId), feeds.revise(connection, feedId, seen, cause, agreement.terms())));
    }

    /** Ends. */
    @POST
    @Path("{feedId}/retirement")
    @Operation(
            summary = "Retire a data feed: nothing is expected of it any more",
            description = "If-Match is honoured when sent. Retired again, nothing changes.")
    @APIResponse(
            responseCode = "200",
            description = "Retired",
            content = @Content(schema = @Schema(implementation = FeedIdView.class)))
    @APIResponse(responseCode = "404", description = "No such data feed in this district")
    public Response retire(
            @PathParam("feedId") String id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = FeedRetirement.class),
                                            example = "{\"reason\": \"The survey ended\"}"))
                    @Valid
                    @NotNull(message = "Send the reason as a JSON object.")
                    FeedRetirement retirement) {
        UUID feedId = known(id).feedId();
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(retirement.occurredAt());
        return writes.write(
                retirement,
                connection -> Answer.ok(
                        new FeedIdView(feedId), feeds.retire(connection, feedId, seen, cause, retirement.reason())));
    }

    /** One. */
    @GET
    @Path("{feedId}")
    @Operation(summary = "A data feed")
    @APIResponse(
            responseCode = "200",
            description = "The data feed; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = FeedView.class)))
    @APIResponse(responseCode = "404", description = "No such data feed in this district")
    public Response one(@PathParam("feedId") String id) {
        Known feed = known(id);
        return Response.ok(FeedView.of(feed))
                .header(HttpHeaders.ETAG, "\"" + feed.version() + "\"")
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "The district's data feeds, the first registered first; retired ones say so")
    @APIResponse(responseCode = "200", description = "A page of data feeds")
    public Page<FeedView> list(
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        UUID after = after(cursor);
        List<FeedView> rows =
                reads.read(connection -> FeedTable.oldest(connection, request.districtId(), after, length + 1).stream()
                        .map(FeedView::of)
                        .toList());
        return Page.of(rows, length, last -> Cursor.of(last.feedId().toString()));
    }

    /** What is late. */
    @GET
    @Path("{feedId}/lateness")
    @Operation(
            summary = "What a data feed has not delivered though it was due, the longest late first",
            description = "A period that is suppressed or not reported has been delivered. Days of grace do not run in"
                    + " pauses, and nothing is late as long as it is still the due day anywhere on Earth.")
    @APIResponse(responseCode = "200", description = "A page of late deliveries; none when the feed is retired")
    @APIResponse(responseCode = "404", description = "No such data feed in this district")
    public Page<LateView> late(
            @PathParam("feedId") String id,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        After after = Lateness.after(cursor);
        Known feed = known(id);
        return reads.read(connection -> lateness.page(connection, request.districtId(), feed, after, length));
    }

    private Known known(String id) {
        UUID feedId = Parameters.uuid("feedId", id);
        return reads.read(connection -> FeedTable.one(connection, request.districtId(), feedId))
                .orElseThrow(() -> new NotFound("data feed"));
    }

    private static UUID after(String cursor) {
        List<String> keys = Cursor.keys(cursor, 1);
        try {
            return keys.isEmpty() ? null : UUID.fromString(keys.getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }
}
