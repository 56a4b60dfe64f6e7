/**
 * Contributing factors by code, so that what recurs can be counted across reports, schools and years: a list that comes with the
 * service, and what a district adds to it.
 *
 * <p>{@code FactorResource} → {@code FactorDecider} → {@code FactorEvent} → {@code FactorProjection}; {@code Factors} tells
 * other features which codes there are. A taxonomy is shared vocabulary, not somebody's report: it is published in clear.
 *
 * <p>Table: {@code factor}. Topic: {@code improvement.learning.v1}.
 */
package org.inpractice.learning.factor;
