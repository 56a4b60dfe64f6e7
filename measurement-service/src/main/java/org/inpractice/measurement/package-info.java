/**
 * measurement-service: measures, their observations, and feedback on whether an outcome moved.
 *
 * <ul>
 *   <li>{@link org.inpractice.measurement.measure}: the definitions. Writes the topic {@code improvement.measures.v1}.
 *   <li>{@link org.inpractice.measurement.observation}: the data points, their series, and what small groups may show.
 *       Writes the same topic.
 *   <li>{@link org.inpractice.measurement.disclosure}: the threshold of small groups, and what must be hidden beside them.
 *   <li>{@link org.inpractice.measurement.chart}: run and control charts, pure.
 *   <li>{@link org.inpractice.measurement.analysis}: the same for a series that is sent along and not stored.
 *   <li>{@link org.inpractice.measurement.feedback}: the feedback report of a cycle. Reads the topics of cycles and
 *       failures.
 * </ul>
 *
 * Who may know whom: {@code feedback} all others but {@code analysis}, {@code analysis} only {@code chart}, {@code
 * observation} only {@code measure} and {@code disclosure}, {@code disclosure}, {@code chart} and {@code measure} nobody.
 */
package org.inpractice.measurement;
