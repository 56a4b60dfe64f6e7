package org.inpractice.learning.prompt;

import org.inpractice.stream.Refusal;

/** The rules by which {@link PromptDecider} refuses. */
public enum PromptRule implements Refusal.Rule {
    PROMPT_UNKNOWN("No such prompt", Refusal.Kind.NOT_FOUND),
    PROMPT_ALREADY_ANSWERED("The prompt is answered already", Refusal.Kind.CONFLICT),
    PROMPT_ALREADY_DISMISSED("The prompt is dismissed already", Refusal.Kind.CONFLICT),
    NOTHING_TO_ERASE("There is nothing left to erase", Refusal.Kind.CONFLICT),
    ANSWERED_BY_NO_REPORT("A prompt is answered by a report", Refusal.Kind.INVALID);

    private final String title;
    private final Refusal.Kind kind;

    PromptRule(String title, Refusal.Kind kind) {
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
