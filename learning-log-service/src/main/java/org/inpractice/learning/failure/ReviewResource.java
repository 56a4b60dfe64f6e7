package org.inpractice.learning.failure;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.learning.failure.FailureAnswers.ReviewedFailure;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.Seals;

/** Reviews over REST: what recurs shows when they are read by factor. */
@Path("/v1/districts/{districtId}/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Failures")
public class ReviewResource {
    @Inject
    DistrictRequest request;

    @Inject
    Seals seals;

    /** Many. */
    @GET
    @Operation(summary = "Reviews, newest first")
    @APIResponse(responseCode = "200", description = "A page of reviews")
    public Page<ReviewedFailure> list(
            @Parameter(
                            description = "Only reviews that name this contributing factor, in capitals or not.",
                            example = "The call list is made by hand")
                    @QueryParam("factor")
                    @Size(max = 500, message = "Send a factor of up to 500 characters.")
                    String factor,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        if (factor != null && factor.indexOf('\0') >= 0) {
            throw Problems.invalid("factor", "Send the factor as a review names it.");
        }
        int length = Parameters.limit(limit);
        FailureRow.Before<LocalDate> before = ListPosition.beforeDate(cursor);
        List<FailureRow> rows = factor == null
                ? FailureRow.newestReviews(request.districtId(), before, length + 1)
                : FactorRow.newestReviews(
                        request.districtId(),
                        FailureProjection.factorKey(seals, request.districtId(), factor),
                        before,
                        length + 1);
        Opener opener = seals.opener(
                request.districtId(), rows.stream().map(row -> row.failureId).toList());
        return Page.of(
                rows.stream().map(row -> ReviewedFailure.of(row, opener)).toList(),
                length,
                last -> Cursor.of(last.reviewedOn().toString(), last.failureId().toString()));
    }
}
