package org.inpractice.stream;

/**
 * Somebody else appended to the aggregate in between. Nothing was written; the transaction must be rolled back and the
 * command decided again on the new state.
 */
public final class StaleVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the database's own words as cause, or null. */
    public StaleVersionException(Throwable cause) {
        super("the aggregate has changed since it was read", cause, false, false);
    }
}
