package org.inpractice.measurement.site;

import java.time.LocalDate;

/** A site as its events leave it; null before the first. */
record Site(String siteId, String name, LocalDate closedOn) {}
