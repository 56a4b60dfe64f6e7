package org.inpractice.learning.failure;

import java.util.List;
import org.inpractice.cycles.cycle.BrokenEvent;

/** Broken on purpose: one service uses the event class of another. */
public record BrokenService(List<BrokenEvent> events) {}
