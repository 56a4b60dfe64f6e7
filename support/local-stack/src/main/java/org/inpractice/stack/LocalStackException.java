package org.inpractice.stack;

/** Something the person at the terminal can put right. The message is one line and names the remedy where there is one. */
public class LocalStackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalStackException(String message) {
        super(message);
    }

    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
