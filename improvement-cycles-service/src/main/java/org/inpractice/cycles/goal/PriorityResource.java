package org.inpractice.cycles.goal;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.goal.GoalTerms.PriorityRetirement;
import org.inpractice.cycles.goal.GoalTerms.PriorityTerms;
import org.inpractice.cycles.goal.GoalViews.PriorityView;
import org.inpractice.cycles.goal.PriorityDecider.Command;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;

/** Priorities over REST: the state's eight, which the law fixes, and the district's own. */
@Path("/v1/districts/{districtId}/priorities")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Goals")
public class PriorityResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    Priorities priorities;

    /** The priority a command was about, and its version after it. */
    public record PriorityVersion(UUID priorityId, long version) {}

    /** Defines. */
    @POST
    @Operation(summary = "Define a priority of the district's own")
    @APIResponse(responseCode = "201", description = "Defined; Location and ETag say where and which version.")
    public Response define(@Valid @NotNull(message = "Send the priority as a JSON object.") PriorityTerms terms) {
        UUID priorityId = DistrictStream.newId();
        Append.Cause cause = request.cause(terms.occurredAt());
        var command = new Command.DefinePriority(priorityId, terms.title(), terms.description());
        return writes.write(terms, connection -> {
            long version = priorities.handle(connection, priorityId, OptionalLong.empty(), cause, command);
            return Answer.created("priorities/" + priorityId, new PriorityVersion(priorityId, version), version);
        });
    }

    /** Revises. */
    @PUT
    @Path("{priorityId}")
    @Operation(summary = "Put a priority of the district's own differently", description = "With If-Match.")
    @APIResponse(responseCode = "200", description = "Revised, or unchanged when it says the same.")
    @APIResponse(responseCode = "412", description = "It has changed since you read it.")
    public Response revise(
            @PathParam("priorityId") UUID priorityId,
            @Valid @NotNull(message = "Send the priority as a JSON object.") PriorityTerms terms) {
        return handle(
                priorityId,
                terms,
                request.requiredIfMatch(),
                terms.occurredAt(),
                new Command.RevisePriority(terms.title(), terms.description()));
    }

    /** Retires. */
    @POST
    @Path("{priorityId}/retirement")
    @Operation(summary = "Retire a priority of the district's own", description = "Goals tied to it stay so.")
    @APIResponse(responseCode = "200", description = "Retired.")
    @APIResponse(responseCode = "409", description = "It is retired already.")
    public Response retire(
            @PathParam("priorityId") UUID priorityId,
            @Valid @NotNull(message = "Send the reason as a JSON object.") PriorityRetirement end) {
        return handle(priorityId, end, request.ifMatch(), end.occurredAt(), new Command.RetirePriority(end.reason()));
    }

    private Response handle(UUID priorityId, Object body, OptionalLong seen, Instant occurredAt, Command command) {
        Append.Cause cause = request.cause(occurredAt);
        return writes.write(body, connection -> {
            long version = priorities.handle(connection, priorityId, seen, cause, command);
            return Answer.ok(new PriorityVersion(priorityId, version), version);
        });
    }

    /** One. */
    @GET
    @Path("{priorityId}")
    @Operation(summary = "A priority, of the state or the district")
    @APIResponse(
            responseCode = "200",
            description = "The priority; ETag is the version of one of the district's own",
            content = @Content(schema = @Schema(implementation = PriorityView.class)))
    @APIResponse(responseCode = "404", description = "No such priority")
    public Response priority(
            @Parameter(example = "state-5") @PathParam("priorityId") String priorityId,
            @QueryParam("asOf") String asOf) {
        AsOf at = AsOf.parameter(asOf);
        Optional<StatePriority> state = StatePriority.of(priorityId);
        if (state.isPresent()) {
            return Response.ok(PriorityView.of(state.get())).build();
        }
        UUID id = uuid(priorityId);
        Known<Priority> own = reads.read(connection -> Priorities.ROWS.one(connection, request.districtId(), id, at))
                .orElseThrow(() -> new NotFound("priority"));
        return Response.ok(PriorityView.of(own))
                .header(HttpHeaders.ETAG, at.isNow() ? "\"" + own.version() + "\"" : null)
                .build();
    }

    /** All. */
    @GET
    @Operation(summary = "The state's eight priorities, then the district's own, oldest first; retired ones say why")
    public Page<PriorityView> priorities(
            @Parameter(description = "As was known at this instant") @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        List<String> keys = Cursor.keys(cursor, 1);
        List<Keyed> rows = new ArrayList<>();
        long after = keys.isEmpty() ? Long.MIN_VALUE : number(keys.getFirst());
        for (StatePriority state : StatePriority.values()) {
            // Before every sequence number, in the order of the law.
            rows.add(new Keyed(state.number() - 100, PriorityView.of(state)));
        }
        rows.removeIf(row -> row.key() <= after);
        Select own = Priorities.ROWS
                .select(request.districtId(), AsOf.parameter(asOf))
                .and("and t.first_seq > ?", Math.max(after, 0));
        reads.read(connection -> Priorities.ROWS.oldestFirst(connection, own, length))
                .forEach(row -> rows.add(new Keyed(row.firstSeq(), PriorityView.of(row))));
        Page<Keyed> page =
                Page.of(rows.stream().limit(length + 1L).toList(), length, row -> Cursor.of(String.valueOf(row.key())));
        return new Page<>(page.items().stream().map(Keyed::view).toList(), page.next());
    }

    private record Keyed(long key, PriorityView view) {}

    private static long number(String key) {
        if (!key.matches("-?\\d{1,18}")) {
            throw Cursor.notOurs();
        }
        return Long.parseLong(key);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("priority");
        }
    }
}
