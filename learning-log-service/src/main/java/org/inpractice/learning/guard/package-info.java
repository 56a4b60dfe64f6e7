/**
 * Guards: beyond which value a balancing measure of a cycle must not come, and from where on that is near.
 *
 * <p>{@code GuardResource} → {@code Guards} → {@code GuardDecider} → {@code GuardEvent} → {@code GuardProjection} → {@code
 * KnownGuard}. Whether a number comes close is the business of the feature {@code prompt}. Table: {@code guard}. Topic:
 * {@code improvement.learning.v1}.
 */
package org.inpractice.learning.guard;
