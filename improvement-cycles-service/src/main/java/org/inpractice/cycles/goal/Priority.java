package org.inpractice.cycles.goal;

import java.util.UUID;

/**
 * A priority of a district's own.
 *
 * @param description what it is about, or null
 * @param retiredBecause null while goals may be tied to it
 */
public record Priority(UUID priorityId, String title, String description, String retiredBecause) {}
