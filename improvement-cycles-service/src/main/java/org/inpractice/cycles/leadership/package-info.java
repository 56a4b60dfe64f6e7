/**
 * Leadership practices: reviews held, with attendance, aims looked at and decisions; how often they shall be held; whether
 * they were. A review raises, owns and removes barriers in the same transaction. Tables {@code leadership_review} (one
 * row a version) and {@code leadership_cadence}.
 */
package org.inpractice.cycles.leadership;
