package org.inpractice.learning.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.Query;
import org.inpractice.learning.failure.FailureEvent.TimelineEntry;
import org.inpractice.stream.EventJson;

/** A review, whole or in the making, as the columns {@code review} and {@code timeline} hold it: sealed. */
record KnownReview(ReviewContent content, List<TimelineEntry> timeline) {
    private static final TypeReference<List<TimelineEntry>> ENTRIES = new TypeReference<>() {};

    /** As a failure has it now. */
    static KnownReview of(Connection connection, UUID failureId) throws SQLException {
        return Query.of(
                        "select review, timeline from failure where failure_id = ? order by version desc limit 1",
                        failureId)
                .first(connection, row -> read(row.getString(1), row.getString(2)))
                .orElseGet(() -> read(null, null));
    }

    static KnownReview read(String review, String timeline) {
        try {
            return new KnownReview(
                    review == null ? ReviewContent.NOTHING : EventJson.mapper().readValue(review, ReviewContent.class),
                    timeline == null ? List.of() : EventJson.mapper().readValue(timeline, ENTRIES));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the table failure holds a review that it did not write", e);
        }
    }

    static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
