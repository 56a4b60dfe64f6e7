package org.inpractice.cycles.assessment;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.assessment.IdeaRanking.Idea;

/** What the cycles tell of change ideas. */
final class Ideas {
    private Ideas() {}

    static boolean knows(Connection connection, String districtId, UUID changeIdeaId, AsOf asOf) throws SQLException {
        return new Select("select 1 from cycle c where c.district_id = ?", districtId)
                .and("and c.change_idea_id = ?", changeIdeaId)
                .known(asOf, "c")
                .and("limit 1")
                .exists(connection);
    }

    /** All ideas on which cycles were planned: in the words of the last plan, and whether any of them has started. */
    static Map<UUID, Idea> all(Connection connection, String districtId, AsOf asOf) throws SQLException {
        Map<UUID, Idea> ideas = new HashMap<>();
        new Select(
                        "select c.change_idea_id, c.data -> 'plan' ->> 'changeIdea', c.started_on is not null from cycle c"
                                + " where c.district_id = ?",
                        districtId)
                .known(asOf, "c")
                .and("order by c.planned_seq")
                .rows(connection, row -> {
                    UUID id = row.getObject(1, UUID.class);
                    boolean before = ideas.containsKey(id) && ideas.get(id).tested();
                    return ideas.put(id, new Idea(row.getString(2), before || row.getBoolean(3)));
                });
        return ideas;
    }
}
