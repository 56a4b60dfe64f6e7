package org.inpractice.cycles.fidelity;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A feature of the method that shows in events. The first five are the features by which published cycles have been
 * reviewed; the last two are the same authors' purpose of the method, with thresholds of our own.
 */
public enum Feature {
    /** Cycle upon cycle. */
    @JsonProperty("iterative_cycles")
    ITERATIVE_CYCLES(
            "Iterative cycles",
            "The idea is tested in more than one cycle, each linked to the one before.",
            Sources.TAYLOR + "; " + Sources.KNUDSEN,
            "One linked cycle before or after is enough for us. An idea abandoned on its first rung is not asked for a second:"
                    + " that exception is ours, because a cheap early no is what small tests are for."),
    /** First the guess, then the test. */
    @JsonProperty("prediction_before_test")
    PREDICTION_BEFORE_TEST(
            "Prediction before the test",
            "What is expected of a measure, and which way, is written down not later than the day of the start.",
            Sources.TAYLOR,
            "On the same day counts as before, because a start has a day and no hour."),
    /** Points, not before and after. */
    @JsonProperty("data_over_time")
    DATA_OVER_TIME(
            "Data over time",
            "A watched measure has enough points since the start, monthly or more often, and few gaps.",
            Sources.TAYLOR + " (monthly or more often); " + Sources.KNUDSEN + " (continuous collection)",
            "Six points, because the shift rule needs six (" + Sources.PERLA
                    + "); two of three expected periods told is our choice, since a school year has about 36 weeks of 52 and no study of the"
                    + " method gives a share."),
    /** Small, then larger. */
    @JsonProperty("small_scale_first")
    SMALL_SCALE_FIRST(
            "Small scale first",
            "The first test is made in a classroom, at one site or with one student group, and grows step by step.",
            Sources.TAYLOR + "; " + Sources.KNUDSEN,
            "One step larger for each rung is our choice: classroom, site, several sites, district."),
    /** Look, then decide. */
    @JsonProperty("study_before_decision")
    STUDY_BEFORE_DECISION(
            "Study before the decision",
            "The decision follows a study, and the study had data since the start to look at.",
            Sources.MCNICHOLAS,
            "At least one point since the start, known to this service when the cycle was studied: our choice."),
    /** Act on what was seen. */
    @JsonProperty("decision_fits_study")
    DECISION_FITS_STUDY(
            "Decision consistent with the study",
            "What was decided fits the verdict that was known when it was decided.",
            Sources.MCNICHOLAS,
            "Which decision fits which verdict is our choice, and said with each judgement."),
    /** Learn. */
    @JsonProperty("theory_updated")
    THEORY_UPDATED(
            "Theory updated",
            "What was learned changed something: the idea, the standard work, or the end of its ladder.",
            Sources.KNUDSEN + " (theoretical rationale)",
            "Adapted: the next plan words the idea differently. Adopted: standard work with an owner. Abandoned: what was"
                    + " learned is written down. Our choice.");

    /** Where the features come from. */
    private static final class Sources {
        static final String TAYLOR = "Taylor MJ et al., BMJ Quality & Safety 2014;23:290-298";
        static final String KNUDSEN = "Knudsen SV et al., BMC Health Services Research 2019;19:683";
        static final String MCNICHOLAS = "McNicholas C et al., BMJ Quality & Safety 2019;28:356-365";
        static final String PERLA = "Perla RJ et al., BMJ Quality & Safety 2011;20:46-51";
    }

    private final String title;
    private final String asks;
    private final String source;
    private final String threshold;

    Feature(String title, String asks, String source, String threshold) {
        this.title = title;
        this.asks = asks;
        this.source = source;
        this.threshold = threshold;
    }

    /** Its name. */
    public String title() {
        return title;
    }

    /** What it asks for. */
    public String asks() {
        return asks;
    }

    /** Where the feature is described. */
    public String source() {
        return source;
    }

    /** Where we draw the line, and whose choice that is. */
    public String threshold() {
        return threshold;
    }
}
