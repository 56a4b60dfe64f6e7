package org.inpractice.measurement.measure;

import org.inpractice.stream.Refusal;

/** The rules by which {@link MeasureDecider} refuses. */
public enum MeasureRule implements Refusal.Rule {
    MEASURE_NOT_DEFINED("No such measure", Refusal.Kind.NOT_FOUND),
    MEASURE_ALREADY_DEFINED("The measure is defined already", Refusal.Kind.CONFLICT),
    MEASURE_DEFINITION_IS_FIXED("What a measure counts never changes", Refusal.Kind.CONFLICT);

    private final String title;
    private final Refusal.Kind kind;

    MeasureRule(String title, Refusal.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
