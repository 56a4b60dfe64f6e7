package org.inpractice.journeys.benchmark;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.inpractice.journeys.RunningService;
import org.inpractice.stack.KafkaBroker;
import org.inpractice.stack.LocalService;
import org.inpractice.stack.Topics;
import org.inpractice.stream.CloudEvents;
import org.inpractice.stream.Inbox;
import org.inpractice.stream.Transactions;

/**
 * (d) Events consumed and applied to a read table, once in effect, against the same events consumed and parsed: by an inbox
 * in this process, and by the packaged learning-log-service, which keeps the history of everything.
 */
public final class ProjectionRate implements Measurement {
    private static final String DATABASE = "projecting";
    private static final String TOPIC = "benchmark.projected";

    private final boolean asPackaged;

    /** @param asPackaged whether the packaged service takes part */
    public ProjectionRate(boolean asPackaged) {
        this.asPackaged = asPackaged;
    }

    private interface Batch {
        void take(ConsumerRecords<String, byte[]> records) throws Exception;
    }

    @Override
    public void run(Bench bench) throws Exception {
        int perDistrict = bench.scaled(100, 50);
        long total = (long) perDistrict * Bench.DISTRICTS;
        bench.installation().kafka().createTopics(TOPIC);
        StreamDatabase.create(bench, DATABASE);
        List<Double> parsed = new ArrayList<>();
        List<Double> projected = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        try (Connection connection = bench.installation().postgres().connection(DATABASE);
                StreamDatabase.Pool pool = new StreamDatabase.Pool(bench, DATABASE, 1);
                Producer<String, byte[]> producer = Wire.producer(bench)) {
            StreamDatabase.execute(connection, LatestPoints.TABLE);
            Wire.send(producer, Wire.records(TOPIC, 1, perDistrict));
            try (HistoryBacklog history = asPackaged ? new HistoryBacklog(bench, producer, perDistrict) : null) {
                for (int round = 0; round <= bench.rounds(); round++) {
                    double parseRate = total / seconds(bench, total, ProjectionRate::parse);
                    StreamDatabase.execute(connection, "truncate inbox_cursor, latest_point");
                    Inbox<PointEvent> inbox = inbox(pool);
                    double projectRate = total / seconds(bench, total, inbox::receive);
                    double keepRate = history == null ? 0 : history.perSecond();
                    if (round > 0) { // the first is for the compiler
                        parsed.add(parseRate);
                        projected.add(projectRate);
                        kept.add(keepRate);
                    }
                }
            }
        }
        Table table = new Table("(d) consumed events/s", "events/s", "ratio");
        table.row("consume and parse", Bench.perSecond(Bench.median(parsed)), "1");
        table.row(
                "inbox and one read table",
                Bench.perSecond(Bench.median(projected)),
                "%.2f".formatted(ratio(projected, parsed)));
        if (asPackaged) {
            table.row(
                    "learning-log-service, history",
                    Bench.perSecond(Bench.median(kept)),
                    "%.2f".formatted(ratio(kept, parsed)));
        }
        bench.say(table.toString());
    }

    private static double ratio(List<Double> figures, List<Double> against) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            ratios.add(figures.get(i) / against.get(i));
        }
        return Bench.median(ratios);
    }

    private static void parse(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> received : records) {
            if (Wire.CODEC.read(CloudEvents.fromRecord(received)).isEmpty()) {
                throw new IllegalStateException("not one of ours: " + received);
            }
        }
    }

    private static Inbox<PointEvent> inbox(Transactions transactions) {
        return new Inbox<>("latest-points", transactions, Wire.CODEC, new LatestPoints(), Clock.systemUTC());
    }

    private static double seconds(Bench bench, long total, Batch batch) throws Exception {
        try (Consumer<String, byte[]> consumer = consumer(bench)) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int i = 0; i < KafkaBroker.PARTITIONS; i++) {
                partitions.add(new TopicPartition(TOPIC, i));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long began = System.nanoTime();
            long seen = 0;
            while (seen < total) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(10));
                if (records.isEmpty()) {
                    throw new IllegalStateException("the topic holds " + seen + " of " + total);
                }
                batch.take(records);
                seen += records.count();
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private static Consumer<String, byte[]> consumer(Bench bench) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bench.installation().kafka().bootstrapServers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** A service that is held still while its backlog grows, so that it is warm when the clock starts. */
    private static final class HistoryBacklog implements AutoCloseable {
        private final RunningService service;
        private final Producer<String, byte[]> producer;
        private final Connection connection;
        private final int perDistrict;
        private long nextSeq = 1;

        HistoryBacklog(Bench bench, Producer<String, byte[]> producer, int perDistrict) throws Exception {
            this.producer = producer;
            this.perDistrict = perDistrict;
            service = bench.installation().launch(LocalService.LEARNING_LOG).awaitReady(Duration.ofMinutes(2));
            connection = bench.installation().postgres().connection(LocalService.LEARNING_LOG.database());
        }

        double perSecond() throws Exception {
            var records = Wire.records(Topics.MEASURES, nextSeq, perDistrict);
            long before = applied();
            service.freeze();
            Wire.send(producer, records);
            nextSeq += perDistrict;
            service.thaw();
            long began = System.nanoTime();
            while (applied() < before + records.size()) {
                if (System.nanoTime() - began > Duration.ofMinutes(3).toNanos()) {
                    throw new IllegalStateException("the history does not catch up:\n" + service.lastWords());
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            return records.size() / ((System.nanoTime() - began) / 1e9);
        }

        private long applied() throws java.sql.SQLException {
            return StreamDatabase.number(
                    connection, "select coalesce(sum(applied_seq), 0) from inbox_cursor where consumer = 'history'");
        }

        @Override
        public void close() throws java.sql.SQLException {
            connection.close();
            service.close();
        }
    }
}
