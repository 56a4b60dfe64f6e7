/**
 * Data feeds: who delivers which measures, for which sites, until when; what is late, and how complete the data are.
 *
 * <ul>
 *   <li>Write: {@code FeedResource} → {@code Feeds} → {@code FeedDecider} → {@code FeedEvent} → {@code FeedProjection}; in
 *       the same transaction {@code Expectations} tells the clock what to expect.
 *   <li>By the clock: {@code FeedClock} → {@code DueDates} or {@code Arrivals} → {@code Deliveries} → {@code
 *       DeliveryDecider} → {@code DeliveryEvent} → {@code DeliveryProjection}.
 *   <li>Read: {@code Lateness} from {@code DeliveryTable}; {@code CompletenessResource} from the observations and the
 *       terms known at the same instant.
 *   <li>{@code FeedCalendar}, pure: which periods are expected, and when each is due.
 * </ul>
 *
 * Tables: {@code feed} and {@code feed_delivery}, read models; {@code feed_expectation} and {@code feed_watch}, where the
 * clock has come to. Topic: {@code improvement.measures.v1}.
 */
package org.inpractice.measurement.feed;
