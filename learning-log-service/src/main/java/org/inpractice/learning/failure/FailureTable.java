package org.inpractice.learning.failure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.learning.Query;

/** Reads the versions of failures. */
final class FailureTable {
    private FailureTable() {}

    /**
     * The last row seen of a list that is newest first.
     *
     * @param key what it sorts by
     * @param failureId what breaks ties
     */
    record Before<K>(K key, UUID failureId) {}

    /** Texts that were erased. */
    record Redaction(RedactionReason reason, List<String> fields, Instant redactedAt, String redactedBy) {}

    /** One, as it was known at an instant; null for now. */
    static Optional<KnownFailure> one(Connection connection, String districtId, UUID failureId, Instant asOf)
            throws SQLException {
        Query query =
                Query.of("select * from failure f where district_id = ? and failure_id = ?", districtId, failureId);
        return known(query, asOf).add("order by version desc limit 1").first(connection, KnownFailure::of);
    }

    /** Failures, newest first. */
    static List<KnownFailure> newest(
            Connection connection, String districtId, FailureFilter filter, Before<Instant> before, int limit)
            throws SQLException {
        Query query = known(Query.of("select * from failure f where district_id = ?", districtId), filter.asOf())
                .addIfPresent(
                        "and kind = ?",
                        filter.kind() == null ? null : filter.kind().name())
                .addIfPresent(
                        "and state = ?",
                        filter.state() == null ? null : filter.state().name())
                .addIfPresent("and site_id = ?", filter.siteId())
                .addIfPresent("and cycle_id = ?", filter.cycleId())
                .addIfPresent("and aim_id = ?", filter.aimId())
                .addIfPresent("and measure_id = ?", filter.measureId())
                .addIfPresent("and happened_at >= ?", filter.from())
                .addIfPresent("and happened_at < ?", filter.to());
        if (filter.factorKey() != null) {
            query.add(
                    "and reviewed_on is not null and exists (select from failure_factor n"
                            + " where n.district_id = f.district_id and n.failure_id = f.failure_id and n.factor_key = ?)",
                    filter.factorKey());
        }
        if (before != null) {
            query.add("and (happened_at, failure_id) < (?, ?)", before.key(), before.failureId());
        }
        return query.add("order by happened_at desc, failure_id desc limit ?", limit)
                .rows(connection, KnownFailure::of);
    }

    /**
     * Reviewed failures, the newest review first.
     *
     * @param factorKey null for all
     */
    static List<KnownFailure> newestReviews(
            Connection connection,
            String districtId,
            String factorKey,
            Instant asOf,
            Before<LocalDate> before,
            int limit)
            throws SQLException {
        Query query = factorKey == null
                ? Query.of("select f.* from failure f where f.district_id = ?", districtId)
                : Query.of(
                        "select f.* from failure_factor n join failure f using (failure_id)"
                                + " where n.district_id = ? and n.factor_key = ?",
                        districtId,
                        factorKey);
        known(query, asOf).add("and f.reviewed_on is not null");
        if (before != null) {
            query.add("and (f.reviewed_on, f.failure_id) < (?, ?)", before.key(), before.failureId());
        }
        return query.add("order by f.reviewed_on desc, f.failure_id desc limit ?", limit)
                .rows(connection, KnownFailure::of);
    }

    /** What was erased of a failure, in order. */
    static List<Redaction> redactions(Connection connection, UUID failureId, Instant asOf) throws SQLException {
        return Query.of(
                        "select reason, fields, redacted_at, redacted_by from failure_redaction where failure_id = ?",
                        failureId)
                .addIfPresent("and redacted_at <= ?", asOf)
                .add("order by version")
                .rows(
                        connection,
                        row -> new Redaction(
                                RedactionReason.valueOf(row.getString(1)),
                                Arrays.asList((String[]) row.getArray(2).getArray()),
                                Query.instant(row, "redacted_at"),
                                row.getString(4)));
    }

    /** When the service learned that it was reviewed. */
    static Instant reviewedAt(Connection connection, UUID failureId) throws SQLException {
        return Query.of(
                        "select min(known_from) as at from failure where failure_id = ? and reviewed_on is not null",
                        failureId)
                .first(connection, row -> Query.instant(row, "at"))
                .orElse(null);
    }

    private static Query known(Query query, Instant asOf) {
        return asOf == null
                ? query.add("and f.known_until = 'infinity'")
                : query.add("and f.known_from <= ? and f.known_until > ?", asOf, asOf);
    }
}
