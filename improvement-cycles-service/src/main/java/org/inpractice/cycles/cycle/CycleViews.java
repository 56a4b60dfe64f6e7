package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.stream.EventJson;

/** Cycles as readers see them. */
public final class CycleViews {
    private static final TypeReference<List<CycleMeasure>> MEASURES = new TypeReference<>() {};

    private CycleViews() {}

    /**
     * Where a cycle stands after a command.
     *
     * @param version its version, also the {@code ETag}
     * @param nextCycleId the rung that a decision to adapt has planned; else absent
     */
    public record CycleVersion(
            UUID cycleId, CycleState state, UUID changeIdeaId, int rung, long version, UUID nextCycleId) {}

    /** A note. */
    public record Note(String note, LocalDate on, String actor, Instant recordedAt) {
        static Note of(CycleNoteEntry row) {
            return new Note(row.note, row.notedOn, row.actor, row.recordedAt);
        }
    }

    /** A study. */
    public record Study(
            String comparedWithPrediction,
            String whatHappened,
            String learned,
            Feedback feedback,
            LocalDate studiedOn) {}

    /** A decision; {@code nextCycleId} is there when the idea was adapted. */
    public record DecisionMade(String decision, String rationale, LocalDate decidedOn, UUID nextCycleId) {}

    /**
     * A cycle in a list or on a ladder: what was tried, expected, learned and decided.
     *
     * @param version its version, also the {@code ETag}
     * @param learned what the study says was learned; absent before the study
     */
    public record CycleSummary(
            UUID cycleId,
            String state,
            UUID changeIdeaId,
            String changeIdea,
            int rung,
            UUID previousCycleId,
            UUID aimId,
            Prediction prediction,
            String siteId,
            String studentGroup,
            LocalDate plannedStart,
            LocalDate plannedEnd,
            String owner,
            LocalDate startedOn,
            String learned,
            String decision,
            String rationale,
            long version,
            Instant changedAt) {
        static CycleSummary of(CycleEntry row) {
            Study study = read(row.study, Study.class);
            return new CycleSummary(
                    row.cycleId,
                    row.state,
                    row.changeIdeaId,
                    row.changeIdea,
                    row.rung,
                    row.previousCycleId,
                    row.aimId,
                    read(row.prediction, Prediction.class),
                    row.siteId,
                    row.studentGroup,
                    row.plannedStart,
                    row.plannedEnd,
                    row.owner,
                    row.startedOn,
                    study == null ? null : study.learned(),
                    row.decision,
                    row.rationale,
                    row.version,
                    row.changedAt);
        }
    }

    /**
     * A cycle with everything that was written down about it.
     *
     * @param version its version, also the {@code ETag}
     * @param previousCycleId the rung below; absent on the first
     * @param nextCycleIds the rungs above, in the order they were planned
     */
    public record CycleView(
            UUID cycleId,
            String state,
            UUID changeIdeaId,
            String changeIdea,
            int rung,
            UUID previousCycleId,
            List<UUID> nextCycleIds,
            UUID aimId,
            String objective,
            Prediction prediction,
            List<CycleMeasure> measures,
            String siteId,
            String studentGroup,
            LocalDate plannedStart,
            LocalDate plannedEnd,
            String owner,
            LocalDate startedOn,
            List<Note> notes,
            Study study,
            DecisionMade decision,
            long version,
            Instant changedAt) {
        static CycleView of(CycleEntry row, List<CycleNoteEntry> notes, List<CycleEntry> next) {
            return new CycleView(
                    row.cycleId,
                    row.state,
                    row.changeIdeaId,
                    row.changeIdea,
                    row.rung,
                    row.previousCycleId,
                    next.stream().map(rung -> rung.cycleId).toList(),
                    row.aimId,
                    row.objective,
                    read(row.prediction, Prediction.class),
                    watched(row.measures),
                    row.siteId,
                    row.studentGroup,
                    row.plannedStart,
                    row.plannedEnd,
                    row.owner,
                    row.startedOn,
                    notes.stream().map(Note::of).toList(),
                    read(row.study, Study.class),
                    row.decision == null
                            ? null
                            : new DecisionMade(row.decision, row.rationale, row.decidedOn, row.adaptedIn),
                    row.version,
                    row.changedAt);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return json == null ? null : EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<CycleMeasure> watched(String json) {
        try {
            return EventJson.mapper().readValue(json, MEASURES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
