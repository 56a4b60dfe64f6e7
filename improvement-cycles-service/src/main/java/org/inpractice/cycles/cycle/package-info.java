/**
 * Cycles of plan, do, study, act, and the ladder of one change idea's cycles.
 *
 * <p>{@code planned → started → studied → decided}, with pauses, and cancelled until decided; {@link
 * org.inpractice.cycles.cycle.CycleDecider} holds the rules, step by step in {@code PlanRules}, {@code DoingRules}, {@code
 * StudyRules} and {@code ActRules}. A decision to adapt plans the next rung in the same transaction; study and decision keep
 * what the feature {@code feedback} knows at that moment. Tables {@code cycle}, a row for each version, and {@code
 * cycle_note}, written by {@link org.inpractice.cycles.cycle.CycleProjection} in the append transaction; {@link
 * org.inpractice.cycles.cycle.CycleTable} reads them as of any instant.
 */
package org.inpractice.cycles.cycle;
