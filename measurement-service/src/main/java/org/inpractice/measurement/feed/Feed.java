package org.inpractice.measurement.feed;

/**
 * A data feed, as far as its rules need it.
 *
 * @param terms null as long as it is not registered
 */
record Feed(FeedTerms terms, boolean retired) {
    static final Feed UNREGISTERED = new Feed(null, false);

    boolean isRegistered() {
        return terms != null;
    }
}
