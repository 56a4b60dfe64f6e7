package org.inpractice.cycles.aim;

import org.inpractice.cycles.cycle.BrokenEvent;

/** Broken on purpose: aims know nothing of cycles. */
public record BrokenNeighbour(BrokenEvent event) {}
