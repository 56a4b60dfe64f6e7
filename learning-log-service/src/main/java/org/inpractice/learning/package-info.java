/**
 * learning-log-service: what went wrong or nearly did, what was learned from it, and everything that ever happened.
 *
 * <ul>
 *   <li>{@link org.inpractice.learning.failure}: failures and near-failures and their reviews. Writes the topic {@code
 *       improvement.learning.v1}.
 *   <li>{@link org.inpractice.learning.factor}: the taxonomy of contributing factors.
 *   <li>{@link org.inpractice.learning.action}: what reviews agreed on, reminded of by the clock and answered by feedback.
 *   <li>{@link org.inpractice.learning.followed}: what cycles and measures told. From it, {@link
 *       org.inpractice.learning.prompt} asks for a look where the data give a cause, and {@link
 *       org.inpractice.learning.guard} says what balancing measures must not cross.
 *   <li>{@link org.inpractice.learning.search}, {@link org.inpractice.learning.lesson}, {@link
 *       org.inpractice.learning.trend}: what was learned, found, offered, shared and counted.
 *   <li>{@link org.inpractice.learning.history}: the district history. Reads the topics of all three services.
 *   <li>{@link org.inpractice.learning.live}, {@link org.inpractice.learning.export}: the history as it happens, and whole.
 *   <li>{@link org.inpractice.learning.reconciliation}: hashes that prove the history complete.
 *   <li>{@link org.inpractice.learning.digest}: what happened in a period, in words.
 * </ul>
 *
 * What people write is sealed by {@link org.inpractice.learning.sealing} before it is stored or published, so that it can be
 * erased. A failure reaches the history through its topic, like everybody's events, and a review reads its timeline there;
 * actions, search and trends hear of it in the transaction that appends it ({@code OwnEvents}).
 */
package org.inpractice.learning;
