/**
 * Comparisons of a time before with a time after: plain functions over plain numbers, nothing of a framework, a database or
 * a district in here. An effect is always after minus before.
 *
 * <ul>
 *   <li>Values: {@link org.inpractice.measurement.comparison.Welch}, or {@link
 *       org.inpractice.measurement.comparison.MannWhitney} where {@link
 *       org.inpractice.measurement.comparison.MethodChoice} says that the data ask for it.
 *   <li>Proportions: {@link org.inpractice.measurement.comparison.TwoProportions}, widened by {@link
 *       org.inpractice.measurement.comparison.Overdispersion}.
 *   <li>A series with a change in it: {@link org.inpractice.measurement.comparison.SegmentedRegression}.
 * </ul>
 *
 * A number that cannot be told is NaN, never a zero.
 */
package org.inpractice.measurement.comparison;
