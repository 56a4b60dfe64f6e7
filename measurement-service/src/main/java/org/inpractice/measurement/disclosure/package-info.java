/**
 * Which numbers of small groups may be seen, beyond the rule for a single number: a district's threshold, and which other
 * numbers must be hidden so that a hidden one cannot be worked out.
 *
 * <ul>
 *   <li>Pure: {@code Dimensions}, {@code TotalsRule}, {@code SuppressionPattern}, {@code Thresholds}.
 *   <li>The threshold: {@code ThresholdResource} → {@code ThresholdDecider} → {@code ThresholdEvent} → {@code
 *       ThresholdProjection}.
 * </ul>
 *
 * Why it is so: decision record 10. Table: {@code suppression_threshold}. Topic: {@code improvement.measures.v1}.
 */
package org.inpractice.measurement.disclosure;
