package org.inpractice.learning.factor;

import org.inpractice.stream.Refusal;

/** The rules by which {@link FactorDecider} refuses. */
enum FactorRule implements Refusal.Rule {
    FACTOR_ALREADY_THERE("There is such a factor", Refusal.Kind.CONFLICT),
    FACTOR_NOT_OF_DISTRICT("A district retires its own factors", Refusal.Kind.NOT_FOUND),
    FACTOR_ALREADY_RETIRED("The factor is retired already", Refusal.Kind.CONFLICT),
    TOO_MANY_FACTORS("A taxonomy can be kept in mind", Refusal.Kind.CONFLICT);

    private final String title;
    private final Refusal.Kind kind;

    FactorRule(String title, Refusal.Kind kind) {
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
