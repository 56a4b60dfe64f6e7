/**
 * Observations: the data points, their series, and what may be seen of small groups.
 *
 * <ul>
 *   <li>Write: {@code ObservationResource} → {@code ObservationIngest} (single ones that wait share a commit) → {@code
 *       Observations} → {@code ObservationDecider} → {@code ObservationEvent} → {@code ObservationProjection}.
 *   <li>Read: {@code SeriesResource} from {@code ObservationTable}; {@code ObservationHistory} from the events.
 *   <li>Out: {@code PublishedObservations}, which with {@code Suppression} keeps the numbers of small groups in.
 * </ul>
 *
 * Table: {@code observation}, one row a version. Topic: {@code improvement.measures.v1}.
 */
package org.inpractice.measurement.observation;
