package org.inpractice.cycles.aim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.inpractice.stream.EventJson;

/** A row of the read table {@code aim}. Only {@link AimProjection} writes it. */
@Entity
@Immutable
@Table(name = "aim")
@IdClass(AimEntry.Key.class)
public class AimEntry extends PanacheEntityBase {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /** Key of a row. */
    public record Key(String districtId, UUID aimId) {}

    @Id
    @Column(name = "district_id")
    String districtId;

    @Id
    @Column(name = "aim_id")
    UUID aimId;

    long version;

    @Column(name = "set_seq")
    long setSeq;

    String statement;

    @Column(name = "measure_id")
    UUID measureId;

    String direction;
    BigDecimal baseline;
    BigDecimal target;
    String population;

    @Column(name = "site_ids")
    String siteIds;

    @Column(name = "by_date")
    LocalDate by;

    String owner;

    @Column(name = "changed_at")
    Instant changedAt;

    /** An aim of a district. */
    static Optional<AimEntry> in(String districtId, UUID aimId) {
        return find("districtId = ?1 and aimId = ?2", districtId, aimId).firstResultOptional();
    }

    /** Newest first, from before a sequence number; one row more than {@code limit}. */
    static List<AimEntry> newestFirst(String districtId, long beforeSeq, int limit) {
        PanacheQuery<AimEntry> query =
                find("districtId = ?1 and setSeq < ?2 order by setSeq desc", districtId, beforeSeq);
        return query.range(0, limit).list();
    }

    AimView view() {
        return new AimView(
                aimId,
                version,
                statement,
                measureId,
                direction,
                baseline,
                target,
                population,
                sites(),
                by,
                owner,
                changedAt);
    }

    private List<String> sites() {
        try {
            return EventJson.mapper().readValue(siteIds, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * An aim as readers see it.
     *
     * @param version its version, also the {@code ETag}
     * @param changedAt when the service last learned of a change
     */
    public record AimView(
            UUID aimId,
            long version,
            String statement,
            UUID measureId,
            String direction,
            BigDecimal baseline,
            BigDecimal target,
            String population,
            List<String> siteIds,
            LocalDate by,
            String owner,
            Instant changedAt) {}
}
