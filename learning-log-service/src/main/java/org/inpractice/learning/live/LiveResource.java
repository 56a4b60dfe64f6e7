package org.inpractice.learning.live;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.learning.history.EventQuery;
import org.inpractice.learning.history.HistoryFilter;
import org.inpractice.learning.history.HistoryPosition;
import org.inpractice.learning.history.HistorySequence;

/** The history as it happens. */
@Path("/v1/districts/{districtId}/history/stream")
@Tag(name = "History")
public class LiveResource {
    private static final String BEGINNING = "0";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    LiveHistory live;

    @Inject
    LiveLine.Lines lines;

    /** Server-sent events. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(
            summary = "Every event as it arrives, as server-sent events",
            description = "Each message is a CloudEvent; its id is the place in the stream, good on every replica."
                    + " Connect again with Last-Event-ID (a browser's EventSource does it by itself) and no event is"
                    + " missed or sent twice. The stream ends with the token; a reader who takes nothing is cut off"
                    + " after a minute and goes on where it was.")
    @APIResponse(
            responseCode = "200",
            description = "A stream without an end",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "400", description = "A filter or place that cannot be read; the problem names it")
    @APIResponse(responseCode = "503", description = "This replica has as many readers as it can serve; try again")
    public Flow.Publisher<OutboundSseEvent> stream(
            @BeanParam EventQuery query,
            @Parameter(description = "The id of the last message; goes before after.") @HeaderParam("Last-Event-ID")
                    String lastEventId,
            @Parameter(
                            description =
                                    "From where on: 0 for the first event, a message's id or a historyposition of an"
                                            + " export for what comes after it, nothing for what arrives from now on.",
                            example = "0")
                    @QueryParam("after")
                    String after,
            @Context Sse sse) {
        HistoryFilter filter = query.filter();
        String name = lastEventId == null || lastEventId.isEmpty() ? "after" : "Last-Event-ID";
        String place = name.equals("after") ? after : lastEventId;
        HistoryPosition asked = BEGINNING.equals(place) ? HistoryPosition.ZERO : HistoryPosition.of(name, place);
        String districtId = request.districtId();
        HistoryPosition complete = reads.read(connection -> new HistorySequence(connection, districtId).complete());
        HistoryPosition position = asked == null ? complete : asked.notBeyond(name, complete);
        return live.open(districtId, position, complete, filter, sse, lines.line());
    }
}
