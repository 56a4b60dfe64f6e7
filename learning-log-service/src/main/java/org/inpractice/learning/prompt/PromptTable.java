package org.inpractice.learning.prompt;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.learning.Query;

/** What is asked of the table {@code prompt}. */
final class PromptTable {
    private PromptTable() {}

    /**
     * Which prompts; null is any.
     *
     * @param holds whether the cause holds
     * @param from opened at or after
     * @param to opened before
     */
    record Filter(
            PromptState state,
            PromptCause cause,
            PromptKind kind,
            Boolean holds,
            String siteId,
            UUID cycleId,
            UUID measureId,
            UUID feedId,
            UUID failureId,
            Instant from,
            Instant to) {}

    /** The last row seen. */
    record Before(Instant openedAt, UUID promptId) {}

    /** One, as it stands or was known to stand. */
    static Optional<PromptView> one(Connection connection, String districtId, UUID promptId, Instant asOf)
            throws SQLException {
        return known(districtId, asOf).add("and prompt_id = ?", promptId).first(connection, PromptView::of);
    }

    /** Many, the last opened first. */
    static List<PromptView> newest(
            Connection connection, String districtId, Filter filter, Instant asOf, Before before, int limit)
            throws SQLException {
        Query query = known(districtId, asOf)
                .addIfPresent("and state = ?", name(filter.state()))
                .addIfPresent("and cause = ?", name(filter.cause()))
                .addIfPresent("and kind = ?", name(filter.kind()))
                .addIfPresent("and holds = ?", filter.holds())
                .addIfPresent("and site_id = ?", filter.siteId())
                .addIfPresent("and cycle_id = ?", filter.cycleId())
                .addIfPresent("and measure_id = ?", filter.measureId())
                .addIfPresent("and feed_id = ?", filter.feedId())
                .addIfPresent("and failure_id = ?", filter.failureId())
                .addIfPresent("and opened_at >= ?", filter.from())
                .addIfPresent("and opened_at < ?", filter.to());
        if (before != null) {
            query.add("and (opened_at, prompt_id) < (?, ?)", before.openedAt(), before.promptId());
        }
        return query.add("order by opened_at desc, prompt_id desc limit ?", limit)
                .rows(connection, PromptView::of);
    }

    private static Query known(String districtId, Instant asOf) {
        Query query = Query.of("select * from prompt where district_id = ?", districtId);
        return asOf == null
                ? query.add("and known_until = 'infinity'")
                : query.add("and known_from <= ? and known_until > ?", asOf, asOf);
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
