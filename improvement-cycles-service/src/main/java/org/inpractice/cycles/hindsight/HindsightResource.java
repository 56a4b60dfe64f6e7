package org.inpractice.cycles.hindsight;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.cycle.CycleFilter;
import org.inpractice.cycles.cycle.CycleState;
import org.inpractice.cycles.cycle.CycleTable;
import org.inpractice.cycles.cycle.CycleTable.Row;

/** What was known when something was decided, over REST. */
@Path("/v1/districts/{districtId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Hindsight",
        description =
                "What was known when it was decided, what is known today, and which decisions today's data contradict.")
public class HindsightResource {
    private static final String AS_OF = "What counts as today; now when absent.";
    private static final int BATCH = 200;

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    /** One decision. */
    @GET
    @Path("cycles/{cycleId}/hindsight")
    @Operation(
            summary = "What was known when a cycle was decided, and what is known today",
            description =
                    "Verdict, completeness and age of the data at that moment, as the service itself kept them, beside"
                            + " today's; contradicted means: adopted, and the outcome has worsened or improved at the expense of"
                            + " something else; abandoned, and the outcome has improved.")
    @APIResponse(responseCode = "404", description = "No such decided cycle in this district")
    public DecisionInHindsight decision(
            @PathParam("cycleId") UUID cycleId,
            @Parameter(description = AS_OF, example = "2026-03-01T08:00:00Z") @QueryParam("asOf") String asOf) {
        Instant at = Parameters.instant("asOf", asOf);
        return reads.read(connection -> {
            Row row = new CycleTable(connection, request.districtId(), at)
                    .find(cycleId)
                    .filter(one -> one.known().state() == CycleState.DECIDED)
                    .orElseThrow(() -> new NotFound("decided cycle"));
            return new HindsightReading(connection, request.districtId(), at)
                    .inFull(List.of(row))
                    .getFirst();
        });
    }

    /** A list. */
    @GET
    @Path("decisions")
    @Operation(
            summary = "Decisions in hindsight, those of the newest plan first",
            description = "Filters as in the list of cycles; standing=contradicted lists what today's data contradict.")
    public Page<DecisionInHindsight> decisions(
            @BeanParam CycleFilter filter,
            @Parameter(description = "stands, no_longer_supported, contradicted, unsupported or cannot_tell")
                    @QueryParam("standing")
                    String standing,
            @Parameter(description = AS_OF, example = "2026-03-01T08:00:00Z") @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        CycleTable.Filter decided = filter.read().in(CycleState.DECIDED);
        Standing wanted = Parameters.oneOf(Standing.class, "standing", standing);
        Instant at = Parameters.instant("asOf", asOf);
        long before = Cursor.sequence(cursor);
        return reads.read(connection -> {
            List<Row> rows = rows(connection, decided, wanted, at, before, length + 1);
            Page<Row> page = Page.of(rows, length, row -> Cursor.of(String.valueOf(row.plannedSeq())));
            return new Page<>(
                    new HindsightReading(connection, request.districtId(), at).inFull(page.items()), page.next());
        });
    }

    /** Looks further, batch by batch, until there are enough of the wanted standing. */
    private List<Row> rows(
            Connection connection, CycleTable.Filter filter, Standing wanted, Instant at, long before, int enough)
            throws SQLException {
        CycleTable table = new CycleTable(connection, request.districtId(), at);
        if (wanted == null) {
            return table.newestFirst(filter, before, enough);
        }
        HindsightReading reading = new HindsightReading(connection, request.districtId(), at);
        List<Row> found = new ArrayList<>();
        long from = before;
        while (found.size() < enough) {
            List<Row> batch = table.newestFirst(filter, from, BATCH);
            List<Hindsight> standings = reading.standings(batch);
            for (int i = 0; i < batch.size() && found.size() < enough; i++) {
                if (standings.get(i).standing() == wanted) {
                    found.add(batch.get(i));
                }
            }
            if (batch.size() < BATCH) {
                break;
            }
            from = batch.getLast().plannedSeq();
        }
        return found;
    }
}
