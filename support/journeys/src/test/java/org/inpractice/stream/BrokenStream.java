package org.inpractice.stream;

import jakarta.ws.rs.core.Response;

/** Broken on purpose: the stream answers no requests. */
public record BrokenStream(Response answer) {}
