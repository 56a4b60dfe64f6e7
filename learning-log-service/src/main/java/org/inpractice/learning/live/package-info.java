/**
 * The history as it happens: server-sent events that can be taken up again on any replica, none missed, none twice.
 *
 * <p>{@code LiveResource} opens a stream; {@code LiveReader} is one reader, {@code LiveDistrict} what the readers of a
 * district share, {@code LiveHistory} looks for what has arrived. {@code docs/events/history.md} tells readers what to rely
 * on, {@code docs/decisions} why a place in the stream is a vector of sequence numbers. No tables of its own.
 */
package org.inpractice.learning.live;
