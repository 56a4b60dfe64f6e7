/**
 * What was known when something was decided, what is known of it today, and which decisions today's data contradict.
 *
 * <p>{@link org.inpractice.cycles.hindsight.Hindsight} compares, in plain Java;
 * {@link org.inpractice.cycles.hindsight.HindsightReading} reads what is compared.
 */
package org.inpractice.cycles.hindsight;
