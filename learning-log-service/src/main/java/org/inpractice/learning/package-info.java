/**
 * learning-log-service: what went wrong or nearly did, what was learned from it, and everything that ever happened.
 *
 * <ul>
 *   <li>{@link org.inpractice.learning.failure}: failures and near-failures and their reviews. Writes the topic {@code
 *       improvement.learning.v1}.
 *   <li>{@link org.inpractice.learning.factor}: the taxonomy of contributing factors.
 *   <li>{@link org.inpractice.learning.history}: the district history. Reads the topics of all three services.
 *   <li>{@link org.inpractice.learning.live}, {@link org.inpractice.learning.export}: the history as it happens, and whole.
 *   <li>{@link org.inpractice.learning.reconciliation}: hashes that prove the history complete.
 *   <li>{@link org.inpractice.learning.digest}: what happened in a period, in words.
 * </ul>
 *
 * What people write is sealed by {@link org.inpractice.learning.sealing} before it is stored or published, so that it can be
 * erased. A failure reaches the history through its topic, like everybody's events; a review reads its timeline there.
 */
package org.inpractice.learning;
