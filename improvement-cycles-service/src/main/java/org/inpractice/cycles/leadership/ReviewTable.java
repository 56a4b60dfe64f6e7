package org.inpractice.cycles.leadership;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Select;

/** Lists of the table {@code leadership_review}. */
final class ReviewTable {
    private ReviewTable() {}

    /** What a list is narrowed to; null where it is not. */
    record Filter(LocalDate from, LocalDate to, UUID aimId, boolean withdrawn) {}

    /** The last row of the page before. */
    record After(LocalDate heldOn, long heldSeq) {}

    /** The last held first; one row more than {@code limit}. */
    static List<Known<Review>> newestFirst(
            Connection connection, String districtId, Filter filter, AsOf asOf, After after, int limit)
            throws SQLException {
        Select select = narrowed(districtId, filter, asOf);
        if (after != null) {
            select.and("and (t.held_on, t.first_seq) < (?, ?)", after.heldOn(), after.heldSeq());
        }
        return LeadershipReviews.ROWS.rows(
                connection, select.and("order by t.held_on desc, t.first_seq desc limit ?", limit + 1));
    }

    /** Those that were held up to a day, in the order in which they were. */
    static List<Review> heldUpTo(Connection connection, String districtId, LocalDate last, AsOf asOf)
            throws SQLException {
        Select select = narrowed(districtId, new Filter(null, last, null, false), asOf);
        return LeadershipReviews.ROWS.rows(connection, select.and("order by t.held_on, t.first_seq")).stream()
                .map(Known::state)
                .toList();
    }

    private static Select narrowed(String districtId, Filter filter, AsOf asOf) {
        return LeadershipReviews.ROWS
                .select(districtId, asOf)
                .and("and t.withdrawn = ?", filter.withdrawn())
                .when(filter.from(), "and t.held_on >= ?")
                .when(filter.to(), "and t.held_on <= ?")
                .when(filter.aimId() == null ? null : filter.aimId().toString(), "and ? = any (t.aim_ids)");
    }
}
