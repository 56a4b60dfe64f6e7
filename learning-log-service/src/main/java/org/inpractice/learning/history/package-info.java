/**
 * The district history: every event of all three services in one timeline, whatever its type.
 *
 * <p>One way in: {@code HistoryFollower} takes the topics {@code improvement.cycles.v1}, {@code improvement.measures.v1}
 * and our own {@code improvement.learning.v1}; {@code HistoryProjection} stores what arrived, {@code Timeline} reads it,
 * {@code HistoryResource} answers.
 *
 * <p>Tables: {@code history}, {@code history_type}.
 */
package org.inpractice.learning.history;
