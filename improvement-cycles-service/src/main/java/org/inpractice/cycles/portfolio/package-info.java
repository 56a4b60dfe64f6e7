/**
 * The portfolio: how many cycles a team has in progress at most, what has stalled and what it waits for, and who carries
 * what. Tables {@code work_limit} and {@code stall_limit}, one row a version; the rest is read from the tables of cycles,
 * teams, aims and barriers.
 */
package org.inpractice.cycles.portfolio;
