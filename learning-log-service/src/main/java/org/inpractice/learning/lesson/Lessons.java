package org.inpractice.learning.lesson;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.learning.lesson.LessonCommand.ShareLesson;
import org.inpractice.learning.lesson.LessonCommand.Source;
import org.inpractice.learning.lesson.LessonCommand.WithdrawSharing;
import org.inpractice.learning.lesson.LessonRequests.LessonSharing;
import org.inpractice.learning.sealing.Sealer;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.learning.search.IndexedLessons;
import org.inpractice.learning.search.WordIndex;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The sharing of lessons: decides on commands and keeps the read table, on the caller's transaction. */
@Singleton
@Startup
class Lessons {
    private static final String STREAM_TYPE = "lesson";

    private final Aggregates<LessonCommand, Boolean, LessonEvent> aggregates;
    private final DistrictStream stream;
    private final Seals seals;

    @Inject
    Lessons(DistrictStream stream, ReadModels readModels, Seals seals, WordIndex index) {
        EventCodec<LessonEvent> codec = new EventCodec<>(LessonEvent.class);
        LessonProjection projection = new LessonProjection(seals, index);
        this.aggregates = new Aggregates<>(stream, STREAM_TYPE, codec, new LessonDecider(), projection);
        this.stream = stream;
        this.seals = seals;
        readModels.own("shared-lessons", codec, projection);
    }

    long share(
            Connection connection,
            String districtId,
            UUID lessonId,
            OptionalLong seen,
            Append.Cause cause,
            LessonSharing sharing)
            throws SQLException {
        // Before any key is made: who makes keys and who waits for the district would otherwise wait for each other.
        stream.lock(connection, List.of(districtId));
        Source source = IndexedLessons.one(connection, districtId, lessonId)
                .map(lesson -> new Source(lesson.failureId(), lesson.failureId() == null ? lesson.cycleId() : null))
                .orElse(null);
        Sealer sealer = seals.sealer(connection, districtId, lessonId);
        var command = new ShareLesson(
                lessonId,
                source,
                sealer.seal(LessonProjection.TEXT, sharing.text()),
                sealer.seal(LessonProjection.FROM, sharing.from()),
                Boolean.TRUE.equals(sharing.namesNobody()));
        return aggregates
                .handle(connection, districtId, lessonId, seen, cause, command)
                .version();
    }

    /** Withdraws, and erases the version for others for good: what somebody shared by mistake is gone everywhere. */
    long withdraw(Connection connection, String districtId, UUID lessonId, OptionalLong seen, Append.Cause cause)
            throws SQLException {
        stream.lock(connection, List.of(districtId));
        List<UUID> erased = seals.erase(connection, districtId, lessonId, List.of());
        return aggregates
                .handle(connection, districtId, lessonId, seen, cause, new WithdrawSharing(lessonId, erased))
                .version();
    }
}
