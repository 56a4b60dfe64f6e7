package org.inpractice.journeys.benchmark;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.inpractice.stream.Append;
import org.inpractice.stream.CloudEvents;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.RecordedEvent;

/** Many events of many districts, and the producer that the services publish with. */
final class Wire {
    static final EventCodec<PointEvent> CODEC = new EventCodec<>(PointEvent.class);
    static final String SOURCE = "measurement-service";
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    private Wire() {}

    static DistrictStream stream() {
        return new DistrictStream(SOURCE, Clock.systemUTC());
    }

    /** With the settings of the services' relays. */
    static Producer<String, byte[]> producer(Bench bench) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bench.installation().kafka().bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 * 1024,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** {@code perDistrict} events to append to one district. */
    static List<Append<PointEvent>> appends(String district, int perDistrict) {
        UUID measure = DistrictStream.newId();
        Append.Cause cause = new Append.Cause("journey", Instant.now(), null, TRACE);
        List<Append<PointEvent>> appends = new ArrayList<>(perDistrict);
        for (int i = 0; i < perDistrict; i++) {
            UUID observation = DistrictStream.newId();
            appends.add(new Append<>(
                    district,
                    PointEvent.STREAM_TYPE,
                    observation,
                    0,
                    cause,
                    List.of(PointEvent.of(observation, measure, i))));
        }
        return appends;
    }

    /** The records of every district's events {@code firstSeq} to {@code firstSeq + perDistrict - 1}, districts in turns. */
    static List<ProducerRecord<String, byte[]>> records(String topic, long firstSeq, int perDistrict) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(perDistrict * Bench.DISTRICTS);
        List<String> districts = Bench.districts();
        UUID measure = DistrictStream.newId();
        Instant now = Instant.now();
        for (int i = 0; i < perDistrict; i++) {
            for (String district : districts) {
                UUID observation = DistrictStream.newId();
                records.add(CloudEvents.toRecord(
                        topic,
                        new RecordedEvent(
                                SOURCE,
                                district,
                                firstSeq + i,
                                DistrictStream.newId(),
                                PointEvent.STREAM_TYPE,
                                observation,
                                1,
                                "improvement.observation.recorded",
                                1,
                                now,
                                now,
                                "journey",
                                null,
                                TRACE,
                                CODEC.write(PointEvent.of(observation, measure, i)))));
            }
        }
        return records;
    }

    /** Sends and waits for every acknowledgement. */
    static void send(Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        for (ProducerRecord<String, byte[]> record : records) {
            var unused = producer.send(record, (metadata, exception) -> {
                if (exception != null) {
                    failure.set(exception);
                }
            });
        }
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("the broker did not take a record", failure.get());
        }
    }
}
