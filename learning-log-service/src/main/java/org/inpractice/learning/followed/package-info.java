/**
 * What the other services told that this one learns from: cycles, verdicts, signals, late feeds, and the numbers that were
 * published.
 *
 * <p>{@code FollowedFollower} takes the topics {@code improvement.cycles.v1} and {@code improvement.measures.v1}, {@code
 * FollowedProjection} keeps the tables. The other features read them through {@code FollowedSteps}, {@code
 * FollowedCycle}, {@code FollowedMeasure} and {@code FollowedObservations}.
 *
 * <p>Tables: {@code followed_step}, insert-only; {@code followed_measure}, {@code followed_observation}, {@code
 * followed_reach}.
 */
package org.inpractice.learning.followed;
