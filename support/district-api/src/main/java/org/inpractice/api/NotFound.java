package org.inpractice.api;

/** What the request names does not exist in this district; answered with 404, the same for another district's ids. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the kind of thing, for example {@code "cycle"}, not the id. */
    public NotFound(String what) {
        super("There is no such " + what + " in this district.", null, false, false);
    }
}
