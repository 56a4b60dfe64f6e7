package org.inpractice.cycles.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.assessment.AssessmentEvent.AssessmentGiven;

/** Puts ideas in an order by what people think they bring and cost. Plain arithmetic. */
final class IdeaRanking {
    /** In words, for whoever reads the order. */
    static final String HOW = "Each person's last assessment counts. Score = median impact / median effort: most for"
            + " least first. It is our choice and orders ideas, no more; 4 is not twice 2. Ideas with one score share a rank"
            + " and say so; among them more impact comes first, then the older idea. People disagree when their"
            + " numbers lie two or more apart: talk before you choose.";

    /** Numbers this far apart are worth a conversation: our choice. */
    private static final int DISAGREE = 2;
    /** More than the middle of the scale is much, in both directions. */
    private static final int MIDDLE = 3;

    /** Most for least first; no two ideas are alike, so that a list may go on behind any of them. */
    static final Comparator<RankedIdea> ORDER = Comparator.comparing(RankedIdea::score)
            .thenComparing(RankedIdea::impact)
            .reversed()
            .thenComparing(idea -> idea.changeIdeaId().toString());

    private IdeaRanking() {}

    /** Where an idea lies in the matrix of impact and effort. */
    enum Quadrant {
        /** Much for little. */
        QUICK_WIN,
        /** Much for much. */
        BIG_BET,
        /** Little for little. */
        FILL_IN,
        /** Little for much. */
        NOT_NOW
    }

    /**
     * An idea in the ranking.
     *
     * @param rank from 1; ideas with one score share it, and the next rank counts them all
     * @param tied whether another idea has the same score
     * @param tested whether a cycle on it has started
     * @param impact median of what people said
     * @param effort median of what people said
     * @param disagreement whether two people's numbers lie two or more apart
     */
    @Schema(name = "RankedIdea")
    record RankedIdea(
            int rank,
            boolean tied,
            UUID changeIdeaId,
            String changeIdea,
            boolean tested,
            BigDecimal score,
            BigDecimal impact,
            BigDecimal effort,
            String quadrant,
            int assessments,
            boolean disagreement) {
        /** A place in the order, for a list that goes on behind it. */
        static RankedIdea place(boolean tested, BigDecimal score, BigDecimal impact, UUID changeIdeaId) {
            return new RankedIdea(0, false, changeIdeaId, null, tested, score, impact, null, null, 0, false);
        }
    }

    /**
     * The ranking.
     *
     * @param given in the order in which they were given, the last of a person counts
     * @param ideas under every id they go by; what was said of others does not count
     */
    static List<RankedIdea> of(List<AssessmentGiven> given, Map<UUID, Idea> ideas) {
        List<RankedIdea> unranked = new ArrayList<>();
        lastOfEach(given, ideas).forEach((idea, own) -> unranked.add(unranked(idea, own)));
        unranked.sort(ORDER);
        List<RankedIdea> ranked = new ArrayList<>();
        for (int i = 0; i < unranked.size(); i++) {
            RankedIdea idea = unranked.get(i);
            boolean likeBefore = i > 0 && unranked.get(i - 1).score().compareTo(idea.score()) == 0;
            boolean likeAfter =
                    i + 1 < unranked.size() && unranked.get(i + 1).score().compareTo(idea.score()) == 0;
            int rank = likeBefore ? ranked.get(i - 1).rank() : i + 1;
            ranked.add(ranked(idea, rank, likeBefore || likeAfter));
        }
        return ranked;
    }

    /** By idea: of each person the last. */
    private static Map<Idea, List<AssessmentGiven>> lastOfEach(List<AssessmentGiven> given, Map<UUID, Idea> ideas) {
        Map<Idea, Map<String, AssessmentGiven>> byIdea = new HashMap<>();
        for (AssessmentGiven one : given) {
            Idea idea = ideas.get(one.changeIdeaId());
            if (idea != null) {
                byIdea.computeIfAbsent(idea, known -> new HashMap<>()).put(Person.key(one.assessedBy()), one);
            }
        }
        Map<Idea, List<AssessmentGiven>> last = new HashMap<>();
        byIdea.forEach((idea, people) -> last.put(idea, List.copyOf(people.values())));
        return last;
    }

    private static RankedIdea unranked(Idea idea, List<AssessmentGiven> own) {
        List<Integer> impacts =
                own.stream().map(AssessmentGiven::impact).sorted().toList();
        List<Integer> efforts =
                own.stream().map(AssessmentGiven::effort).sorted().toList();
        BigDecimal impact = median(impacts);
        BigDecimal effort = median(efforts);
        return new RankedIdea(
                0,
                false,
                idea.id(),
                idea.text(),
                idea.tested(),
                impact.divide(effort, 3, RoundingMode.HALF_UP),
                impact,
                effort,
                quadrant(impact, effort).name().toLowerCase(Locale.ROOT),
                own.size(),
                apart(impacts) || apart(efforts));
    }

    private static RankedIdea ranked(RankedIdea idea, int rank, boolean tied) {
        return new RankedIdea(
                rank,
                tied,
                idea.changeIdeaId(),
                idea.changeIdea(),
                idea.tested(),
                idea.score(),
                idea.impact(),
                idea.effort(),
                idea.quadrant(),
                idea.assessments(),
                idea.disagreement());
    }

    private static Quadrant quadrant(BigDecimal impact, BigDecimal effort) {
        boolean much = impact.compareTo(BigDecimal.valueOf(MIDDLE)) >= 0;
        boolean hard = effort.compareTo(BigDecimal.valueOf(MIDDLE)) > 0;
        if (much) {
            return hard ? Quadrant.BIG_BET : Quadrant.QUICK_WIN;
        }
        return hard ? Quadrant.NOT_NOW : Quadrant.FILL_IN;
    }

    private static boolean apart(List<Integer> ascending) {
        return ascending.getLast() - ascending.getFirst() >= DISAGREE;
    }

    /** The middle one, or half way between the two in the middle. */
    static BigDecimal median(List<Integer> ascending) {
        int size = ascending.size();
        int twice = ascending.get((size - 1) / 2) + ascending.get(size / 2);
        return BigDecimal.valueOf(twice).divide(BigDecimal.valueOf(2), 1, RoundingMode.UNNECESSARY);
    }

    /**
     * What is known of an idea beside its assessments.
     *
     * @param id its own, or that of the idea it was merged into
     */
    record Idea(UUID id, String text, boolean tested) {}
}
