/**
 * The district history: every event of all three services in one timeline, whatever its type.
 *
 * <p>One way in: {@code HistoryFollower} takes the topics {@code improvement.cycles.v1}, {@code improvement.measures.v1}
 * and our own {@code improvement.learning.v1}; {@code HistoryProjection} stores what arrived, {@code HistoryBlocks} the hashes
 * of full blocks with it.
 *
 * <p>Three ways to read: {@code Timeline} in the order of recording times, page by page ({@code HistoryResource}); {@code
 * HistorySequence} in the order of positions, for whoever must miss nothing (the features live, export, reconciliation);
 * {@code HistoryPeriod} by when things happened (the feature digest). {@code Provenance} follows causes and effects ({@code
 * ProvenanceResource}). {@code OpenedEntries} opens sealed texts for each.
 *
 * <p>Tables: {@code history}, {@code history_type}, {@code history_block}.
 */
package org.inpractice.learning.history;
