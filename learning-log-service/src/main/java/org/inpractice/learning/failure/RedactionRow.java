package org.inpractice.learning.failure;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code failure_redaction}. Read only. */
@Entity
@Immutable
@Table(name = "failure_redaction")
@IdClass(RedactionRow.Key.class)
public class RedactionRow extends PanacheEntityBase {
    @Id
    public UUID failureId;

    @Id
    public long version;

    public String districtId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public RedactionReason reason;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> fields;

    public Instant redactedAt;
    public String redactedBy;

    /** The table's primary key. */
    public record Key(UUID failureId, long version) implements Serializable {}

    /** What was erased of a failure, in order. */
    static List<RedactionRow> of(String districtId, UUID failureId) {
        return list("districtId = ?1 and failureId = ?2 order by version", districtId, failureId);
    }
}
