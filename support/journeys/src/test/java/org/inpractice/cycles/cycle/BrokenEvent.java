package org.inpractice.cycles.cycle;

import jakarta.ws.rs.core.MediaType;
import org.inpractice.stream.EventType;

/** Broken on purpose: an event that carries a type of the web. */
@EventType(name = "improvement.cycle.broken")
public record BrokenEvent(MediaType media) {}
