package org.inpractice.learning.lesson;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.inpractice.learning.Query;
import org.inpractice.learning.lesson.LessonEvent.LessonShared;
import org.inpractice.learning.lesson.LessonEvent.LessonSharingWithdrawn;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.learning.search.WordIndex;
import org.inpractice.learning.search.WordIndex.Weighted;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the table {@code shared_lesson}: what districts share with all others. */
final class LessonProjection implements Projection<LessonEvent> {
    /** The words of what is shared are looked for by every district, so they are fingerprinted as nobody's. */
    static final String EVERYBODY = "shared";

    static final String TEXT = "text";
    static final String FROM = "from";

    private final Seals seals;
    private final WordIndex index;

    LessonProjection(Seals seals, WordIndex index) {
        this.seals = seals;
        this.index = index;
    }

    @Override
    public List<String> tables() {
        return List.of("shared_lesson");
    }

    @Override
    public void apply(Connection connection, List<Recorded<LessonEvent>> events) throws SQLException {
        for (Recorded<LessonEvent> recorded : events) {
            switch (recorded.event()) {
                case LessonShared shared -> share(connection, recorded.envelope(), shared);
                case LessonSharingWithdrawn withdrawn -> {
                    seals.eraseAgain(connection, withdrawn.erasedKeys());
                    remove(connection, recorded.envelope());
                }
            }
        }
    }

    private void share(Connection connection, RecordedEvent envelope, LessonShared shared) throws SQLException {
        remove(connection, envelope);
        Opener opener = seals.opener(connection, envelope.districtId(), List.of(shared.lessonId()));
        Optional<String> text =
                opener.find(shared.lessonId(), TEXT, shared.text().value());
        if (text.isEmpty()) {
            return;
        }
        Query.of(
                        """
                        insert into shared_lesson (lesson_id, district_id, version, of_failure, text, from_name, shared_at,
                            words)
                        values (?, ?, ?, ?, ?, ?, ?, ?::tsvector)
                        """,
                        shared.lessonId(),
                        envelope.districtId(),
                        envelope.streamVersion(),
                        shared.failureId() != null,
                        shared.text().value(),
                        shared.from() == null ? null : shared.from().value(),
                        envelope.recordedAt(),
                        index.of(connection, EVERYBODY, List.of(new Weighted('A', text.get())))
                                .vector())
                .run(connection);
    }

    private static void remove(Connection connection, RecordedEvent envelope) throws SQLException {
        Query.of(
                        "delete from shared_lesson where lesson_id = ? and district_id = ?",
                        envelope.streamId(),
                        envelope.districtId())
                .run(connection);
    }
}
