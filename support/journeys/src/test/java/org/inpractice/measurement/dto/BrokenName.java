package org.inpractice.measurement.dto;

/** Broken on purpose: its package says how it is built. */
public record BrokenName(String name) {}
