package org.inpractice.learning.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.inpractice.learning.Query;
import org.inpractice.learning.search.CycleText.PlanRevised;
import org.inpractice.learning.search.CycleText.Planned;
import org.inpractice.learning.search.CycleText.Statement;
import org.inpractice.learning.search.CycleText.Studied;
import org.inpractice.learning.search.CycleText.Watched;
import org.inpractice.learning.search.SearchDocument.Part;
import org.inpractice.learning.search.WordIndex.Weighted;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;

/** Keeps the studies of cycles findable, and what each cycle is about, so that similar ones are found. */
final class StudyProjection implements Projection<CycleText> {
    private final WordIndex index;

    StudyProjection(WordIndex index) {
        this.index = index;
    }

    @Override
    public List<String> tables() {
        List<String> tables = new ArrayList<>(SearchRows.OF_CYCLES.tables());
        tables.add("search_cycle");
        return tables;
    }

    @Override
    public void apply(Connection connection, List<Recorded<CycleText>> events) throws SQLException {
        for (Recorded<CycleText> recorded : events) {
            String districtId = recorded.envelope().districtId();
            switch (recorded.event()) {
                case Planned plan ->
                    plan(
                            connection,
                            districtId,
                            plan.cycleId(),
                            new Plan(
                                    plan.changeIdeaId(),
                                    plan.changeIdea(),
                                    plan.aimId(),
                                    plan.objective(),
                                    plan.prediction(),
                                    plan.measures(),
                                    plan.siteId()));
                case PlanRevised plan ->
                    plan(
                            connection,
                            districtId,
                            plan.cycleId(),
                            new Plan(
                                    plan.changeIdeaId(),
                                    plan.changeIdea(),
                                    plan.aimId(),
                                    plan.objective(),
                                    plan.prediction(),
                                    plan.measures(),
                                    plan.siteId()));
                case Studied study -> study(connection, districtId, study);
            }
        }
    }

    private record Plan(
            UUID changeIdeaId,
            String changeIdea,
            UUID aimId,
            String objective,
            Statement prediction,
            List<Watched> measures,
            String siteId) {}

    private static void plan(Connection connection, String districtId, UUID cycleId, Plan plan) throws SQLException {
        List<Watched> measures = plan.measures() == null ? List.of() : plan.measures();
        Array measureIds = connection.createArrayOf(
                "uuid",
                measures.stream()
                        .map(Watched::measureId)
                        .filter(Objects::nonNull)
                        .toArray());
        Query.of(
                        """
                        insert into search_cycle (district_id, cycle_id, change_idea_id, change_idea, aim_id, objective,
                            prediction, measure_ids, site_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (district_id, cycle_id) do update set change_idea_id = excluded.change_idea_id,
                            change_idea = excluded.change_idea, aim_id = excluded.aim_id, objective = excluded.objective,
                            prediction = excluded.prediction, measure_ids = excluded.measure_ids,
                            site_id = excluded.site_id
                        """,
                        districtId,
                        cycleId,
                        plan.changeIdeaId(),
                        plan.changeIdea(),
                        plan.aimId(),
                        plan.objective(),
                        plan.prediction() == null ? null : plan.prediction().statement(),
                        measureIds,
                        plan.siteId())
                .run(connection);
    }

    private void study(Connection connection, String districtId, Studied study) throws SQLException {
        String siteId = Query.of(
                        "select site_id from search_cycle where district_id = ? and cycle_id = ?",
                        districtId,
                        study.cycleId())
                .rows(connection, row -> row.getString(1))
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        List<Part> parts = new ArrayList<>();
        add(parts, "learned", 'A', study.learned());
        add(parts, "whatHappened", 'B', study.whatHappened());
        add(parts, "comparedWithPrediction", 'C', study.comparedWithPrediction());
        var document = new SearchDocument(
                study.cycleId(), SearchKind.STUDY, null, study.cycleId(), siteId, study.studiedOn(), 0, parts);
        var texts = parts.stream()
                .map(part -> new Weighted(part.weight(), part.text()))
                .toList();
        SearchRows.OF_CYCLES.put(connection, districtId, document, index.of(connection, districtId, texts));
    }

    private static void add(List<Part> parts, String field, char weight, String text) {
        if (text != null && !text.isBlank()) {
            parts.add(new Part(field, weight, text));
        }
    }
}
