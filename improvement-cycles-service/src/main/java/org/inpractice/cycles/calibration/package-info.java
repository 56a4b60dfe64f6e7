/**
 * Predictions against what came: how often they come true, whether too much is expected, how sure people dare to be, and
 * whether they are as often right as they say.
 *
 * <p>{@link org.inpractice.cycles.calibration.Forecast} judges one prediction, {@link
 * org.inpractice.cycles.calibration.Calibration} many, both in plain Java; {@link
 * org.inpractice.cycles.calibration.ReliabilityPicture} draws them; {@link
 * org.inpractice.cycles.calibration.ForecastReading} reads them as they were known at an instant.
 */
package org.inpractice.cycles.calibration;
