/**
 * measurement-service: measures, their observations, and feedback on whether an outcome moved.
 *
 * <ul>
 *   <li>{@link org.inpractice.measurement.measure}: the definitions. Writes the topic {@code improvement.measures.v1}.
 *   <li>{@link org.inpractice.measurement.site}: the register of sites. Writes the same topic.
 *   <li>{@link org.inpractice.measurement.observation}: the data points, their series, and what small groups may show.
 *       Writes the same topic.
 *   <li>{@link org.inpractice.measurement.feed}: who delivers which measures, what is late, and how complete the data are.
 *       Writes the same topic.
 *   <li>{@link org.inpractice.measurement.disclosure}: the threshold of small groups, and what must be hidden beside them.
 *   <li>{@link org.inpractice.measurement.chart}: run and control charts, pure.
 *   <li>{@link org.inpractice.measurement.picture}: such charts as SVG and PNG, pure.
 *   <li>{@link org.inpractice.measurement.controlchart}: the charts of stored series, with baselines and phases that people
 *       decided. Writes the same topic.
 *   <li>{@link org.inpractice.measurement.analysis}: the same for a series that is sent along and not stored.
 *   <li>{@link org.inpractice.measurement.imports}: streams and files of observations.
 *   <li>{@link org.inpractice.measurement.comparison}: a time before with a time after, pure.
 *   <li>{@link org.inpractice.measurement.feedback}: the feedback report of a cycle, an aim or a change idea, and
 *       the events about verdicts and signals. Reads the topics of cycles and failures, writes the topic of measures.
 * </ul>
 *
 * Who may know whom is listed in {@code Rules.FEATURES} of the architecture tests, and checked there.
 */
package org.inpractice.measurement;
