/**
 * Barriers: what holds up aims and cycles, who owns it until when, and how it went away. Table {@code barrier}, one row a
 * version.
 */
package org.inpractice.cycles.barrier;
