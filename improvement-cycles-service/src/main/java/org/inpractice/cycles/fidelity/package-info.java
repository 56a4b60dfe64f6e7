/**
 * Whether the method was really practised: seven features of each cycle, found out from events alone and explained point by
 * point, and put together for a team, an aim, a district.
 *
 * <p>{@link org.inpractice.cycles.fidelity.FidelityRules} judges, in plain Java over
 * {@link org.inpractice.cycles.fidelity.CycleFacts}; {@link org.inpractice.cycles.fidelity.FidelitySummary} puts judgements
 * together; {@link org.inpractice.cycles.fidelity.FactsReading} reads the facts as they were known at an instant.
 */
package org.inpractice.cycles.fidelity;
