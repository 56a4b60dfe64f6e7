package org.inpractice.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Rules told as examples: {@code specification(decider).given(events…).when(command).then(events…)}. Nothing runs but the
 * decider.
 *
 * @param <C> commands
 * @param <S> state
 * @param <E> events
 */
public final class DeciderSpecification<C, S, E> {
    private final Decider<C, S, E> decider;
    private final S state;

    private DeciderSpecification(Decider<C, S, E> decider, S state) {
        this.decider = decider;
        this.state = state;
    }

    /** With nothing happened yet. */
    public static <C, S, E> DeciderSpecification<C, S, E> specification(Decider<C, S, E> decider) {
        return new DeciderSpecification<>(decider, decider.initialState());
    }

    /** What has happened, in order. */
    @SafeVarargs
    public final DeciderSpecification<C, S, E> given(E... events) {
        S after = state;
        for (E event : events) {
            after = decider.evolve(after, event);
        }
        return new DeciderSpecification<>(decider, after);
    }

    /** What somebody wants. */
    public Decision<E> when(C command) {
        try {
            return new Decision<>(decider.decide(command, state), null);
        } catch (Refusal refusal) {
            return new Decision<>(List.of(), refusal);
        }
    }

    /**
     * What came of it.
     *
     * @param events what the command leads to
     * @param refusal why it leads to nothing, or null
     * @param <E> events
     */
    public record Decision<E>(List<E> events, Refusal refusal) {
        /** It led to exactly these events. */
        @SafeVarargs
        public final void then(E... expected) {
            List<E> wanted = new ArrayList<>();
            for (E event : expected) {
                wanted.add(event);
            }
            if (refusal != null || !events.equals(wanted)) {
                throw new AssertionError("expected " + wanted + " but got " + this);
            }
        }

        /** It led to nothing, and that was fine. */
        public void thenNothing() {
            if (refusal != null || !events.isEmpty()) {
                throw new AssertionError("expected nothing but got " + this);
            }
        }

        /** It was refused by this rule; the refusal is for a look at its remedy. */
        public Refusal thenRefused(Refusal.Rule expected) {
            if (refusal == null || !Objects.equals(refusal.rule(), expected)) {
                throw new AssertionError("expected a refusal by " + expected + " but got " + this);
            }
            return refusal;
        }
    }
}
