package org.inpractice.cycles.idea;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Select;
import org.inpractice.stream.EventJson;

/**
 * All ideas of a district as was known at an instant: those in the library, and those that a plan has named and nobody has
 * warranted yet.
 */
public final class IdeaLibrary {
    private static final String UNWARRANTED = IdeaState.UNWARRANTED.name().toLowerCase(Locale.ROOT);

    private IdeaLibrary() {}

    /**
     * An idea.
     *
     * @param version 0 while it is not in the library
     * @param idea null while it is not in the library
     */
    public record Entry(
            UUID changeIdeaId, long version, long firstSeq, Instant changedAt, String title, ChangeIdea idea) {
        /** How it stands. */
        public IdeaState state() {
            return idea == null ? IdeaState.UNWARRANTED : idea.state();
        }
    }

    /** What a list is narrowed to; null where it is not. */
    record Filter(
            String words, IdeaState state, String owner, Strength strength, String siteId, UUID aimId, Boolean shared) {
        static final Filter NONE = new Filter(null, null, null, null, null, null, null);
    }

    /** All, the first known first. */
    public static List<Entry> all(Connection connection, String districtId, AsOf asOf) throws SQLException {
        return select(districtId, asOf).and("order by i.first_seq").rows(connection, IdeaLibrary::entry);
    }

    /** One. */
    public static Optional<Entry> one(Connection connection, String districtId, UUID changeIdeaId, AsOf asOf)
            throws SQLException {
        return select(districtId, asOf)
                .and("and i.change_idea_id = ?", changeIdeaId)
                .first(connection, IdeaLibrary::entry);
    }

    /** Newest first, from before a sequence number; one row more than {@code limit}. */
    static List<Entry> newestFirst(
            Connection connection, String districtId, Filter filter, AsOf asOf, long beforeSeq, int limit)
            throws SQLException {
        Select select = select(districtId, asOf)
                .and("and i.first_seq < ?", beforeSeq)
                .when(
                        filter.words() == null ? null : filter.words().toLowerCase(Locale.ROOT),
                        "and position(? in i.words) > 0")
                .when(lower(filter.state()), "and i.status = ?")
                .when(filter.owner() == null ? null : Person.key(filter.owner()), "and i.owner_key = ?")
                .when(lower(filter.strength()), "and i.strength = ?")
                .when(filter.shared(), "and i.shared = ?");
        tested(select, districtId, filter.siteId() == null ? null : List.of(filter.siteId()), "x.site_ids @> ?", asOf);
        tested(select, districtId, filter.aimId(), "x.aim_id = ?", asOf);
        return select.and("order by i.first_seq desc limit ?", limit + 1).rows(connection, IdeaLibrary::entry);
    }

    private static void tested(Select select, String districtId, Object value, String where, AsOf asOf) {
        if (value != null) {
            select.and(
                            "and exists (select 1 from cycle x where x.district_id = ? and x.change_idea_id ="
                                    + " i.change_idea_id and " + where,
                            districtId,
                            value)
                    .known(asOf, "x")
                    .and(")");
        }
    }

    /** The ideas that are the same as one, and were taken for it, directly or by way of others. */
    static List<UUID> mergedInto(Connection connection, String districtId, UUID changeIdeaId, AsOf asOf)
            throws SQLException {
        return new Select("with recursive part as (select ?::uuid as id union", changeIdeaId)
                .and("select t.change_idea_id from change_idea t join part on t.merged_into = part.id")
                .and("where t.district_id = ?", districtId)
                .known(asOf, "t")
                .and(") select id from part where id <> ?", changeIdeaId)
                .rows(connection, row -> row.getObject(1, UUID.class));
    }

    private static Select select(String districtId, AsOf asOf) {
        return new Select("""
                        select i.change_idea_id, i.version, i.first_seq, i.known_from, i.title, i.state from (
                        select t.change_idea_id, t.version, t.first_seq, t.known_from, t.title, t.state, t.status, t.words,
                            t.owner_key, t.strength, t.shared
                        from change_idea t where t.district_id = ?""", districtId)
                .known(asOf, "t")
                .and("""
                        union all
                        select n.change_idea_id, 0, n.first_seq, n.known_from, n.title, null, ?, lower(n.title), null, null,
                            false
                        from (select c.change_idea_id, min(c.planned_seq) as first_seq, max(c.known_from) as known_from,
                            (array_agg(c.data #>> '{plan,changeIdea}' order by c.planned_seq desc))[1] as title
                        from cycle c where c.district_id = ?""", UNWARRANTED, districtId)
                .known(asOf, "c")
                .and(
                        "and not exists (select 1 from change_idea k where k.district_id = ? and k.change_idea_id ="
                                + " c.change_idea_id",
                        districtId)
                .known(asOf, "k")
                .and(") group by c.change_idea_id) n) i where true");
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String json = row.getString(6);
        return new Entry(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                json == null ? null : idea(json));
    }

    static ChangeIdea idea(String json) {
        try {
            return EventJson.mapper().readValue(json, ChangeIdea.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of change_idea is no idea", e);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }
}
