package org.inpractice.learning.lesson;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.learning.lesson.LessonRequests.LessonSharing;
import org.inpractice.learning.lesson.LessonRequests.LessonSharingWithdrawal;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.learning.search.IndexedLessons.Filter;

/** The lessons of a district over REST. */
@Path("/v1/districts/{districtId}/lessons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Learning")
public class LessonResource {
    private static final String CYCLE = "cycle:";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    DistrictWrites writes;

    @Inject
    LessonReading reading;

    @Inject
    Lessons lessons;

    @Inject
    Seals seals;

    /** What a change answers. */
    @Schema(name = "LessonChanged")
    public record LessonChanged(UUID lessonId, boolean shared) {}

    /** Many. */
    @GET
    @Operation(
            summary = "Lessons of reviews and cycle studies: the newest first, or those like a cycle",
            description =
                    "With like, lessons of other cycles that may help with this one, the most alike first, each with"
                            + " the reasons: 4 points for the same change idea, 2 for the same aim, 2 for a common measure, 1 for"
                            + " the same site, and the share of the plan's words that lesson and report have, if two or more.")
    @APIResponse(responseCode = "200", description = "A page of lessons")
    @APIResponse(responseCode = "404", description = "The cycle has not been heard of in this district")
    public Page<LessonView> list(
            @Parameter(description = "cycle:{cycleId}: lessons that may help with it.") @QueryParam("like") String like,
            @Parameter(description = "Only of this site.") @QueryParam("siteId") String siteId,
            @Parameter(description = "From this day on.", example = "2025-08-01") @QueryParam("from") String from,
            @Parameter(description = "Up to this day.", example = "2026-06-30") @QueryParam("to") String to,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "20") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        Filter filter = new Filter(site(siteId), Parameters.date("from", from), Parameters.date("to", to));
        UUID cycleId = cycle(like);
        return reads.read(connection -> cycleId == null
                ? reading.newest(connection, request.districtId(), filter, cursor, length)
                : reading.like(connection, request.districtId(), cycleId, filter, cursor, length));
    }

    /** Shares. */
    @POST
    @Path("{lessonId}/sharing")
    @Operation(
            summary = "Share a redacted version of a lesson with other districts",
            description =
                    "They read the text that is sent here, never the lesson itself, and the district's name only when"
                            + " from says it. Shared again, the new text takes the old one's place. If-Match is honoured when sent.")
    @APIResponse(
            responseCode = "200",
            description = "Shared; the ETag is the sharing's",
            content = @Content(schema = @Schema(implementation = LessonChanged.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    @APIResponse(responseCode = "404", description = "No such lesson in this district")
    public Response share(
            @PathParam("lessonId") String id,
            @Valid @NotNull(message = "Send the text to share as a JSON object.") LessonSharing sharing) {
        UUID lessonId = Parameters.uuid("lessonId", id);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(sharing.occurredAt());
        return writes.write(
                seals.fingerprint(sharing),
                connection -> Answer.ok(
                        new LessonChanged(lessonId, true),
                        lessons.share(connection, request.districtId(), lessonId, seen, cause, sharing)));
    }

    /** Withdraws. */
    @POST
    @Path("{lessonId}/sharing-withdrawal")
    @Operation(
            summary = "Share a lesson no more",
            description =
                    "The version for others is erased for good, also on the topic. The lesson itself stays. If-Match"
                            + " is honoured when sent.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn; the ETag is the sharing's",
            content = @Content(schema = @Schema(implementation = LessonChanged.class)))
    @APIResponse(responseCode = "409", description = "It is not shared")
    public Response withdraw(
            @PathParam("lessonId") String id,
            @Valid @NotNull(message = "Send the withdrawal as a JSON object; {} will do.")
                    LessonSharingWithdrawal withdrawal) {
        UUID lessonId = Parameters.uuid("lessonId", id);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(withdrawal.occurredAt());
        return writes.write(
                withdrawal,
                connection -> Answer.ok(
                        new LessonChanged(lessonId, false),
                        lessons.withdraw(connection, request.districtId(), lessonId, seen, cause)));
    }

    private static UUID cycle(String like) {
        if (like == null) {
            return null;
        }
        if (!like.startsWith(CYCLE)) {
            throw Problems.invalid("like", "Send cycle: and the cycle's id.");
        }
        return Parameters.uuid("like", like.substring(CYCLE.length()));
    }

    private static String site(String value) {
        if (value == null || value.matches("[A-Za-z0-9_.:-]{1,64}")) {
            return value;
        }
        throw Problems.invalid("siteId", "Send a site's id, for example 19647330102901.");
    }
}
