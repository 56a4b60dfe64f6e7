/**
 * The theory of improvement as a whole: the driver diagram of an aim, as JSON and drawn, and the report of what is an orphan in
 * it. Reads the tables of other features, {@code told_measure} and {@code cycle} among them; it has none of its own.
 */
package org.inpractice.cycles.theory;
