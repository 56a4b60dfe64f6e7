package org.inpractice.cycles.assessment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Texts;
import org.inpractice.cycles.assessment.AssessmentEvent.AssessmentGiven;
import org.inpractice.cycles.assessment.IdeaRanking.RankedIdea;

/** The ranking of change ideas over REST. */
@Path("/v1/districts/{districtId}/idea-ranking")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio")
public class RankingResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    /**
     * A page of the ranking.
     *
     * @param howComputed in words
     * @param scales what the numbers mean
     */
    @Schema(name = "IdeaRanking")
    public record Ranking(String howComputed, Scales scales, List<RankedIdea> items, String next) {}

    /** The ranking. */
    @GET
    @Operation(
            summary = "Which ideas first: most impact for least effort, as people assessed them",
            description = "Ideas that nobody has assessed are not in it.")
    @APIResponse(responseCode = "200", description = "A page of the ranking")
    public Ranking ranking(
            @Parameter(description = "true for ideas on which a cycle has started, false for the others.")
                    @QueryParam("tested")
                    String tested,
            @Parameter(description = "true to list ideas that nobody has tested before those that somebody has.")
                    @QueryParam("untestedFirst")
                    String untestedFirst,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        AsOf at = AsOf.parameter(asOf);
        Boolean wanted = Texts.yesOrNo("tested", tested);
        boolean untested = Boolean.TRUE.equals(Texts.yesOrNo("untestedFirst", untestedFirst));
        RankedIdea after = after(cursor);
        Comparator<RankedIdea> order = untested
                ? Comparator.comparing(RankedIdea::tested).thenComparing(IdeaRanking.ORDER)
                : IdeaRanking.ORDER;
        List<RankedIdea> ranked = new ArrayList<>(reads.read(connection -> ranked(connection, at)));
        ranked.removeIf(idea -> wanted != null && idea.tested() != wanted);
        List<RankedIdea> behind = ranked.stream()
                .filter(idea -> after == null || order.compare(idea, after) > 0)
                .sorted(order)
                .limit(length + 1L)
                .toList();
        Page<RankedIdea> page = Page.of(behind, length, RankingResource::cursor);
        return new Ranking(IdeaRanking.HOW, Scales.ALL, page.items(), page.next());
    }

    private List<RankedIdea> ranked(Connection connection, AsOf at) throws SQLException {
        List<AssessmentGiven> given = Assessments.ROWS
                .all(
                        connection,
                        Assessments.ROWS.select(request.districtId(), at).and("and not t.withdrawn"))
                .stream()
                .map(row -> row.state().given())
                .toList();
        return IdeaRanking.of(given, Ideas.all(connection, request.districtId(), at));
    }

    private static String cursor(RankedIdea idea) {
        return Cursor.of(
                String.valueOf(idea.tested()),
                idea.score().toPlainString(),
                idea.impact().toPlainString(),
                idea.changeIdeaId().toString());
    }

    private static RankedIdea after(String cursor) {
        List<String> keys = Cursor.keys(cursor, 4);
        try {
            return keys.isEmpty()
                    ? null
                    : RankedIdea.place(
                            Boolean.parseBoolean(keys.get(0)),
                            new BigDecimal(keys.get(1)),
                            new BigDecimal(keys.get(2)),
                            UUID.fromString(keys.get(3)));
        } catch (IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }
}
