package org.inpractice.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Rebuilds a read model of foreign events from its topics, offset zero on. The live inbox goes on meanwhile and waits
 * only while the last records are applied and the tables change places; its cursors are replaced with them.
 *
 * @param <E> the projection's event type
 */
public final class TopicRebuild<E> implements Rebuild {
    private static final List<String> INBOX_TABLES = List.of("inbox_cursor", "inbox_held", "inbox_unreadable");

    private final String consumer;
    private final List<String> topics;
    private final Supplier<Consumer<String, byte[]>> kafka;
    private final Transactions transactions;
    private final Inbox<E> shadowInbox;
    private final RebuildProgress progress;
    private final ShadowTables shadow;
    private long events;

    /**
     * @param consumer the inbox's consumer name; also the read model's
     * @param topics all topics the inbox follows
     * @param kafka a new consumer without a group, closed at the end
     */
    public TopicRebuild(
            String consumer,
            List<String> topics,
            Supplier<Consumer<String, byte[]>> kafka,
            Transactions transactions,
            EventReader<E> reader,
            Projection<E> projection,
            Clock clock) {
        this.consumer = consumer;
        this.topics = topics;
        this.kafka = kafka;
        this.transactions = transactions;
        this.shadow = new ShadowTables(consumer, projection.tables());
        this.progress = new RebuildProgress(consumer, clock);
        this.shadowInbox =
                new Inbox<>(consumer, transactions.withSearchPath(shadow.schema()), reader, projection, clock);
    }

    @Override
    public long run() throws SQLException {
        if (!transactions.call(progress::claim)) {
            throw new AlreadyRunningException(consumer);
        }
        try (Consumer<String, byte[]> records = kafka.get()) {
            transactions.call(connection -> {
                shadow.create(connection, INBOX_TABLES);
                return null;
            });
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> records.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            records.assign(partitions);
            records.seekToBeginning(partitions);
            readToEnd(records, partitions);
            transactions.call(connection -> {
                shadow.analyze(connection);
                return null;
            });
            PatientSwap.run(transactions, connection -> catchUpAndSwap(connection, records, partitions), () -> {
                readToEnd(records, partitions);
                transactions.call(connection -> progress.moved(connection, events));
            });
            return events;
        } catch (SQLException | RuntimeException e) {
            transactions.call(connection -> progress.failed(connection, events, String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private void readToEnd(Consumer<String, byte[]> records, List<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, Long> ends = records.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> records.position(partition) < ends.get(partition))) {
            ConsumerRecords<String, byte[]> polled = records.poll(Duration.ofMillis(200));
            shadowInbox.receive(polled);
            events += polled.count();
            transactions.call(connection -> progress.moved(connection, events));
        }
    }

    private Void catchUpAndSwap(
            Connection connection, Consumer<String, byte[]> records, List<TopicPartition> partitions)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            // The live inbox selects a cursor for update before it touches a read table, and this mode conflicts with
            // that: with this lock it is between two batches.
            statement.execute("lock table public.inbox_cursor in exclusive mode");
        }
        // All that the live inbox has applied was on the topic before the lock, so it is before these ends.
        readToEnd(records, partitions);
        refuseToGoBack(connection);
        replaceRows(connection, "inbox_cursor");
        replaceRows(connection, "inbox_held");
        shadow.swap(connection);
        return progress.done(connection, events);
    }

    /** When the topic no longer holds all that the live tables were made of, the live tables are the better ones. */
    private void refuseToGoBack(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select count(*) from public.inbox_cursor live
                left join %s.inbox_cursor made using (consumer, source, district_id)
                where live.consumer = ? and live.applied_seq > coalesce(made.applied_seq, 0)
                """.formatted(shadow.schema()))) {
            statement.setString(1, consumer);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getInt(1) > 0) {
                    throw new IllegalStateException(
                            "the topics no longer hold all events of %d sequences; the read model stays as it is"
                                    .formatted(row.getInt(1)));
                }
            }
        }
    }

    private void replaceRows(Connection connection, String table) throws SQLException {
        try (PreparedStatement delete =
                        connection.prepareStatement("delete from public." + table + " where consumer = ?");
                PreparedStatement insert =
                        connection.prepareStatement("insert into public.%s select * from %s.%s where consumer = ?"
                                .formatted(table, shadow.schema(), table))) {
            delete.setString(1, consumer);
            delete.executeUpdate();
            insert.setString(1, consumer);
            insert.executeUpdate();
        }
    }
}
