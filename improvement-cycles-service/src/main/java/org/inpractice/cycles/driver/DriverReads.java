package org.inpractice.cycles.driver;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
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
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.Texts;

/** Drivers to read, one by one; the diagram of an aim shows them together. */
@Path("/v1/districts/{districtId}/drivers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drivers")
public class DriverReads {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    /** One. */
    @GET
    @Path("{driverId}")
    @Operation(summary = "A driver; a merged one names the driver it is the same as")
    @APIResponse(
            responseCode = "200",
            description = "The driver; ETag is its version",
            content = @Content(schema = @Schema(implementation = DriverView.class)))
    @APIResponse(responseCode = "404", description = "No such driver in this district, or not yet at that instant")
    public Response driver(@PathParam("driverId") UUID driverId, @QueryParam("asOf") String asOf) {
        AsOf at = AsOf.parameter(asOf);
        Known<Driver> driver = reads.read(
                        connection -> Drivers.ROWS.one(connection, request.districtId(), driverId, at))
                .orElseThrow(() -> new NotFound("driver"));
        return Response.ok(DriverView.of(driver))
                .header(HttpHeaders.ETAG, at.isNow() ? "\"" + driver.version() + "\"" : null)
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "The district's drivers, newest first")
    public Page<DriverView> drivers(
            @QueryParam("aimId") String aimId,
            @Parameter(description = "active, retired or merged; all when absent") @QueryParam("state") String state,
            @QueryParam("owner") String owner,
            @QueryParam("measureId") String measureId,
            @QueryParam("changeIdeaId") String changeIdeaId,
            @Parameter(description = "As was known at this instant") @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        long before = Cursor.sequence(cursor);
        DriverState wanted = Parameters.oneOf(DriverState.class, "state", state);
        String somebody = Texts.parameter("owner", owner);
        UUID measure = Parameters.uuid("measureId", measureId);
        UUID idea = Parameters.uuid("changeIdeaId", changeIdeaId);
        Select select = Drivers.ROWS
                .select(request.districtId(), AsOf.parameter(asOf))
                .when(Parameters.uuid("aimId", aimId), "and t.aim_id = ?")
                .when(wanted == null ? null : wanted.name().toLowerCase(Locale.ROOT), "and t.status = ?")
                .when(somebody == null ? null : Person.key(somebody), "and t.owner_key = ?")
                .when(measure == null ? null : List.of(measure), "and t.measure_ids @> ?")
                .when(idea == null ? null : List.of(idea), "and t.change_idea_ids @> ?");
        List<Known<Driver>> rows =
                reads.read(connection -> Drivers.ROWS.newestFirst(connection, select, before, length));
        Page<Known<Driver>> page = Page.of(rows, length, row -> Cursor.of(String.valueOf(row.firstSeq())));
        return new Page<>(page.items().stream().map(DriverView::of).toList(), page.next());
    }
}
