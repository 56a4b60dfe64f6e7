package org.inpractice.cycles.idea;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Select;

/** The cycles of a district as tests of ideas, from the table {@code cycle}, as was known at an instant. */
public final class IdeaTrials {
    private static final String COLUMNS = """
            c.cycle_id, c.data #>> '{plan,changeIdea}', c.aim_id, c.site_ids, c.owner, c.state, c.decision, c.decided_on,
            c.data #>> '{decision,standardWork,description}', c.data #>> '{decision,standardWork,owner}'""";

    private IdeaTrials() {}

    /** The tests of some ideas and of all that were merged into them, oldest plan first. */
    public static List<IdeaTrial> of(Connection connection, String districtId, Collection<UUID> ideas, AsOf asOf)
            throws SQLException {
        return new Select(
                        "with recursive part as (select x::uuid as root, x::uuid as id from unnest(?::text[]) x union",
                        List.copyOf(ideas))
                .and(
                        "select part.root, t.change_idea_id from change_idea t join part on t.merged_into = part.id"
                                + " where t.district_id = ?",
                        districtId)
                .known(asOf, "t")
                .and(") select part.root, " + COLUMNS)
                .and("from part join cycle c on c.change_idea_id = part.id where c.district_id = ?", districtId)
                .known(asOf, "c")
                .and("order by c.planned_seq")
                .rows(connection, IdeaTrials::test);
    }

    /** All cycles of a district, oldest plan first, under the ideas their plans name. */
    public static List<IdeaTrial> all(Connection connection, String districtId, AsOf asOf) throws SQLException {
        return new Select("select c.change_idea_id, " + COLUMNS + " from cycle c where c.district_id = ?", districtId)
                .known(asOf, "c")
                .and("order by c.planned_seq")
                .rows(connection, IdeaTrials::test);
    }

    /** Whether a plan has named an idea. */
    static boolean isTested(Connection connection, String districtId, UUID changeIdeaId) throws SQLException {
        return new Select(
                        "select 1 from cycle where district_id = ? and change_idea_id = ? limit 1",
                        districtId,
                        changeIdeaId)
                .exists(connection);
    }

    private static IdeaTrial test(ResultSet row) throws SQLException {
        return new IdeaTrial(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                texts(row.getArray(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getString(10),
                row.getString(11));
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
