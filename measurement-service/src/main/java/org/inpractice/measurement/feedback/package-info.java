/**
 * Feedback: whether the outcome of a cycle moved, from events that other services sent and the series of this one.
 *
 * <ul>
 *   <li>In: topics {@code improvement.cycles.v1} and {@code improvement.learning.v1} → {@code FeedbackFollower} → {@code
 *       FollowedEvent} (just the fields needed) → {@code FollowedProjection}.
 *   <li>Read: {@code FeedbackResource} → {@code FeedbackReading} → {@code FollowedCycle}, {@code CycleSeries} (the points as
 *       the reader may see them), {@code OverlappingCycles} → {@code MeasureVerdict} (with {@code MeasureEffect}, {@code
 *       SeriesCompleteness}), {@code CycleVerdict}, {@code PlainWords}, all pure, by the rules of {@code RuleSet}.
 *   <li>Changes: {@code ChangesReading} → two reports and {@code BetweenEvents} → {@code FeedbackChanges}, pure.
 * </ul>
 *
 * Tables: {@code followed_cycle}, {@code followed_failure}; rebuilt from the topics under the name {@code feedback}.
 */
package org.inpractice.measurement.feedback;
