/**
 * Feedback: whether the outcome of a cycle moved, from events that other services sent and the series of this one.
 *
 * <ul>
 *   <li>In: topics {@code improvement.cycles.v1} and {@code improvement.learning.v1} → {@code FeedbackFollower} → {@code
 *       FollowedEvent} (just the fields needed) → {@code FollowedProjection}.
 *   <li>Read: {@code FeedbackResource} → {@code FeedbackReading} → {@code FollowedCycle}, {@code CycleSeries} (the points as
 *       the reader may see them), {@code OverlappingCycles} → {@code MeasureVerdict} (with {@code MeasureEffect}, {@code
 *       SeriesCompleteness}), {@code CycleVerdict}, {@code PlainWords}, all pure, by the rules of {@code RuleSet}.
 *   <li>Of an aim or a change idea: {@code JointFeedbackResource} → {@code JointReading} → the same reports → {@code
 *       JointVerdict}, pure.
 *   <li>Out: {@code FeedbackJudging}, each second, of what {@code MovedCycles} finds between two {@code JudgingCursor}s →
 *       the same report as a reader without small groups gets → {@code VerdictChanges}, pure → {@code FeedbackEvent} on the
 *       topic {@code improvement.measures.v1} → {@code JudgedProjection}.
 *   <li>Changes: {@code ChangesReading} → two reports and {@code BetweenEvents} → {@code FeedbackChanges}, pure.
 * </ul>
 *
 * Tables: {@code followed_cycle}, {@code followed_failure}; rebuilt from the topics under the name {@code feedback}. {@code
 * judged_cycle}, {@code detected_signal}; rebuilt from the own events under the name {@code feedback-verdicts}. {@code
 * feedback_cursor}; no read model, but what keeps a change from being told twice.
 */
package org.inpractice.measurement.feedback;
