package org.inpractice.measurement.chart;

import jakarta.ws.rs.core.MediaType;

/** Broken on purpose: a statistic that knows how it is sent. */
public record BrokenStatistics(double median, MediaType sentAs) {}
