package org.inpractice.learning.trend;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.Query;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.trend.Trends.CountedFailure;
import org.inpractice.learning.trend.Trends.NamedFactor;

/** What is asked of the tables {@code trend_…}. */
final class TrendTable {
    private TrendTable() {}

    /**
     * Which failures; null is any.
     *
     * @param asOf as they were known then; never null
     */
    record Filter(LocalDate from, LocalDate to, String siteId, String kind, Instant asOf) {}

    /** Those that happened in a time. A dismissed report is none of them. */
    static List<CountedFailure> happened(Connection connection, String districtId, Filter filter) throws SQLException {
        return failures(connection, districtId, filter, "f.happened_on");
    }

    /** Those that were reviewed in a time. */
    static List<CountedFailure> reviewed(Connection connection, String districtId, Filter filter) throws SQLException {
        return failures(connection, districtId, filter, "f.reviewed_on");
    }

    private static List<CountedFailure> failures(Connection connection, String districtId, Filter filter, String within)
            throws SQLException {
        Instant asOf = filter.asOf();
        return Query.of("""
                        select f.failure_id, f.kind, f.happened_on,
                            case when f.reviewed_at <= ? then f.reviewed_on end as reviewed_on,
                            count(a.action_id) as actions,
                            case when bool_and(coalesce(a.done_from <= ?, false)) then max(a.completed_on) end as closed_on
                        from trend_failure f
                        left join trend_action a on a.district_id = f.district_id and a.failure_id = f.failure_id
                            and a.known_from <= ?
                        where f.district_id = ? and f.reported_at <= ?
                            and not coalesce(f.dismissed_at <= ? and (f.taken_up_at is null or f.taken_up_at > ?), false)
                        """, asOf, asOf, asOf, districtId, asOf, asOf, asOf)
                .addIfPresent("and " + within + " >= ?", filter.from())
                .addIfPresent("and " + within + " <= ?", filter.to())
                .addIfPresent("and f.site_id = ?", filter.siteId())
                .addIfPresent("and f.kind = ?", filter.kind())
                .add("group by f.district_id, f.failure_id order by f.failure_id")
                .rows(
                        connection,
                        row -> new CountedFailure(
                                row.getObject("failure_id", UUID.class),
                                row.getString("kind").equals("near_failure"),
                                row.getObject("happened_on", LocalDate.class),
                                row.getObject("reviewed_on", LocalDate.class),
                                row.getInt("actions"),
                                row.getObject("closed_on", LocalDate.class)));
    }

    /** The factors that some failures' reviews name, in words of their own or by code. */
    static List<NamedFactor> factors(
            Connection connection, String districtId, List<UUID> failureIds, Instant asOf, Opener opener)
            throws SQLException {
        return Query.of("""
                        select failure_id, factor_key, code, words, reviewed_on from trend_factor
                        where district_id = ? and failure_id = any (?) and known_from <= ?
                        order by reviewed_on, failure_id, factor_key
                        """, districtId, failureIds.toArray(UUID[]::new), asOf).rows(connection, row -> {
            UUID failureId = row.getObject("failure_id", UUID.class);
            return new NamedFactor(
                    failureId,
                    row.getString("factor_key"),
                    row.getString("code"),
                    opener.open(failureId, TrendProjection.FACTORS, row.getString("words")),
                    row.getObject("reviewed_on", LocalDate.class));
        });
    }
}
