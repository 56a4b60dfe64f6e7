/**
 * What recurs, how often it nearly failed for each time it failed, and how long learning takes.
 *
 * <p>{@code TrendIndex} hears of failures in the transaction that appends them ({@code TrendProjection}); {@code
 * TrendResource} → {@code TrendTable} → {@code Trends}, pure. Tables: {@code trend_failure}, {@code trend_factor}, {@code
 * trend_action}.
 */
package org.inpractice.learning.trend;
