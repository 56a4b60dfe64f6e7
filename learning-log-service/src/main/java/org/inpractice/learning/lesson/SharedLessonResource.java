package org.inpractice.learning.lesson;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;

/** What all districts share, for each to read under its own path. */
@Path("/v1/districts/{districtId}/shared-lessons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learning")
public class SharedLessonResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    SharedLessons shared;

    /**
     * A lesson as it was shared.
     *
     * @param fromFailure whether it comes from a review; else from a cycle study
     * @param from the district's name, if it said so
     * @param own whether it is of the district that asks
     */
    @Schema(name = "SharedLesson")
    public record SharedLesson(
            UUID lessonId, String text, boolean fromFailure, String from, Instant sharedAt, boolean own) {}

    /** Many. */
    @GET
    @Operation(
            summary = "Lessons that districts share, the last shared first",
            description = "Redacted versions only. Whose lesson it is tells from, where the district said so.")
    @APIResponse(responseCode = "200", description = "A page of shared lessons")
    public Page<SharedLesson> list(
            @Parameter(description = "Only those with these words.", example = "call list") @QueryParam("q") String q,
            @Parameter(description = "Shared at this instant or later.") @QueryParam("from") String from,
            @Parameter(description = "Shared before this instant.") @QueryParam("to") String to,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "20") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        Instant since = Parameters.instant("from", from);
        Instant until = Parameters.instant("to", to);
        return reads.read(connection -> shared.page(connection, request.districtId(), q, since, until, cursor, length));
    }
}
