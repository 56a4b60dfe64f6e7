package org.inpractice.measurement.picture;

import jakarta.ws.rs.core.Response;

/** Broken on purpose: a picture that knows how it is answered. */
public record BrokenPicture(String svg, Response answer) {}
