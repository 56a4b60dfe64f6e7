package org.inpractice.stream;

import java.util.List;

/**
 * The rules of one kind of aggregate, pure: time and ids come in with the command.
 *
 * @param <C> commands
 * @param <S> state
 * @param <E> events
 */
public interface Decider<C, S, E> {
    /** The state before the first event. */
    S initialState();

    /**
     * What the command leads to, or a {@link Refusal} that names the missing step.
     *
     * @return the events, in order; empty when nothing changes
     */
    List<E> decide(C command, S state);

    /** The state after an event. Never refuses, logs or reads a clock: what has happened has happened. */
    S evolve(S state, E event);
}
