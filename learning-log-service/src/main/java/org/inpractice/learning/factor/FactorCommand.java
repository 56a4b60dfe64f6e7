package org.inpractice.learning.factor;

/** What can be asked of a district's list of factors. */
sealed interface FactorCommand {
    /** Add one. */
    record AddFactor(String code, String name, String question) implements FactorCommand {}

    /** Use one no more. */
    record RetireFactor(String code) implements FactorCommand {}
}
