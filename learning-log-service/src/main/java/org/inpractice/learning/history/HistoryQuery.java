package org.inpractice.learning.history;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.learning.history.HistoryFilter.Order;

/** The filters of whoever reads what has happened until now: which events, of which time, as known when. */
public class HistoryQuery extends EventQuery {
    @Parameter(description = "occurredAt at or after this instant.", example = "2025-09-01T00:00:00Z")
    @QueryParam("from")
    String from;

    @Parameter(description = "occurredAt before this instant.", example = "2026-07-01T00:00:00Z")
    @QueryParam("to")
    String to;

    @Parameter(
            description = "What was known at this instant: recordedAt at or before it.",
            example = "2026-03-01T08:00:00Z")
    @QueryParam("asOf")
    String asOf;

    /** What the parameters say. */
    public HistoryFilter filter(Order order) {
        Instant begin = Parameters.instant("from", from);
        Instant end = Parameters.instant("to", to);
        if (begin != null && end != null && begin.isAfter(end)) {
            throw Problems.invalid(
                    "from", "Send a from that is not after to; as they stand, no event can lie between from and to.");
        }
        return filter(begin, end, Parameters.instant("asOf", asOf), order);
    }
}
