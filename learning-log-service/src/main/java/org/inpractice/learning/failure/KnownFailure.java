package org.inpractice.learning.failure;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.Query;

/** A row of {@code failure}: a failure as it was known at some time, its texts sealed. */
record KnownFailure(
        UUID failureId,
        long version,
        Instant knownFrom,
        FailureKind kind,
        FailureState state,
        Instant happenedAt,
        String whatHappened,
        String impact,
        String keptFromWorse,
        String where,
        String siteId,
        UUID cycleId,
        UUID aimId,
        UUID measureId,
        List<String> links,
        boolean anonymous,
        Instant reportedAt,
        String reportedBy,
        LocalDate reviewBy,
        String facilitator,
        String triageNote,
        String dismissedBecause,
        LocalDate reviewedOn,
        KnownReview review,
        Instant closedAt,
        String openActionsBecause) {
    static KnownFailure of(ResultSet row) throws SQLException {
        return new KnownFailure(
                row.getObject("failure_id", UUID.class),
                row.getLong("version"),
                Query.instant(row, "known_from"),
                FailureKind.valueOf(row.getString("kind")),
                FailureState.valueOf(row.getString("state")),
                Query.instant(row, "happened_at"),
                row.getString("what_happened"),
                row.getString("impact"),
                row.getString("kept_from_worse"),
                row.getString("place"),
                row.getString("site_id"),
                row.getObject("cycle_id", UUID.class),
                row.getObject("aim_id", UUID.class),
                row.getObject("measure_id", UUID.class),
                texts(row.getArray("links")),
                row.getBoolean("anonymous"),
                Query.instant(row, "reported_at"),
                row.getString("reported_by"),
                row.getObject("review_by", LocalDate.class),
                row.getString("facilitator"),
                row.getString("triage_note"),
                row.getString("dismissed_because"),
                row.getObject("reviewed_on", LocalDate.class),
                KnownReview.read(row.getString("review"), row.getString("timeline")),
                Query.instant(row, "closed_at"),
                row.getString("open_actions_because"));
    }

    boolean isReviewed() {
        return reviewedOn != null;
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? null : Arrays.asList((String[]) array.getArray());
    }
}
