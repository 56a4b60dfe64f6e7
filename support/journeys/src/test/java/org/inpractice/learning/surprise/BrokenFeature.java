package org.inpractice.learning.surprise;

/** Broken on purpose: a feature that nobody has listed. */
public record BrokenFeature(String name) {}
