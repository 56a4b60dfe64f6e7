/**
 * The charts of stored series, with what people decided of them: which points limits come from, and where the process became
 * another one. Nothing here is ever decided by a computation.
 *
 * <ul>
 *   <li>Write: {@code ChartDecisionResource} → {@code ChartDecider} → {@code ChartEvent} → {@code ChartProjection}, all in one
 *       transaction.
 *   <li>Read: {@code StoredChartResource} → {@code ChartReading}, from the observations and {@code ChartDecisions}; as JSON, SVG
 *       or PNG.
 * </ul>
 *
 * Table: {@code chart_decision}; the steps of cycles are read from {@code followed_cycle}. Topic: {@code
 * improvement.measures.v1}.
 */
package org.inpractice.measurement.controlchart;
