package org.inpractice.cycles.capacity;

/**
 * How much one coach shall carry at most, as a district says.
 *
 * @param days the days over which sessions and teams are counted
 * @param sessions in these days
 * @param teams in these days
 */
public record CoachLoad(int days, int sessions, int teams) {}
