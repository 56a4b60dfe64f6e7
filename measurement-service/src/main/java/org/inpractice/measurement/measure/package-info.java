/**
 * Measures: the definitions of what is observed, how often, and which way is better.
 *
 * <ul>
 *   <li>Write: {@code MeasureResource} → {@code MeasureDecider} → {@code MeasureEvent} → {@code MeasureProjection}, all in
 *       one transaction.
 *   <li>Read: {@code MeasureResource} from {@code MeasureRow}; {@code MeasureDefinitions} for the other packages.
 * </ul>
 *
 * Table: {@code measure}. Topic: {@code improvement.measures.v1}.
 */
package org.inpractice.measurement.measure;
