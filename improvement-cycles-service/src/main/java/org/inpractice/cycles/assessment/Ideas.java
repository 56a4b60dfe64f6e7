package org.inpractice.cycles.assessment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.assessment.IdeaRanking.Idea;
import org.inpractice.cycles.idea.ChangeIdea;
import org.inpractice.cycles.idea.ChangeIdeas;
import org.inpractice.cycles.idea.IdeaState;
import org.inpractice.stream.Refusal;

/** What is known of the ideas that are assessed: from the library, and from cycles on ideas that are in no library. */
@Singleton
class Ideas {
    /** Merged into merged into …: more steps would be a loop. */
    private static final int LONGEST_CHAIN = 50;

    @Inject
    ChangeIdeas library;

    /** Refuses an idea that there is not, and one that is pursued no more. */
    void requireAssessable(Connection connection, String districtId, UUID changeIdeaId) throws SQLException {
        if (!named(connection, districtId, changeIdeaId)
                && ChangeIdeas.ROWS
                        .one(connection, districtId, changeIdeaId, AsOf.NOW)
                        .isEmpty()) {
            throw new Refusal(
                    AssessmentRule.ASSESSED_IDEA_UNKNOWN,
                    "Write the idea down first, or look its id up: what nobody can read nobody can weigh.");
        }
        library.requireTestable(connection, districtId, "changeIdeaId", changeIdeaId);
    }

    private static boolean named(Connection connection, String districtId, UUID changeIdeaId) throws SQLException {
        return new Select("select 1 from cycle c where c.district_id = ?", districtId)
                .and("and c.change_idea_id = ? limit 1", changeIdeaId)
                .exists(connection);
    }

    /**
     * All ideas as they were known, under their own ids and those of ideas that were merged into them; without those that
     * are retired. Tested is an idea on which a cycle has started, under whichever of its ids.
     */
    static Map<UUID, Idea> all(Connection connection, String districtId, AsOf asOf) throws SQLException {
        Map<UUID, String> words = new HashMap<>();
        Set<UUID> tested = new HashSet<>();
        new Select(
                        "select c.change_idea_id, c.data -> 'plan' ->> 'changeIdea', c.started_on is not null from cycle c"
                                + " where c.district_id = ?",
                        districtId)
                .known(asOf, "c")
                .and("order by c.planned_seq")
                .rows(connection, row -> {
                    UUID id = row.getObject(1, UUID.class);
                    if (row.getBoolean(3)) {
                        tested.add(id);
                    }
                    return words.put(id, row.getString(2));
                });
        Map<UUID, ChangeIdea> written = new HashMap<>();
        for (Known<ChangeIdea> idea : ChangeIdeas.ROWS.all(connection, ChangeIdeas.ROWS.select(districtId, asOf))) {
            written.put(idea.id(), idea.state());
        }
        return ideas(words, tested, written);
    }

    private static Map<UUID, Idea> ideas(Map<UUID, String> words, Set<UUID> tested, Map<UUID, ChangeIdea> written) {
        Set<UUID> all = new HashSet<>(words.keySet());
        all.addAll(written.keySet());
        Set<UUID> testedAtLast = new HashSet<>();
        tested.forEach(id -> testedAtLast.add(last(id, written)));
        Map<UUID, Idea> ideas = new HashMap<>();
        for (UUID id : all) {
            UUID last = last(id, written);
            ChangeIdea idea = written.get(last);
            if (idea == null || idea.state() == IdeaState.ACTIVE) {
                String text = idea == null ? words.get(last) : idea.idea().title();
                ideas.put(id, new Idea(last, text, testedAtLast.contains(last)));
            }
        }
        return ideas;
    }

    /** What an idea has become part of; itself when it was not merged. */
    private static UUID last(UUID id, Map<UUID, ChangeIdea> written) {
        UUID last = id;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            ChangeIdea idea = written.get(last);
            if (idea == null || idea.mergedInto() == null) {
                return last;
            }
            last = idea.mergedInto();
        }
        return last;
    }
}
