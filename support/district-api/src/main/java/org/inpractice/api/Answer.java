package org.inpractice.api;

/**
 * What a command answers, before it is a response: stored beside an idempotency key, so that a replay says the same.
 *
 * @param status HTTP status
 * @param body written as JSON, or null
 * @param location relative to the district, for example {@code cycles/0198…}, or null
 * @param version the aggregate's version, sent as {@code ETag}, or null
 */
public record Answer(int status, Object body, String location, Long version) {
    /** 201 with {@code Location} and {@code ETag}. */
    public static Answer created(String location, Object body, long version) {
        return new Answer(201, body, location, version);
    }

    /** 200 with {@code ETag}. */
    public static Answer ok(Object body, long version) {
        return new Answer(200, body, null, version);
    }

    /** 200. */
    public static Answer ok(Object body) {
        return new Answer(200, body, null, null);
    }
}
