package org.inpractice.learning.lesson;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.inpractice.api.Cursor;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.learning.Query;
import org.inpractice.learning.lesson.SharedLessonResource.SharedLesson;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.learning.search.SearchReading;

/** Reads what all districts share; no answer tells a district that did not name itself. */
@Singleton
class SharedLessons {
    private final Seals seals;
    private final SearchReading search;

    @Inject
    SharedLessons(Seals seals, SearchReading search) {
        this.seals = seals;
        this.search = search;
    }

    private record Row(
            UUID lessonId, String districtId, boolean ofFailure, String text, String from, Instant sharedAt) {}

    Page<SharedLesson> page(
            Connection connection, String reader, String q, Instant from, Instant to, String cursor, int length)
            throws SQLException {
        Query query = Query.of("select * from shared_lesson where true")
                .addIfPresent("and shared_at >= ?", from)
                .addIfPresent("and shared_at < ?", to);
        if (q != null) {
            query.add("and words @@ ?::tsquery", search.query(connection, LessonProjection.EVERYBODY, q));
        }
        List<String> keys = Cursor.keys(cursor, 2);
        if (!keys.isEmpty()) {
            query.add(
                    "and (shared_at, lesson_id) < (?, ?)", Parameters.instant("cursor", keys.get(0)), id(keys.get(1)));
        }
        List<Row> rows = query.add("order by shared_at desc, lesson_id desc limit ?", length + 1)
                .rows(
                        connection,
                        row -> new Row(
                                row.getObject("lesson_id", UUID.class),
                                row.getString("district_id"),
                                row.getBoolean("of_failure"),
                                row.getString("text"),
                                row.getString("from_name"),
                                Query.instant(row, "shared_at")));
        Map<String, Opener> openers = openers(connection, rows);
        return Page.of(
                rows.stream()
                        .map(row -> view(row, openers.get(row.districtId()), reader))
                        .toList(),
                length,
                last -> Cursor.of(last.sharedAt().toString(), last.lessonId().toString()));
    }

    private Map<String, Opener> openers(Connection connection, List<Row> rows) throws SQLException {
        Map<String, List<UUID>> lessons = rows.stream()
                .collect(
                        Collectors.groupingBy(Row::districtId, Collectors.mapping(Row::lessonId, Collectors.toList())));
        Map<String, Opener> openers = new HashMap<>();
        for (Map.Entry<String, List<UUID>> of : lessons.entrySet()) {
            openers.put(of.getKey(), seals.opener(connection, of.getKey(), of.getValue()));
        }
        return openers;
    }

    private static SharedLesson view(Row row, Opener opener, String reader) {
        return new SharedLesson(
                row.lessonId(),
                opener.open(row.lessonId(), LessonProjection.TEXT, row.text()),
                row.ofFailure(),
                opener.open(row.lessonId(), LessonProjection.FROM, row.from()),
                row.sharedAt(),
                row.districtId().equals(reader));
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }
}
