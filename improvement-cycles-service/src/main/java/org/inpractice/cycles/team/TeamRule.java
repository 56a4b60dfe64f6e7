package org.inpractice.cycles.team;

import org.inpractice.stream.Refusal;

/** Why a command on a team, or one that gives something to a team or person, is refused. */
public enum TeamRule implements Refusal.Rule {
    /** No such team. */
    TEAM_NOT_FORMED("There is no such team", Refusal.Kind.NOT_FOUND),
    /** The id is taken. */
    TEAM_ALREADY_FORMED("The team is formed already", Refusal.Kind.CONFLICT),
    /** It works together no more. */
    TEAM_IS_DISBANDED("The team is disbanded", Refusal.Kind.CONFLICT),
    /** The request names a team that was never formed. */
    TEAM_UNKNOWN("There is no such team", Refusal.Kind.INVALID),
    /** One role for one person in one team. */
    PERSON_NAMED_TWICE("A person is named twice", Refusal.Kind.INVALID),
    /** Nobody can leave where they are not. */
    PERSON_NOT_IN_TEAM("The person is not in the team", Refusal.Kind.NOT_FOUND),
    /** A step comes before the one it follows. */
    DATES_OUT_OF_ORDER("Dates out of order", Refusal.Kind.INVALID),
    /** It is said to have happened already. */
    DATE_IN_THE_FUTURE("The day is still to come", Refusal.Kind.INVALID),
    /** Who has left every team can own nothing new. */
    OWNER_HAS_LEFT("The owner has left", Refusal.Kind.CONFLICT);

    private final String title;
    private final Refusal.Kind kind;

    TeamRule(String title, Refusal.Kind kind) {
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
