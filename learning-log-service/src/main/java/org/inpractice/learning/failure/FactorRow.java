package org.inpractice.learning.failure;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code failure_factor}: a review names a contributing factor. Read only. */
@Entity
@Immutable
@Table(name = "failure_factor")
@IdClass(FactorRow.Key.class)
public class FactorRow extends PanacheEntityBase {
    @Id
    public String districtId;

    @Id
    public String factorKey;

    @Id
    public LocalDate reviewedOn;

    @Id
    public UUID failureId;

    /** The table's primary key. */
    public record Key(String districtId, String factorKey, LocalDate reviewedOn, UUID failureId)
            implements Serializable {}

    /** Reviewed failures whose review names a factor, the newest review first. */
    static List<FailureRow> newestReviews(
            String districtId, String factorKey, FailureRow.Before<LocalDate> before, int limit) {
        Map<String, Object> values = new HashMap<>(Map.of("districtId", districtId, "factorKey", factorKey));
        String beyond = "";
        if (before != null) {
            beyond = " and (n.reviewedOn, n.failureId) < (:key, :id)";
            values.put("key", before.key());
            values.put("id", before.failureId());
        }
        return FailureRow.<FailureRow>find(
                        "select f from FactorRow n join FailureRow f on f.failureId = n.failureId"
                                + " where n.districtId = :districtId and n.factorKey = :factorKey" + beyond
                                + " order by n.reviewedOn desc, n.failureId desc",
                        values)
                .range(0, limit - 1)
                .list();
    }
}
