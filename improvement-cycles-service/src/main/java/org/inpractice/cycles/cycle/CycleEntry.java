package org.inpractice.cycles.cycle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the read table {@code cycle}. Only {@link CycleProjection} writes it. */
@Entity
@Immutable
@Table(name = "cycle")
@IdClass(CycleEntry.Key.class)
public class CycleEntry extends PanacheEntityBase {
    /** Key of a row. */
    public record Key(String districtId, UUID cycleId) {}

    /** What a list is narrowed to; null where it is not. */
    public record Filter(CycleState state, String siteId, UUID aimId, UUID changeIdeaId) {}

    @Id
    @Column(name = "district_id")
    String districtId;

    @Id
    @Column(name = "cycle_id")
    UUID cycleId;

    long version;

    @Column(name = "planned_seq")
    long plannedSeq;

    String state;

    @Column(name = "change_idea_id")
    UUID changeIdeaId;

    @Column(name = "change_idea")
    String changeIdea;

    int rung;

    @Column(name = "previous_cycle_id")
    UUID previousCycleId;

    @Column(name = "aim_id")
    UUID aimId;

    String objective;
    String prediction;
    String measures;

    @Column(name = "site_id")
    String siteId;

    @Column(name = "student_group")
    String studentGroup;

    @Column(name = "planned_start")
    LocalDate plannedStart;

    @Column(name = "planned_end")
    LocalDate plannedEnd;

    String owner;

    @Column(name = "started_on")
    LocalDate startedOn;

    String study;
    String decision;
    String rationale;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Column(name = "adapted_in")
    UUID adaptedIn;

    @Column(name = "changed_at")
    Instant changedAt;

    /** A cycle of a district. */
    static Optional<CycleEntry> in(String districtId, UUID cycleId) {
        return find("districtId = ?1 and cycleId = ?2", districtId, cycleId).firstResultOptional();
    }

    /** The cycles that follow one on its ladder, in the order they were planned. */
    static List<CycleEntry> after(String districtId, UUID cycleId) {
        return list("districtId = ?1 and previousCycleId = ?2 order by plannedSeq", districtId, cycleId);
    }

    /** Newest plan first, from before a sequence number; one row more than {@code limit}. */
    static List<CycleEntry> newestFirst(String districtId, Filter filter, long beforeSeq, int limit) {
        StringBuilder where = new StringBuilder("districtId = :district and plannedSeq < :before");
        Map<String, Object> values = new HashMap<>(Map.of("district", districtId, "before", beforeSeq));
        String state = filter.state() == null ? null : filter.state().name().toLowerCase(Locale.ROOT);
        narrow(where, values, "state", state);
        narrow(where, values, "siteId", filter.siteId());
        narrow(where, values, "aimId", filter.aimId());
        narrow(where, values, "changeIdeaId", filter.changeIdeaId());
        return CycleEntry.<CycleEntry>find(where + " order by plannedSeq desc", values)
                .range(0, limit)
                .list();
    }

    private static void narrow(StringBuilder where, Map<String, Object> values, String column, Object value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = :").append(column);
            values.put(column, value);
        }
    }

    /** The ladder of an idea, oldest rung first, after a rung and sequence number; one row more than {@code limit}. */
    static List<CycleEntry> ladder(String districtId, UUID changeIdeaId, int afterRung, long afterSeq, int limit) {
        return CycleEntry.<CycleEntry>find(
                        "districtId = ?1 and changeIdeaId = ?2 and (rung > ?3 or (rung = ?3 and plannedSeq > ?4))"
                                + " order by rung, plannedSeq",
                        districtId,
                        changeIdeaId,
                        afterRung,
                        afterSeq)
                .range(0, limit)
                .list();
    }
}
