/**
 * Failures and near-failures: reported, triaged, reviewed in steps or at once, acted upon, closed; or dismissed with a reason.
 *
 * <ul>
 *   <li>Write: {@code FailureResource}, {@code ReviewWritingResource} → {@code FailureDecider} with {@code ReviewRules} → {@code
 *       FailureEvent} → {@code FailureProjection}, all in one transaction. Texts are sealed before they are decided on.
 *   <li>Read: {@code FailureReads} from {@code FailureTable}, as known now or at an instant; {@code ReviewTemplate} with the
 *       timeline that the history tells. Texts are opened there.
 *   <li>{@code PersonAsCause} notices, and never refuses.
 * </ul>
 *
 * Tables: {@code failure}, {@code failure_factor}, {@code failure_action}, {@code failure_redaction}. Topic: {@code
 * improvement.learning.v1}.
 */
package org.inpractice.learning.failure;
