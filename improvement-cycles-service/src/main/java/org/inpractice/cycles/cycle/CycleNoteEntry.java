package org.inpractice.cycles.cycle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the read table {@code cycle_note}. Only {@link CycleProjection} writes it. */
@Entity
@Immutable
@Table(name = "cycle_note")
@IdClass(CycleNoteEntry.Key.class)
public class CycleNoteEntry extends PanacheEntityBase {
    /** Key of a row. */
    public record Key(String districtId, UUID cycleId, long version) {}

    @Id
    @Column(name = "district_id")
    String districtId;

    @Id
    @Column(name = "cycle_id")
    UUID cycleId;

    @Id
    long version;

    String note;

    @Column(name = "noted_on")
    LocalDate notedOn;

    String actor;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** The notes of a cycle as it was at a version, in the order they were written. */
    static List<CycleNoteEntry> of(CycleEntry cycle) {
        return list(
                "districtId = ?1 and cycleId = ?2 and version <= ?3 order by version",
                cycle.districtId,
                cycle.cycleId,
                cycle.version);
    }
}
