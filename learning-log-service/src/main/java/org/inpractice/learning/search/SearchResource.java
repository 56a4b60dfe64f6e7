package org.inpractice.learning.search;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.learning.search.SearchReading.After;
import org.inpractice.learning.search.SearchReading.Filter;
import org.inpractice.learning.search.SearchReading.Ranked;

/** Search in what a district wrote about its failures and cycles. */
@Path("/v1/districts/{districtId}/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learning", description = "Find what was learned, and see what recurs.")
public class SearchResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    SearchReading reading;

    /**
     * A text that was found.
     *
     * @param lessonId of a lesson
     * @param failureId of a report, review or lesson
     * @param cycleId the cycle that was studied, or in which the failure happened
     * @param on when it happened, was reviewed or was studied
     */
    @Schema(name = "FoundText")
    public record Found(
            SearchKind kind,
            UUID lessonId,
            UUID failureId,
            UUID cycleId,
            String siteId,
            LocalDate on,
            List<Snippet> snippets) {}

    /**
     * A piece of a text.
     *
     * @param field which text
     * @param html the piece with {@code <mark>} around what was looked for; all other markup is escaped
     */
    @Schema(name = "FoundSnippet")
    public record Snippet(String field, String html) {}

    /**
     * What was found, best first.
     *
     * @param mistyped stems of words that no text has; similar ones were looked for instead
     */
    @Schema(name = "FoundTexts")
    public record FoundTexts(List<Found> items, List<String> mistyped, String next) {}

    /** Finds. */
    @GET
    @Operation(
            summary = "Find texts in reports, reviews, lessons and cycle studies, best first",
            description = "English words by their stem. All words shall be there; \"a phrase\" in quotes, or between"
                    + " words, a minus before a word that shall not be there. Typing errors are forgiven in words of four"
                    + " letters or more that no text has. Erased texts are not found.")
    @APIResponse(responseCode = "200", description = "A page of texts with the places where the words stand")
    @APIResponse(responseCode = "400", description = "There is nothing to look for, or a filter is wrong")
    public FoundTexts find(
            @Parameter(description = "What to look for, up to 200 characters.", example = "call families")
                    @QueryParam("q")
                    String q,
            @Parameter(description = "report, review, lesson or study.", example = "lesson") @QueryParam("kind")
                    String kind,
            @Parameter(description = "Only of this site.") @QueryParam("siteId") String siteId,
            @Parameter(description = "Only of this cycle.") @QueryParam("cycleId") String cycleId,
            @Parameter(description = "From this day on.", example = "2025-08-01") @QueryParam("from") String from,
            @Parameter(description = "Up to this day.", example = "2026-06-30") @QueryParam("to") String to,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "20") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        Filter filter = new Filter(
                Parameters.oneOf(SearchKind.class, "kind", kind),
                site(siteId),
                Parameters.uuid("cycleId", cycleId),
                Parameters.date("from", from),
                Parameters.date("to", to));
        After after = after(cursor);
        return reads.read(connection -> {
            AskedWords asked = reading.asked(connection, request.districtId(), q);
            List<Ranked> rows = reading.page(connection, request.districtId(), asked, filter, after, length + 1);
            Page<Ranked> page = Page.of(
                    rows,
                    length,
                    last -> Cursor.of(last.rank(), id(last.found()).toString()));
            return new FoundTexts(page.items().stream().map(Ranked::found).toList(), asked.mistyped(), page.next());
        });
    }

    private UUID id(Found found) {
        return switch (found.kind()) {
            case REPORT -> found.failureId();
            case REVIEW -> SearchProjection.reviewId(request.districtId(), found.failureId());
            case LESSON -> found.lessonId();
            case STUDY -> found.cycleId();
        };
    }

    private static String site(String value) {
        if (value == null || value.matches("[A-Za-z0-9_.:-]{1,64}")) {
            return value;
        }
        throw Problems.invalid("siteId", "Send a site's id, for example 19647330102901.");
    }

    private static After after(String cursor) {
        List<String> keys = Cursor.keys(cursor, 2);
        try {
            if (keys.isEmpty()) {
                return null;
            }
            if (!Float.isFinite(Float.parseFloat(keys.get(0)))) {
                throw Cursor.notOurs();
            }
            return new After(keys.get(0), UUID.fromString(keys.get(1)));
        } catch (IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }
}
