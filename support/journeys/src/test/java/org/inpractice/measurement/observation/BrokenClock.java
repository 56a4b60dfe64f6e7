package org.inpractice.measurement.observation;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Broken on purpose: it asks the machine what day it is. */
public record BrokenClock(String name) {
    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
