package org.inpractice.cycles.goal;

import java.time.LocalDate;

/**
 * A goal as it stands.
 *
 * @param retiredOn null while the district pursues it
 */
public record Goal(GoalContent goal, LocalDate retiredOn, String retiredBecause) {}
