package org.inpractice.learning.failure;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.learning.failure.FailureAnswers.ReviewedFailure;

/** Reviews over REST: what recurs shows when they are read by factor. */
@Path("/v1/districts/{districtId}/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Failures")
public class ReviewResource {
    @Inject
    FailureReads reads;

    /** Many. */
    @GET
    @Operation(summary = "Completed reviews, newest first")
    @APIResponse(responseCode = "200", description = "A page of reviews")
    public Page<ReviewedFailure> list(
            @Parameter(
                            description = "Only reviews that name this contributing factor: a code of the taxonomy, or"
                                    + " words, in capitals or not.",
                            example = "The call list is made by hand")
                    @QueryParam("factor")
                    String factor,
            @Parameter(description = "As they were known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        return Page.of(
                reads.newestReviews(
                        FailureQuery.factor(factor),
                        Parameters.instant("asOf", asOf),
                        ListPosition.beforeDate(cursor),
                        length + 1),
                length,
                last -> Cursor.of(last.reviewedOn().toString(), last.failureId().toString()));
    }
}
