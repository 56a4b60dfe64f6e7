package org.inpractice.journeys.benchmark;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.inpractice.stream.CloudEvents;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.RecordedEvent;
import org.inpractice.stream.Relay;

/** (c) A backlog relayed from PostgreSQL to Kafka, against a producer that has the same records in memory. */
public final class RelayRate implements Measurement {
    private static final String DATABASE = "relaying";
    private static final String RELAYED = "benchmark.relayed";
    private static final String BARE = "benchmark.bare";

    @Override
    public void run(Bench bench) throws Exception {
        int perDistrict = bench.scaled(200, 100);
        long total = (long) perDistrict * Bench.DISTRICTS;
        bench.installation().kafka().createTopics(RELAYED, BARE);
        StreamDatabase.create(bench, DATABASE);
        DistrictStream stream = Wire.stream();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        try (Connection connection = bench.installation().postgres().connection(DATABASE)) {
            for (String district : Bench.districts()) {
                stream.append(connection, Wire.CODEC, Wire.appends(district, perDistrict));
                for (RecordedEvent event : stream.after(connection, district, 0, perDistrict)) {
                    records.add(CloudEvents.toRecord(BARE, event));
                }
            }
            StreamDatabase.execute(connection, "analyze");
            try (Producer<String, byte[]> producer = Wire.producer(bench)) {
                bareSeconds(producer, records);
                relaySeconds(bench, connection, producer, total);
                List<Double> bare = new ArrayList<>();
                List<Double> relayed = new ArrayList<>();
                List<Double> ratios = new ArrayList<>();
                for (int round = 0; round < bench.rounds(); round++) {
                    bare.add(total / bareSeconds(producer, records));
                    relayed.add(total / relaySeconds(bench, connection, producer, total));
                    ratios.add(relayed.getLast() / bare.getLast());
                }
                Table table = new Table("(c) published events/s", "bare producer", "relay", "ratio");
                table.row(
                        "%,d events of %,d districts".formatted(total, Bench.DISTRICTS),
                        Bench.perSecond(Bench.median(bare)),
                        Bench.perSecond(Bench.median(relayed)),
                        "%.2f".formatted(Bench.median(ratios)));
                bench.say(table.toString());
            }
        }
    }

    private static double bareSeconds(Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) {
        long began = System.nanoTime();
        Wire.send(producer, records);
        return (System.nanoTime() - began) / 1e9;
    }

    private static double relaySeconds(
            Bench bench, Connection connection, Producer<String, byte[]> producer, long total) throws Exception {
        StreamDatabase.execute(connection, "truncate relay_cursor");
        long began = System.nanoTime();
        try (StreamDatabase.Pool pool = new StreamDatabase.Pool(bench, DATABASE, 4);
                Relay relay =
                        new Relay(Wire.stream(), pool, producer, RELAYED, event -> event, Relay.Timing.standard())) {
            relay.start();
            while (StreamDatabase.number(connection, "select coalesce(sum(relayed_seq), 0) from relay_cursor")
                    < total) {
                if (System.nanoTime() - began > Duration.ofMinutes(2).toNanos()) {
                    throw new IllegalStateException("the relay does not come to an end");
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
