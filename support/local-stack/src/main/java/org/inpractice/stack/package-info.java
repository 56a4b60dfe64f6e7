/**
 * The local stack: what {@code ./dev} runs and what tests stand on.
 *
 * <ul>
 *   <li>{@link org.inpractice.stack.EmbeddedPostgreSql}, {@link org.inpractice.stack.EmbeddedKafka}: the real servers, without a container engine
 *   <li>{@link org.inpractice.stack.DevelopmentTokens}: signed bearer tokens
 *   <li>{@link org.inpractice.stack.LocalStackResource}: all three for a {@code @QuarkusTest}
 *   <li>{@link org.inpractice.stack.EventContract}: what docs/events promises, to test senders and readers against
 * </ul>
 */
package org.inpractice.stack;
