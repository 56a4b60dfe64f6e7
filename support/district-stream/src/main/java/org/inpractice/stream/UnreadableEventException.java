package org.inpractice.stream;

/** The JSON of an event does not fit its type. The message names type and sequence, never a value of the event. */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says which event, and where in it reading stopped. */
    public UnreadableEventException(String message) {
        super(message);
    }
}
