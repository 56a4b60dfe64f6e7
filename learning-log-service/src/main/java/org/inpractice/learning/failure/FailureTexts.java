package org.inpractice.learning.failure;

import java.util.List;

/** The texts of a failure by their places in the data of its events: what they are sealed and erased under. */
final class FailureTexts {
    static final String WHAT_HAPPENED = "whatHappened";
    static final String IMPACT = "impact";
    static final String KEPT_FROM_WORSE = "keptFromWorse";
    static final String CONTRIBUTING_FACTORS = "contributingFactors";
    static final String WENT_WELL = "wentWell";
    static final String LESSONS = "lessons";
    static final String ACTIONS_WHAT = "actions.what";
    static final String ACTIONS_OWNER = "actions.owner";
    static final String RESULT = "result";

    static final List<String> ALL = List.of(
            WHAT_HAPPENED,
            IMPACT,
            KEPT_FROM_WORSE,
            CONTRIBUTING_FACTORS,
            WENT_WELL,
            LESSONS,
            ACTIONS_WHAT,
            ACTIONS_OWNER,
            RESULT);

    private FailureTexts() {}
}
