/**
 * Failures and near-failures: reported, reviewed, acted upon.
 *
 * <ul>
 *   <li>Write: {@code FailureResource} → {@code FailureDecider} → {@code FailureEvent} → {@code FailureProjection}, all in
 *       one transaction.
 *   <li>Read: {@code FailureResource}, {@code ReviewResource}, {@code ActionResource} from {@code FailureRow}, {@code
 *       FactorRow} and {@code ActionRow}.
 * </ul>
 *
 * Tables: {@code failure}, {@code failure_factor}, {@code failure_action}. Topic: {@code improvement.learning.v1}.
 */
package org.inpractice.learning.failure;
