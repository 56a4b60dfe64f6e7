/**
 * Count and hashes of what the history holds, so that a partner can prove that nothing is missing without trusting us.
 *
 * <p>{@code SequenceHashes} reads, {@code ReconciliationResource} answers; what is hashed is said in
 * {@code docs/events/reconciliation.md}. Table: {@code history_block}, written by the history.
 */
package org.inpractice.learning.reconciliation;
