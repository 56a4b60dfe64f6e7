package org.inpractice.cycles.idea;

import org.inpractice.stream.Refusal;

/** Why a command on a change idea is refused. */
public enum IdeaRule implements Refusal.Rule {
    /** No such idea. */
    CHANGE_IDEA_NOT_PROPOSED("There is no such change idea", Refusal.Kind.NOT_FOUND),
    /** The id is taken. */
    CHANGE_IDEA_ALREADY_PROPOSED("The change idea is in the library already", Refusal.Kind.CONFLICT),
    /** Nobody shall test it. */
    CHANGE_IDEA_IS_RETIRED("The change idea is retired", Refusal.Kind.CONFLICT),
    /** It is the same as another. */
    CHANGE_IDEA_IS_MERGED("The change idea is merged into another", Refusal.Kind.CONFLICT),
    /** The request names an idea that is not there. */
    CHANGE_IDEA_UNKNOWN("There is no such change idea", Refusal.Kind.INVALID),
    /** It cannot be the same as itself. */
    CHANGE_IDEA_MERGED_INTO_ITSELF("A change idea cannot be merged into itself", Refusal.Kind.INVALID);

    private final String title;
    private final Refusal.Kind kind;

    IdeaRule(String title, Refusal.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
