package org.inpractice.measurement.observation;

/** Broken on purpose: its name says how it is built. */
public record BrokenMapper(String name) {}
