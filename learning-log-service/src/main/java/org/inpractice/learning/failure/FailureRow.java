package org.inpractice.learning.failure;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code failure}, as {@link FailureProjection} wrote it. Read only. */
@Entity
@Immutable
@Table(name = "failure")
public class FailureRow extends PanacheEntityBase {
    @Id
    public UUID failureId;

    public String districtId;

    /** The {@code ETag}. */
    public long version;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public FailureKind kind;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public FailureState state;

    public String whatHappened;
    public Instant happenedAt;
    public String impact;
    public String keptFromWorse;
    public UUID cycleId;
    public String siteId;
    public Instant reportedAt;
    public String reportedBy;
    public LocalDate reviewedOn;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> contributingFactors;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> wentWell;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> lessons;

    @OneToMany(fetch = FetchType.LAZY)
    @JoinColumn(name = "failureId")
    @OrderBy("position")
    public List<ActionRow> actions;

    /** A failure with its actions, in one statement and so of one moment. */
    static Optional<FailureRow> one(String districtId, UUID failureId) {
        return find(
                        "from FailureRow f left join fetch f.actions where f.districtId = ?1 and f.failureId = ?2",
                        districtId,
                        failureId)
                .firstResultOptional();
    }

    /**
     * Failures, newest first.
     *
     * @param before those before this one in the list's order, or null
     */
    static List<FailureRow> newest(
            String districtId, FailureKind kind, FailureState state, UUID cycleId, Before<Instant> before, int limit) {
        StringBuilder where = new StringBuilder("districtId = :districtId");
        Map<String, Object> values = new HashMap<>(Map.of("districtId", districtId));
        if (kind != null) {
            where.append(" and kind = :kind");
            values.put("kind", kind);
        }
        if (state != null) {
            where.append(" and state = :state");
            values.put("state", state);
        }
        if (cycleId != null) {
            where.append(" and cycleId = :cycleId");
            values.put("cycleId", cycleId);
        }
        if (before != null) {
            where.append(" and (happenedAt, failureId) < (:key, :id)");
            values.put("key", before.key());
            values.put("id", before.failureId());
        }
        return FailureRow.<FailureRow>find(where + " order by happenedAt desc, failureId desc", values)
                .range(0, limit - 1)
                .list();
    }

    /** Reviewed failures, the newest review first. */
    static List<FailureRow> newestReviews(String districtId, Before<LocalDate> before, int limit) {
        StringBuilder where = new StringBuilder("districtId = :districtId and reviewedOn is not null");
        Map<String, Object> values = new HashMap<>(Map.of("districtId", districtId));
        if (before != null) {
            where.append(" and (reviewedOn, failureId) < (:key, :id)");
            values.put("key", before.key());
            values.put("id", before.failureId());
        }
        return FailureRow.<FailureRow>find(where + " order by reviewedOn desc, failureId desc", values)
                .range(0, limit - 1)
                .list();
    }

    /**
     * The last row seen of a list that is newest first.
     *
     * @param key what it sorts by
     * @param failureId what breaks ties
     */
    record Before<K>(K key, UUID failureId) {}
}
