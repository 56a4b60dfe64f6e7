package org.inpractice.journeys.benchmark;

/** One question put to the machine. Prints its own table; leaves nothing running. */
public interface Measurement {
    /** Measures and prints. */
    void run(Bench bench) throws Exception;
}
