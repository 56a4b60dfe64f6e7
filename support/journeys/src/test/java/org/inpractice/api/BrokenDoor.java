package org.inpractice.api;

import org.inpractice.cycles.cycle.BrokenEvent;

/** Broken on purpose: what all share knows one of them. */
public record BrokenDoor(BrokenEvent event) {}
