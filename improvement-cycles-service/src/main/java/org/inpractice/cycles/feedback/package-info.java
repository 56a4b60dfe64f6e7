/**
 * What measurement-service has said of this district's cycles and their measures, as it was known at any instant.
 *
 * <p>{@link org.inpractice.cycles.feedback.FeedbackFollower} follows {@code improvement.measures.v1};
 * {@link org.inpractice.cycles.feedback.ToldProjection} keeps the tables {@code told_verdict}, {@code told_measure} and
 * {@code told_point} as version rows; {@link org.inpractice.cycles.feedback.Knowledge} puts together what was known of one
 * cycle; {@link org.inpractice.cycles.feedback.VerdictResource} shows the verdicts.
 */
package org.inpractice.cycles.feedback;
