package org.inpractice.measurement.disclosure;

/**
 * Set the threshold.
 *
 * @param legalDefault the least it may be
 * @param reason null when nobody says
 */
record ThresholdCommand(int fewerThan, int legalDefault, String reason) {}
