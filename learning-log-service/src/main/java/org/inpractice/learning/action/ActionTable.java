package org.inpractice.learning.action;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.learning.Query;
import org.inpractice.learning.action.ActionCommand.Standing;

/** What is asked of the tables {@code action} and {@code action_failure}. */
final class ActionTable {
    private ActionTable() {}

    /**
     * Which actions; null is any.
     *
     * @param done whether they are done
     * @param overdue only those not done whose day is before this one
     * @param ownerKey whose they are
     * @param siteId where the failure happened
     * @param inCycleId the cycle in which it happened, or whose feedback answers
     */
    record Filter(
            Boolean done,
            LocalDate overdue,
            String ownerKey,
            UUID failureId,
            UUID measureId,
            UUID inCycleId,
            String siteId,
            LocalDate dueFrom,
            LocalDate dueTo) {}

    /** The last row seen. */
    record After(boolean done, LocalDate due, UUID actionId) {}

    /** A reminder that is due. */
    record DueReminder(UUID actionId, Reminder reminder) {}

    static Optional<KnownAction> one(Connection connection, String districtId, UUID actionId, Instant asOf)
            throws SQLException {
        return known(districtId, asOf).add("and a.action_id = ?", actionId).first(connection, KnownAction::of);
    }

    /** As the rules need it; null when no review agreed on such an action. */
    static Standing standing(Connection connection, String districtId, UUID actionId) throws SQLException {
        return one(connection, districtId, actionId, null)
                .map(action -> new Standing(action.failureId(), action.due(), action.done()))
                .orElse(null);
    }

    /** Many, what is due first first, what is done last: overdue ones lead. */
    static List<KnownAction> dueFirst(
            Connection connection, String districtId, Filter filter, Instant asOf, After after, int limit)
            throws SQLException {
        Query query = known(districtId, asOf)
                .addIfPresent("and a.done = ?", filter.done())
                .addIfPresent("and a.due < ?", filter.overdue())
                .addIfPresent("and a.owner_key = ?", filter.ownerKey())
                .addIfPresent("and a.failure_id = ?", filter.failureId())
                .addIfPresent("and a.measure_id = ?", filter.measureId())
                .addIfPresent("and a.due >= ?", filter.dueFrom())
                .addIfPresent("and a.due <= ?", filter.dueTo())
                .addIfPresent("and f.site_id = ?", filter.siteId());
        if (filter.inCycleId() != null) {
            query.add("and (a.cycle_id = ? or f.cycle_id = ?)", filter.inCycleId(), filter.inCycleId());
        }
        if (after != null) {
            query.add("and (a.done, a.due, a.action_id) > (?, ?, ?)", after.done(), after.due(), after.actionId());
        }
        return query.add("order by a.done, a.due, a.action_id limit ?", limit).rows(connection, KnownAction::of);
    }

    private static Query known(String districtId, Instant asOf) {
        Query query = Query.of(
                "select a.* from action a left join action_failure f using (district_id, failure_id)"
                        + " where a.district_id = ?",
                districtId);
        return asOf == null
                ? query.add("and a.known_until = 'infinity'")
                : query.add("and a.known_from <= ? and a.known_until > ?", asOf, asOf);
    }

    /** The districts with a reminder to give. */
    static List<String> districtsToRemind(Connection connection, ReminderTerms terms, LocalDate today)
            throws SQLException {
        return toRemind("select distinct district_id", terms, today)
                .add("order by district_id")
                .rows(connection, row -> row.getString(1));
    }

    /** The reminders to give in a district: of each action the last one that is due, if it was not given. */
    static List<DueReminder> toRemind(
            Connection connection, String districtId, ReminderTerms terms, LocalDate today, int limit)
            throws SQLException {
        return toRemind("select action_id, due, rank", terms, today)
                .add("and district_id = ? order by due, action_id limit ?", districtId, limit)
                .rows(
                        connection,
                        row -> new DueReminder(
                                row.getObject(1, UUID.class),
                                new Reminder(row.getObject(2, LocalDate.class), row.getInt(3))));
    }

    private static Query toRemind(String select, ReminderTerms terms, LocalDate today) {
        return Query.of(
                select + """
                         from (
                            select district_id, action_id, due, reminded_for, reminded_rank, case
                                when due < ? then 1 + least(?, (? - due - 1) / 7 + 1)
                                when due = ? then 1
                                else 0 end as rank
                            from action where known_until = 'infinity' and not done and due <= ?) as open
                        where (reminded_for is distinct from due or reminded_rank < rank)
                            and rank > case when ? = 0 and due < ? then 1 else -1 end
                        """,
                today,
                terms.overdueWeeks(),
                today,
                today,
                today.plusDays(terms.daysBefore()),
                terms.overdueWeeks(),
                today);
    }
}
