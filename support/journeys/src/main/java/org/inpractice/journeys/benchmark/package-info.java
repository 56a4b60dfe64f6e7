/**
 * The measurements behind docs/benchmarks.md, one class a question: each is compared, in the same run and in turns, with the
 * least the same machine needs for the same bytes. Absolute figures move with the machine; the ratios are what counts.
 */
package org.inpractice.journeys.benchmark;
