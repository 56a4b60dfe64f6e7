/**
 * Charts as pictures, pure: {@code ChartPicture} lays out and writes SVG, {@code ChartRaster} makes a PNG of it. A picture
 * says in shape and words what it says in colour, and carries its summary as text for a screen reader.
 */
package org.inpractice.measurement.picture;
