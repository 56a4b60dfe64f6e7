/**
 * Observations: the data points, their series, and what may be seen of small groups.
 *
 * <ul>
 *   <li>Write: {@code ObservationResource} → {@code ObservationIngest} (single ones that wait share a commit) → {@code
 *       Observations} → {@code ObservationDecider} → {@code ObservationEvent} → {@code ObservationProjection}.
 *   <li>Read: {@code SeriesResource} from {@code ObservationTable}; {@code ObservationHistory} from the events.
 *       {@code GroupsResource} sets the groups of a site side by side.
 *   <li>Out: {@code PublishedObservations}, which with {@code HeldBack} keeps the numbers of small groups in.
 *   <li>Who may see what: {@code Disclosure} for readers, with {@code ReleasedPattern} for groups; {@code ShownTotals} for
 *       totals, as they are told. Why it is so: decision record 10.
 * </ul>
 *
 * Tables: {@code observation}, one row a version; {@code judged_period}, {@code shown_total}, {@code withheld_total}, {@code
 * released_period} and {@code released_cell}, what was shown and what is withheld. Topic: {@code improvement.measures.v1}.
 */
package org.inpractice.measurement.observation;
