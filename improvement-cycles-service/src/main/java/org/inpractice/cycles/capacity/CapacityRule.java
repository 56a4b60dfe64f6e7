package org.inpractice.cycles.capacity;

import org.inpractice.stream.Refusal;

/** Why a command on coaching or training is refused. */
public enum CapacityRule implements Refusal.Rule {
    /** No such session. */
    COACHING_UNKNOWN("There is no such coaching session", Refusal.Kind.NOT_FOUND),
    /** The id is taken. */
    COACHING_ALREADY_RECORDED("The coaching session is recorded already", Refusal.Kind.CONFLICT),
    /** It was withdrawn before. */
    COACHING_IS_WITHDRAWN("The coaching session was withdrawn", Refusal.Kind.CONFLICT),
    /** Coach without anybody. */
    COACHING_OF_NOBODY("The session coached nobody", Refusal.Kind.INVALID),
    /** Nobody coaches themselves. */
    COACHING_OF_ONESELF("The coach coached themselves", Refusal.Kind.INVALID),
    /** It was about a cycle that was never planned. */
    COACHED_CYCLE_UNKNOWN("The session was about a cycle that there is not", Refusal.Kind.INVALID),
    /** It was with a team that was never formed. */
    COACHED_TEAM_UNKNOWN("The session was with a team that there is not", Refusal.Kind.INVALID),
    /** No such training. */
    TRAINING_UNKNOWN("There is no such training", Refusal.Kind.NOT_FOUND),
    /** The id is taken. */
    TRAINING_ALREADY_RECORDED("The training is recorded already", Refusal.Kind.CONFLICT),
    /** It was withdrawn before. */
    TRAINING_IS_WITHDRAWN("The training was withdrawn", Refusal.Kind.CONFLICT),
    /** Somebody is named twice. */
    CAPACITY_NAMES_SOMEBODY_TWICE("Somebody is named twice", Refusal.Kind.INVALID),
    /** It is said to have taken place already. */
    CAPACITY_DAY_IN_THE_FUTURE("The day of this session is still to come", Refusal.Kind.INVALID);

    private final String title;
    private final Refusal.Kind kind;

    CapacityRule(String title, Refusal.Kind kind) {
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
