package org.inpractice.learning.lesson;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.inpractice.api.Cursor;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.learning.Query;
import org.inpractice.learning.lesson.LessonView.Likeness;
import org.inpractice.learning.lesson.LessonView.Reason;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.learning.search.IndexedLessons;
import org.inpractice.learning.search.IndexedLessons.About;
import org.inpractice.learning.search.IndexedLessons.Filter;
import org.inpractice.learning.search.IndexedLessons.Lesson;
import org.inpractice.learning.search.IndexedLessons.Like;
import org.inpractice.learning.search.WordIndex;

/** Reads a district's lessons, opened. */
@Singleton
class LessonReading {
    private static final Pattern SCORE = Pattern.compile("\\d{1,2}(\\.\\d{1,4})?");

    private final Seals seals;
    private final WordIndex index;

    @Inject
    LessonReading(Seals seals, WordIndex index) {
        this.seals = seals;
        this.index = index;
    }

    Page<LessonView> newest(Connection connection, String districtId, Filter filter, String cursor, int length)
            throws SQLException {
        List<String> keys = Cursor.keys(cursor, 2);
        LocalDate before = keys.isEmpty() ? null : date(keys.get(0));
        UUID beforeId = keys.isEmpty() ? null : id(keys.get(1));
        List<Lesson> lessons = IndexedLessons.newest(connection, districtId, filter, before, beforeId, length + 1);
        Shown shown = new Shown(connection, districtId, lessons);
        return Page.of(
                lessons.stream().map(lesson -> shown.view(lesson, null, null)).toList(),
                length,
                last -> Cursor.of(last.on().toString(), last.lessonId().toString()));
    }

    Page<LessonView> like(
            Connection connection, String districtId, UUID cycleId, Filter filter, String cursor, int length)
            throws SQLException {
        About about = IndexedLessons.about(connection, districtId, cycleId).orElseThrow(() -> new NotFound("cycle"));
        List<String> keys = Cursor.keys(cursor, 2);
        BigDecimal before = keys.isEmpty() ? null : score(keys.get(0));
        UUID beforeId = keys.isEmpty() ? null : id(keys.get(1));
        List<Like> likes =
                IndexedLessons.like(connection, index, districtId, about, filter, before, beforeId, length + 1);
        Shown shown = new Shown(
                connection, districtId, likes.stream().map(Like::lesson).toList());
        return Page.of(
                likes.stream()
                        .map(like -> shown.view(like.lesson(), like.score(), reasons(like)))
                        .toList(),
                length,
                last -> Cursor.of(last.score().toPlainString(), last.lessonId().toString()));
    }

    private static List<Reason> reasons(Like like) {
        List<Reason> reasons = new ArrayList<>();
        add(reasons, like.sameIdea(), Likeness.SAME_CHANGE_IDEA, 4);
        add(reasons, like.sameAim(), Likeness.SAME_AIM, 2);
        add(reasons, like.sameMeasure(), Likeness.SAME_MEASURE, 2);
        add(reasons, like.sameSite(), Likeness.SAME_SITE, 1);
        if (!like.words().isEmpty()) {
            BigDecimal share = BigDecimal.valueOf(like.words().size())
                    .divide(BigDecimal.valueOf(like.wordsOfPlan()), 4, RoundingMode.HALF_UP);
            reasons.add(new Reason(Likeness.WORDS_IN_COMMON, share, like.words()));
        }
        return reasons;
    }

    private static void add(List<Reason> reasons, boolean is, Likeness what, int points) {
        if (is) {
            reasons.add(new Reason(what, BigDecimal.valueOf(points), null));
        }
    }

    /** Some lessons of one district with what is needed to show them. */
    private final class Shown {
        private final Opener opener;
        private final Set<UUID> shared;

        Shown(Connection connection, String districtId, List<Lesson> lessons) throws SQLException {
            opener = seals.opener(
                    connection,
                    districtId,
                    lessons.stream()
                            .map(Lesson::failureId)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList());
            shared = new HashSet<>(Query.of(
                            "select lesson_id from shared_lesson where district_id = ? and lesson_id = any (?)",
                            districtId,
                            lessons.stream().map(Lesson::lessonId).toArray(UUID[]::new))
                    .rows(connection, row -> row.getObject(1, UUID.class)));
        }

        LessonView view(Lesson lesson, BigDecimal score, List<Reason> because) {
            String text = lesson.failureId() == null
                    ? lesson.text()
                    : opener.open(lesson.failureId(), lesson.field(), lesson.text());
            return new LessonView(
                    lesson.lessonId(),
                    text,
                    lesson.failureId(),
                    lesson.cycleId(),
                    lesson.siteId(),
                    lesson.on(),
                    score,
                    because,
                    shared.contains(lesson.lessonId()));
        }
    }

    private static LocalDate date(String key) {
        try {
            return Parameters.date("cursor", LocalDate.parse(key).toString());
        } catch (DateTimeException e) {
            throw Cursor.notOurs();
        }
    }

    private static BigDecimal score(String key) {
        if (!SCORE.matcher(key).matches()) {
            throw Cursor.notOurs();
        }
        return new BigDecimal(key);
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }
}
