package org.inpractice.stream;

/** A command that the rules do not allow, with the rule as a constant and a sentence that says how to go on. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rule rule;
    private final String field;

    /** Refuses by a rule; the remedy is a full sentence for the person who sent the command. */
    public Refusal(Rule rule, String remedy) {
        this(rule, null, remedy);
    }

    /** Refuses by a rule that a field of the request breaks. */
    public Refusal(Rule rule, String field, String remedy) {
        // No stack trace: a refusal is an answer, and a district may send thousands of bad rows.
        super(remedy, null, false, false);
        this.rule = rule;
        this.field = field;
    }

    /** The rule that was broken. */
    public Rule rule() {
        return rule;
    }

    /** The field of the request that breaks the rule, or null. */
    public String field() {
        return field;
    }

    /** A rule that refuses commands. Implemented by an enum beside the decider. */
    public interface Rule {
        /** The constant's name; becomes the problem's type. */
        String name();

        /** A short title that is the same for every occurrence. */
        String title();

        /** Whether the request itself is wrong (400), or right but at the wrong moment (409). */
        Kind kind();
    }

    /** What a refusal means for the caller. */
    public enum Kind {
        /** The request can never succeed as sent. */
        INVALID,
        /** The request is well formed, but the state does not allow it now. */
        CONFLICT,
        /** What the request names does not exist in this district. */
        NOT_FOUND
    }
}
