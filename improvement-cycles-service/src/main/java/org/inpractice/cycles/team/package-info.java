/**
 * Teams: who works together, in which role, since when, and who has left. {@link org.inpractice.cycles.team.Roster} tells
 * other features whether a person or a team may own something now. Table {@code team}.
 */
package org.inpractice.cycles.team;
