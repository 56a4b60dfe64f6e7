/**
 * The stream of each district, right once: append, relay, inbox, rebuild.
 *
 * <ul>
 *   <li>{@link org.inpractice.stream.DistrictStream} numbers and stores events; {@link
 *       org.inpractice.stream.Aggregates} lets a {@link org.inpractice.stream.Decider} decide on them.
 *   <li>{@link org.inpractice.stream.Relay} publishes them as {@link org.inpractice.stream.CloudEvents}.
 *   <li>{@link org.inpractice.stream.Inbox} applies those of other services to read tables.
 *   <li>{@link org.inpractice.stream.EventTableRebuild} and {@link org.inpractice.stream.TopicRebuild} make read
 *       tables anew.
 * </ul>
 *
 * Tables: {@code district_head}, {@code event}, {@code relay_cursor}, {@code inbox_cursor}, {@code inbox_held}, {@code
 * inbox_unreadable}, {@code read_model_rebuild}. They and the order in which their rows are locked are described in
 * the migration beside this package.
 */
package org.inpractice.stream;
