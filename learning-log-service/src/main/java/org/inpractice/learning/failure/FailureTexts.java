package org.inpractice.learning.failure;

import java.util.List;

/** The texts of a failure by their places in the data of its events: what they are sealed and erased under. */
final class FailureTexts {
    static final String WHAT_HAPPENED = "whatHappened";
    static final String IMPACT = "impact";
    static final String KEPT_FROM_WORSE = "keptFromWorse";
    static final String WHERE = "where";
    static final String LINKS = "links";
    static final String FACILITATOR = "facilitator";
    static final String NOTE = "note";
    static final String DISMISSED_BECAUSE = "dismissedBecause";
    static final String EXPECTED = "expected";
    static final String HAPPENED = "happened";
    static final String TIMELINE_WHAT = "timeline.what";
    static final String CONTRIBUTING_FACTORS = "contributingFactors";
    static final String WENT_WELL = "wentWell";
    static final String LUCK = "luck";
    static final String LESSONS = "lessons";
    static final String STILL_UNKNOWN = "stillUnknown";
    static final String PARTICIPANTS = "participants";
    static final String ACTIONS_WHAT = "actions.what";
    static final String ACTIONS_OWNER = "actions.owner";
    static final String RESULT = "result";
    static final String OPEN_ACTIONS_BECAUSE = "openActionsBecause";

    static final List<String> ALL = List.of(
            WHAT_HAPPENED,
            IMPACT,
            KEPT_FROM_WORSE,
            WHERE,
            LINKS,
            FACILITATOR,
            NOTE,
            DISMISSED_BECAUSE,
            EXPECTED,
            HAPPENED,
            TIMELINE_WHAT,
            CONTRIBUTING_FACTORS,
            WENT_WELL,
            LUCK,
            LESSONS,
            STILL_UNKNOWN,
            PARTICIPANTS,
            ACTIONS_WHAT,
            ACTIONS_OWNER,
            RESULT,
            OPEN_ACTIONS_BECAUSE);

    private FailureTexts() {}
}
