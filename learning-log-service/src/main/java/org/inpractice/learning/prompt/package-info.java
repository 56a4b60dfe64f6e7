/**
 * Prompts: what the data ask to look into, answered by a report or dismissed with a reason.
 *
 * <ul>
 *   <li>By the data: {@code Prompting} reads what was told behind its cursor ({@code Told}); {@code CycleCauses}, {@code
 *       PredictionCause}, {@code FeedCauses} and {@code GuardCauses}, all pure, say what of it is a cause; {@code
 *       PromptDecider} opens each once.
 *   <li>By people: {@code PromptResource} → {@code Prompts} → {@code PromptDecider} → {@code PromptEvent} → {@code
 *       PromptProjection} → {@code PromptTable}.
 * </ul>
 *
 * Tables: {@code prompt}, a read model; {@code prompt_cursor}, up to where has been looked. Topic: {@code
 * improvement.learning.v1}.
 */
package org.inpractice.learning.prompt;
