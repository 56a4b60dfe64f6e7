package org.inpractice.cycles.idea;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.Texts;
import org.inpractice.cycles.idea.SharedIdeas.Listed;
import org.inpractice.cycles.idea.SharedIdeas.SharedIdea;

/** What other districts share, found with a token for one's own. */
@Path("/v1/districts/{districtId}/shared-ideas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Change ideas")
public class SharedIdeaResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    /** Many. */
    @GET
    @Operation(
            summary = "Change ideas that other districts share, changed last first",
            description = "Title, warrant, standard work, and counts of decisions; not whose they are.")
    public Page<SharedIdea> shared(
            @Parameter(description = "Words of title or evidence") @QueryParam("q") String words,
            @Parameter(description = "strong, moderate, promising, rationale or experience") @QueryParam("strength")
                    String strength,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        Listed before = before(Cursor.keys(cursor, 2));
        String wanted = Texts.parameter("q", words);
        Strength strong = Parameters.oneOf(Strength.class, "strength", strength);
        List<Listed> rows = reads.read(
                connection -> SharedIdeas.others(connection, request.districtId(), wanted, strong, before, length));
        Page<Listed> page = Page.of(
                rows,
                length,
                row -> Cursor.of(
                        row.changedAt().toString(), row.idea().changeIdeaId().toString()));
        return new Page<>(page.items().stream().map(Listed::idea).toList(), page.next());
    }

    private static Listed before(List<String> keys) {
        if (keys.isEmpty()) {
            return null;
        }
        try {
            UUID id = UUID.fromString(keys.get(1));
            return new Listed(new SharedIdea(id, null, null, null, 0, 0, 0), Instant.parse(keys.get(0)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }
}
