package org.inpractice.learning.history;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.learning.history.HistoryFilter.Order;

/** The district history over REST. */
@Path("/v1/districts/{districtId}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History", description = "Every event of all three services in one timeline.")
public class HistoryResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    OpenedEntries opened;

    /**
     * A page of the history.
     *
     * @param items events in the order asked for
     * @param next the cursor of the next page; absent on the last
     * @param complete by source: up to this sequence number every event of the district has arrived and is in this list
     */
    @Schema(name = "HistoryPage")
    public record HistoryPage(
            List<HistoryEntry> items,
            String next,

            @Schema(examples = "{\"measurement-service\": 123}")
            SortedMap<String, Long> complete) {}

    /** A page of the timeline. */
    @GET
    @Operation(
            summary = "The history of the district",
            description =
                    "By recordedAt; source and districtSeq break ties. A list holds what had arrived when its first"
                            + " page was read (complete), so no page skips or repeats an event while others write:"
                            + " what arrives meanwhile is in the next list.")
    @APIResponse(responseCode = "200", description = "A page of events")
    @APIResponse(responseCode = "400", description = "A filter that cannot be read; the problem names it")
    public HistoryPage history(
            @BeanParam HistoryQuery query,
            @Parameter(description = "asc (oldest first, when absent) or desc.", example = "desc") @QueryParam("order")
                    String order,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        Order ordered = Parameters.oneOf(Order.class, "order", order);
        HistoryFilter filter = query.filter(ordered == null ? Order.ASC : ordered);
        TimelinePosition after = TimelinePosition.of(cursor);
        int length = Parameters.limit(limit);
        return reads.read(connection -> {
            Timeline timeline = new Timeline(connection, request.districtId());
            SortedMap<String, Long> complete = after == null ? timeline.complete() : after.complete();
            Page<HistoryEntry> page = Page.of(
                    timeline.page(filter, after, complete, length + 1), length, last -> cursorAfter(last, complete));
            return new HistoryPage(opened.of(connection, request.districtId(), page.items()), page.next(), complete);
        });
    }

    private static String cursorAfter(HistoryEntry last, SortedMap<String, Long> complete) {
        return new TimelinePosition(last.recordedAt(), last.source(), last.districtSeq(), complete).cursor();
    }
}
