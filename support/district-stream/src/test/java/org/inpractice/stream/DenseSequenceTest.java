package org.inpractice.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Promise 1: dense and ordered. */
class DenseSequenceTest {
    private static final int WRITERS = 64;
    private static final int TRANSACTIONS_A_WRITER = 30;
    private static final List<String> DISTRICTS =
            IntStream.range(0, 8).mapToObj(n -> "196473" + n).toList();

    @Test
    void sequences_have_no_gap_and_become_visible_in_order_while_64_writers_append_and_some_roll_back()
            throws Exception {
        // given
        Map<String, Long> committed = new ConcurrentHashMap<>();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (StreamDatabase database = StreamDatabase.create("dense_sequence");
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Long>> readers = DISTRICTS.stream()
                    .map(district -> threads.submit(() -> seenInOrder(database, district, writing)))
                    .toList();
            // when
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(writer);
                writers.add(threads.submit(() -> {
                    write(database, random, committed);
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            // then
            for (int i = 0; i < DISTRICTS.size(); i++) {
                String district = DISTRICTS.get(i);
                long last = committed.get(district);
                assertEquals(last, readers.get(i).get());
                assertEquals(
                        LongStream.rangeClosed(1, last).boxed().toList(),
                        database.events(district).stream()
                                .map(RecordedEvent::districtSeq)
                                .toList());
                assertEquals(last, database.<Long>call(c -> database.stream.lastSequence(c, district)));
            }
        }
    }

    /** One event, some, or some of several districts; one transaction in eight rolled back after its append. */
    private static void write(StreamDatabase database, Random random, Map<String, Long> committed) throws SQLException {
        for (int i = 0; i < TRANSACTIONS_A_WRITER; i++) {
            List<Append<Note>> appends = new ArrayList<>();
            int aggregates = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 1;
            for (int n = 0; n < aggregates; n++) {
                String district = DISTRICTS.get(random.nextInt(DISTRICTS.size()));
                int events = random.nextBoolean() ? 1 : 1 + random.nextInt(20);
                appends.add(StreamDatabase.newNote(district, DistrictStream.newId(), events));
            }
            boolean rollBack = random.nextInt(8) == 0;
            try {
                database.call(connection -> {
                    database.stream.append(connection, Note.CODEC, appends);
                    if (rollBack) {
                        throw new RolledBack();
                    }
                    return null;
                });
                appends.forEach(append -> committed.merge(
                        append.districtId(), (long) append.events().size(), Long::sum));
            } catch (RolledBack expected) {
                assertTrue(rollBack);
            }
        }
    }

    /** Polls as any reader would, from the last number it saw; fails when one becomes visible after its successor. */
    private static long seenInOrder(StreamDatabase database, String district, AtomicBoolean writing)
            throws SQLException {
        long last = 0;
        try (Connection connection = database.open()) {
            boolean more = true;
            while (more) {
                // Asked before the poll: only an empty poll that began after the last commit is the end.
                boolean stillWriting = writing.get();
                List<RecordedEvent> next = database.stream.after(connection, district, last, 500);
                for (RecordedEvent event : next) {
                    assertEquals(++last, event.districtSeq());
                }
                more = stillWriting || !next.isEmpty();
            }
        }
        return last;
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
