/**
 * Statistics for people who only want the answer: a series comes in, a chart goes out, nothing is stored.
 *
 * <p>{@code ChartAnalysisResource} → {@code ChartRequest} → {@code SentPoints}, {@code SentPhases} → the pure {@link
 * org.inpractice.measurement.chart.Charts}.
 */
package org.inpractice.measurement.analysis;
