package org.inpractice.cycles.idea;

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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.inpractice.api.Problems;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Texts;
import org.inpractice.cycles.idea.IdeaLibrary.Entry;
import org.inpractice.cycles.idea.IdeaLibrary.Filter;

/** Change ideas to read. */
@Path("/v1/districts/{districtId}/change-ideas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Change ideas")
public class IdeaReads {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    /** One. */
    @GET
    @Path("{changeIdeaId}")
    @Operation(
            summary = "A change idea: its warrant, where it was tested, what was decided, what the data say",
            description = "Its cycles, rung by rung, are under change-ideas/{id}/cycles.")
    @APIResponse(
            responseCode = "200",
            description = "The idea; ETag is its version",
            content = @Content(schema = @Schema(implementation = IdeaView.class)))
    @APIResponse(responseCode = "404", description = "No such idea in this district, or not yet at that instant")
    public Response idea(
            @PathParam("changeIdeaId") UUID id,
            @Parameter(description = "As was known at this instant") @QueryParam("asOf") String asOf) {
        AsOf at = AsOf.parameter(asOf);
        String districtId = request.districtId();
        IdeaView idea = reads.read(connection -> {
            Entry entry =
                    IdeaLibrary.one(connection, districtId, id, at).orElseThrow(() -> new NotFound("change idea"));
            return IdeaView.of(
                    entry,
                    IdeaLibrary.mergedInto(connection, districtId, id, at),
                    IdeaTrials.of(connection, districtId, List.of(id), at),
                    IdeaRecord.of(connection, districtId, List.of(id), at).get(id));
        });
        return Response.ok(idea)
                .header(HttpHeaders.ETAG, at.isNow() ? "\"" + idea.version() + "\"" : null)
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "The district's change ideas, newest first, each with what became of it")
    public Page<IdeaView> ideas(
            @Parameter(description = "Words of title, description or evidence") @QueryParam("q") String words,
            @Parameter(description = "active, retired, merged or unwarranted") @QueryParam("state") String state,
            @QueryParam("owner") String owner,
            @Parameter(description = "strong, moderate, promising, rationale or experience") @QueryParam("strength")
                    String strength,
            @Parameter(description = "Tested at this site") @QueryParam("siteId") String siteId,
            @Parameter(description = "Tested for this aim") @QueryParam("aimId") String aimId,
            @Parameter(description = "true or false") @QueryParam("shared") String shared,
            @Parameter(description = "As was known at this instant") @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        long before = Cursor.sequence(cursor);
        AsOf at = AsOf.parameter(asOf);
        Filter filter = new Filter(
                Texts.parameter("q", words),
                Parameters.oneOf(IdeaState.class, "state", state),
                Texts.parameter("owner", owner),
                Parameters.oneOf(Strength.class, "strength", strength),
                Texts.parameter("siteId", siteId),
                Parameters.uuid("aimId", aimId),
                yesOrNo(shared));
        String districtId = request.districtId();
        return reads.read(connection -> {
            Page<Entry> page = Page.of(
                    IdeaLibrary.newestFirst(connection, districtId, filter, at, before, length),
                    length,
                    entry -> Cursor.of(String.valueOf(entry.firstSeq())));
            List<UUID> ids = page.items().stream().map(Entry::changeIdeaId).toList();
            Map<UUID, IdeaRecord> records = IdeaRecord.of(connection, districtId, ids, at);
            Map<UUID, List<IdeaTrial>> tests = IdeaTrials.of(connection, districtId, ids, at).stream()
                    .collect(Collectors.groupingBy(IdeaTrial::changeIdeaId));
            return new Page<>(
                    page.items().stream()
                            .map(entry -> IdeaView.of(
                                    entry,
                                    null,
                                    tests.getOrDefault(entry.changeIdeaId(), List.of()),
                                    records.get(entry.changeIdeaId())))
                            .toList(),
                    page.next());
        });
    }

    private static Boolean yesOrNo(String shared) {
        if (shared == null) {
            return null;
        }
        return switch (shared) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problems.invalid("shared", "Send true or false.");
        };
    }
}
