package org.inpractice.cycles.feedback;

import java.util.UUID;

/**
 * A measure that a cycle watches.
 *
 * @param role outcome, driver, process or balancing
 */
public record MeasureInFocus(UUID measureId, String role) {}
