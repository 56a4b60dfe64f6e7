package org.inpractice.measurement.site;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** A row of {@code site}, as {@link SiteProjection} wrote it. Read only. */
@Entity
@Immutable
@Table(name = "site")
@IdClass(SiteRow.Key.class)
public class SiteRow extends PanacheEntityBase {
    @Id
    public String districtId;

    @Id
    public String siteId;

    /** The {@code ETag}. */
    public long version;

    public String name;
    public LocalDate closedOn;

    /** Which row. */
    public record Key(String districtId, String siteId) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;
    }

    static Optional<SiteRow> one(String districtId, String siteId) {
        return find("districtId = ?1 and siteId = ?2", districtId, siteId).firstResultOptional();
    }

    /** Sites by their ids, those after one; all when {@code after} is empty. */
    static List<SiteRow> after(String districtId, String after, int limit) {
        return SiteRow.<SiteRow>find("districtId = ?1 and siteId > ?2 order by siteId", districtId, after)
                .range(0, limit - 1)
                .list();
    }
}
