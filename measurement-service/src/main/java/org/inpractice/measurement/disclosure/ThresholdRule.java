package org.inpractice.measurement.disclosure;

import org.inpractice.stream.Refusal;

/** The rules by which {@link ThresholdDecider} refuses. */
public enum ThresholdRule implements Refusal.Rule {
    SUPPRESSION_THRESHOLD_OUT_OF_RANGE("The threshold is out of range");

    private final String title;

    ThresholdRule(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Refusal.Kind kind() {
        return Refusal.Kind.INVALID;
    }
}
