package org.inpractice.cycles.cycle;

import java.util.List;
import org.inpractice.stream.Decider;

/** Broken on purpose: it looks innocent, but a class of its own package that it uses reaches for the web. */
public final class BrokenDecider implements Decider<String, String, String> {
    @Override
    public String initialState() {
        return "";
    }

    @Override
    public List<String> decide(String command, String state) {
        return List.of(BrokenRequest.path());
    }

    @Override
    public String evolve(String state, String event) {
        return state;
    }
}
