package org.inpractice.learning.reconciliation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.learning.history.HistorySequence;

/** What a partner compares its own events with. */
@Path("/v1/districts/{districtId}/history/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History")
public class ReconciliationResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    /**
     * What the history of a district holds, source by source.
     *
     * @param districtId the district
     * @param sources each source asked for that any event has arrived from, by name
     */
    @Schema(name = "Reconciliation")
    public record Reconciliation(String districtId, List<SequenceRange> sources) {
        /** Copies the list. */
        public Reconciliation {
            sources = List.copyOf(sources);
        }
    }

    /** A range as asked for; null ends are the sequence's own. */
    private record Asked(Long from, Long to) {
        static Asked of(String from, String to) {
            Asked asked = new Asked(number("from", from), number("to", to));
            if (asked.from != null && asked.to != null && asked.from > asked.to) {
                throw Problems.invalid("from", "Send a from that is not greater than to: they are sequence numbers.");
            }
            return asked;
        }

        long first() {
            return from == null ? 1 : from;
        }

        long last(long arrived) {
            return Math.max(first() - 1, to == null ? arrived : Math.min(to, arrived));
        }

        private static Long number(String name, String value) {
            if (value == null) {
                return null;
            }
            if (!value.matches("[1-9]\\d{0,17}")) {
                throw Problems.invalid(name, "Send a sequence number, 1 or greater.");
            }
            return Long.valueOf(value);
        }
    }

    /** Count and hashes. */
    @GET
    @Operation(
            summary = "Count and hashes of a range, to prove that nothing is missing",
            description = "Compute the same from the events you hold: docs/events/reconciliation.md says how, in four"
                    + " lines of shell. A range that has arrived never changes again. Where hashes differ, halve the"
                    + " range, or compare its blocks.")
    @APIResponse(responseCode = "200", description = "What has arrived of the range")
    @APIResponse(responseCode = "404", description = "No event of that source has arrived for this district")
    public Reconciliation reconciliation(
            @Parameter(description = "One service; all when absent.", example = "measurement-service")
                    @QueryParam("source")
                    String source,
            @Parameter(description = "The first sequence number; 1 when absent.", example = "1") @QueryParam("from")
                    String from,
            @Parameter(
                            description =
                                    "The last sequence number; the last that has arrived when absent or beyond it.",
                            example = "1024")
                    @QueryParam("to")
                    String to) {
        Asked asked = Asked.of(from, to);
        return reads.read(connection -> {
            List<SequenceRange> ranges = new ArrayList<>();
            for (var each : arrived(connection, source).entrySet()) {
                ranges.add(new SequenceHashes(connection, request.districtId(), each.getKey())
                        .range(asked.first(), asked.last(each.getValue()), each.getValue()));
            }
            return new Reconciliation(request.districtId(), ranges);
        });
    }

    /** The blocks of a range, to see at a glance which differs. */
    @GET
    @Path("blocks")
    @Operation(
            summary = "The hashes of a range block by block, to find what differs",
            description = "A block has 1,024 numbers: 1 to 1024, 1025 to 2048, …; the first and the last piece of a"
                    + " range may be shorter.")
    @APIResponse(responseCode = "200", description = "A page of pieces in order")
    @APIResponse(responseCode = "404", description = "No event of that source has arrived for this district")
    public Page<SequenceRange> blocks(
            @Parameter(description = "The service.", required = true, example = "measurement-service")
                    @QueryParam("source")
                    String source,
            @Parameter(description = "The first sequence number; 1 when absent.", example = "1") @QueryParam("from")
                    String from,
            @Parameter(description = "The last sequence number; the last that has arrived when absent or beyond it.")
                    @QueryParam("to")
                    String to,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        if (source == null) {
            throw Problems.invalid("source", "Send the service whose blocks you compare.");
        }
        Asked asked = Asked.of(from, to);
        int length = Parameters.limit(limit);
        long first = cursor == null || cursor.isEmpty()
                ? asked.first()
                : Math.max(asked.first(), Cursor.sequence(cursor) + 1);
        return reads.read(connection -> {
            long arrived = arrived(connection, source).get(source);
            long last = asked.last(arrived);
            List<SequenceHashes.Piece> pieces = first > last
                    ? List.of()
                    : new SequenceHashes(connection, request.districtId(), source).pieces(first, last, length + 1);
            return Page.of(
                    pieces.stream().map(piece -> piece.range(source, arrived)).toList(),
                    length,
                    piece -> Cursor.of(Long.toString(piece.to())));
        });
    }

    private SortedMap<String, Long> arrived(Connection connection, String source) throws SQLException {
        SortedMap<String, Long> arrived =
                new HistorySequence(connection, request.districtId()).complete().sequences();
        if (source == null) {
            return arrived;
        }
        arrived.keySet().retainAll(List.of(source));
        if (arrived.isEmpty()) {
            throw new NotFound("source");
        }
        return arrived;
    }
}
