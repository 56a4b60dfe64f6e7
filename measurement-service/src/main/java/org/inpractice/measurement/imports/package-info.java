/**
 * Many observations at once: streams of NDJSON and CSV, and files in a layout of their own, described by a profile. Read
 * row by row, recorded chunk by chunk through {@code observation}; tables {@code import}, {@code import_rejection},
 * {@code import_part}, {@code import_profile}.
 */
package org.inpractice.measurement.imports;
