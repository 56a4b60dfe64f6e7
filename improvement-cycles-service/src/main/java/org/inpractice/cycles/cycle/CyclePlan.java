package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The whole plan of a cycle, as its events tell it.
 *
 * @param changeIdeaId the idea under test; all cycles of an idea form its ladder
 * @param previousCycleId the cycle it follows on the ladder; null on the first rung
 * @param rung place on the ladder, from 1
 * @param aimId the aim it serves, or null
 * @param prediction the one the test is about; null while nobody has made one
 * @param measures empty while nobody has named one
 * @param siteId null for the whole district
 * @param studentGroup {@code all} for everybody
 * @param teamId the team whose cycle it is, or null
 * @param scope how much it takes in, or null
 * @param siteIds all sites, when there are several
 * @param otherPredictions of further measures
 * @param questions what the test shall answer
 * @param tasks numbered from 1 in this order
 * @param dataPlan where the data comes from
 */
public record CyclePlan(
        UUID cycleId,
        UUID changeIdeaId,
        String changeIdea,
        UUID previousCycleId,
        int rung,
        UUID aimId,
        String objective,
        Prediction prediction,
        List<CycleMeasure> measures,
        String siteId,
        String studentGroup,
        LocalDate plannedStart,
        LocalDate plannedEnd,
        String owner,
        UUID teamId,
        Scope scope,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> siteIds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Prediction> otherPredictions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> questions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlannedTask> tasks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DataCollection> dataPlan) {
    /** Everybody. */
    public static final String EVERYBODY = "all";

    /** Copies the lists; an absent group is everybody. */
    public CyclePlan {
        measures = copy(measures);
        siteIds = copy(siteIds);
        otherPredictions = copy(otherPredictions);
        questions = copy(questions);
        tasks = copy(tasks);
        dataPlan = copy(dataPlan);
        studentGroup = studentGroup == null ? EVERYBODY : studentGroup;
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Every prediction, that which the test is about first. */
    @JsonIgnore
    public List<Prediction> predictions() {
        List<Prediction> all = new ArrayList<>();
        if (prediction != null) {
            all.add(prediction);
        }
        all.addAll(otherPredictions);
        return all;
    }

    /** Every site named; empty for the whole district. */
    @JsonIgnore
    public List<String> sites() {
        List<String> sites = new ArrayList<>(siteIds);
        if (siteId != null && !sites.contains(siteId)) {
            sites.addFirst(siteId);
        }
        return sites;
    }

    /** How much it takes in: as said, else by its sites; null for a student group at no named site. */
    @JsonIgnore
    public Scope reach() {
        if (scope != null) {
            return scope;
        }
        int sites = sites().size();
        if (sites > 0) {
            return sites == 1 ? Scope.SITE : Scope.SEVERAL_SITES;
        }
        return studentGroup.equals(EVERYBODY) ? Scope.DISTRICT : null;
    }
}
