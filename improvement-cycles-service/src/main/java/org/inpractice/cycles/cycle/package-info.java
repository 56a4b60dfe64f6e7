/**
 * Cycles of plan, do, study, act, and the ladder of one change idea's cycles.
 *
 * <p>{@code planned → started → studied → decided}; {@link org.inpractice.cycles.cycle.CycleDecider} holds the rules. A
 * decision to adapt plans the next rung in the same transaction. Tables {@code cycle} and {@code cycle_note}, written by
 * {@link org.inpractice.cycles.cycle.CycleProjection} in the append transaction.
 */
package org.inpractice.cycles.cycle;
