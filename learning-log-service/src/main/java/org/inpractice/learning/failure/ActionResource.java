package org.inpractice.learning.failure;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
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
import org.inpractice.learning.failure.FailureAnswers.ActionView;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.Seals;

/** The actions of all reviews over REST. */
@Path("/v1/districts/{districtId}/actions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Failures")
public class ActionResource {
    @Inject
    DistrictRequest request;

    @Inject
    Seals seals;

    @Inject
    Clock clock;

    /** Many. */
    @GET
    @Operation(summary = "Actions, overdue first, done last", description = "What is due first comes first.")
    @APIResponse(responseCode = "200", description = "A page of actions")
    public Page<ActionView> list(
            @Parameter(description = "open (overdue ones included), overdue or done.", example = "overdue")
                    @QueryParam("state")
                    String state,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        LocalDate today = CalendarDays.earliest(clock.instant());
        List<ActionRow> rows = ActionRow.dueFirst(
                request.districtId(),
                Parameters.oneOf(ActionState.class, "state", state),
                today,
                ListPosition.afterAction(cursor),
                length + 1);
        Opener opener = seals.opener(
                request.districtId(), rows.stream().map(row -> row.failureId).toList());
        return Page.of(
                rows.stream().map(row -> ActionView.of(row, today, opener)).toList(),
                length,
                last -> Cursor.of(
                        String.valueOf(last.state() == ActionState.DONE),
                        last.due().toString(),
                        last.actionId().toString()));
    }
}
