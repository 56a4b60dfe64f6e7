package org.inpractice.learning.export;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.learning.history.HistoryFilter;
import org.inpractice.learning.history.HistoryFilter.Order;
import org.inpractice.learning.history.HistoryPosition;
import org.inpractice.learning.history.HistoryQuery;
import org.inpractice.learning.history.HistorySequence;
import org.inpractice.learning.history.OpenedEntries;
import org.inpractice.learning.history.PageThreads;

/** The whole history as a download. */
@Path("/v1/districts/{districtId}/history/export")
@Tag(name = "History")
public class ExportResource {
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    OpenedEntries opened;

    @Inject
    PageThreads threads;

    @Inject
    Clock clock;

    /** All events that have arrived, one a line. */
    @GET
    @Produces(NDJSON)
    @Blocking
    @Operation(
            summary = "The entire history, one CloudEvent a line",
            description = "Each source's events by their numbers, the sources side by side. Every line carries its"
                    + " historyposition: after a cut, send that of the last whole line as after. The last line is of the"
                    + " type improvement.history.exported.v1 and says how many events came before it and up to which"
                    + " number of each source; without it the export was cut.")
    @APIResponse(
            responseCode = "200",
            description = "CloudEvents 1.0 in structured JSON, one a line",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "400", description = "A filter or position that cannot be read; the problem names it")
    public Flow.Publisher<byte[]> export(
            @BeanParam HistoryQuery query,
            @Parameter(description = "A historyposition: only what comes after it. From the first event when absent.")
                    @QueryParam("after")
                    String after) {
        HistoryFilter filter = query.filter(Order.ASC);
        HistoryPosition position = HistoryPosition.of("after", after);
        String districtId = request.districtId();
        HistoryPosition upTo = reads.read(connection -> new HistorySequence(connection, districtId).complete());
        return new ExportRun(
                reads,
                opened,
                threads,
                districtId,
                filter,
                position == null ? HistoryPosition.ZERO : position.notBeyond("after", upTo),
                upTo,
                new ExportEnd(clock, !filter.equals(HistoryFilter.EVERYTHING)));
    }
}
