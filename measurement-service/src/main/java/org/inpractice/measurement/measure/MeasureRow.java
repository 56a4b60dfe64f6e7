package org.inpractice.measurement.measure;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code measure}, as {@link MeasureProjection} wrote it. Read only. */
@Entity
@Immutable
@Table(name = "measure")
public class MeasureRow extends PanacheEntityBase {
    @Id
    public UUID measureId;

    public String districtId;

    /** The {@code ETag}. */
    public long version;

    public String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public MeasureKind kind;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public ValueType valueType;

    public String unit;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public BetterDirection direction;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public PeriodKind period;

    public String owner;
    public String description;
    public boolean countsPeople;
    public Instant definedAt;

    /** A measure of a district. */
    public static Optional<MeasureRow> one(String districtId, UUID measureId) {
        return find("districtId = ?1 and measureId = ?2", districtId, measureId).firstResultOptional();
    }

    /**
     * Measures in the order in which they were defined.
     *
     * @param kind null for all
     * @param after those after this one, or null
     */
    static List<MeasureRow> oldest(String districtId, MeasureKind kind, UUID after, int limit) {
        StringBuilder where = new StringBuilder("districtId = :districtId");
        Map<String, Object> values = new HashMap<>(Map.of("districtId", districtId));
        if (kind != null) {
            where.append(" and kind = :kind");
            values.put("kind", kind);
        }
        if (after != null) {
            where.append(" and measureId > :after");
            values.put("after", after);
        }
        return MeasureRow.<MeasureRow>find(where + " order by measureId", values)
                .range(0, limit - 1)
                .list();
    }
}
