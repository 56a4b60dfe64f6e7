package org.inpractice.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** How a relay behaves when something in the middle of a round goes wrong. */
class RelayFailureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Relay.Timing TIMING =
            new Relay.Timing(Duration.ofMillis(50), Duration.ofMillis(1), Duration.ofSeconds(1));

    @Test
    void what_follows_an_event_that_the_producer_did_not_take_waits_for_it() throws Exception {
        // given
        TestTopic topic = TestTopic.create("relay-failed-send");
        AtomicBoolean failing = new AtomicBoolean(true);
        try (StreamDatabase database = StreamDatabase.create("relay_failed_send");
                KafkaProducer<String, byte[]> producer = topic.producer()) {
            database.append("0000001", 10);
            // when a full buffer makes a send fail, which the producer tells by the callback, and the next one succeed
            Producer<String, byte[]> once = failingAt("5", failing, producer);
            Relay relay = relay(database, topic, once, event -> event, database);
            await().atMost(PATIENCE).until(() -> database.lag().events() == 0);
            relay.close();
            // then
            assertTrue(!failing.get());
            topic.assertHoldsEverythingInOrder(database);
        }
    }

    @Test
    void an_event_that_has_no_published_form_holds_back_its_own_district_only() throws Exception {
        // given
        TestTopic topic = TestTopic.create("relay-unpublishable");
        AtomicBoolean mended = new AtomicBoolean();
        PublishedForm form = event -> {
            if (event.districtId().equals("0000001") && event.districtSeq() == 3 && !mended.get()) {
                throw new IllegalStateException("no published form");
            }
            return event;
        };
        try (StreamDatabase database = StreamDatabase.create("relay_unpublishable");
                KafkaProducer<String, byte[]> producer = topic.producer()) {
            database.append("0000001", 5);
            database.append("0000002", 5);
            // when
            Relay relay = relay(database, topic, producer, form, database);
            // then
            await().atMost(PATIENCE).until(() -> database.lag().events() == 3);
            assertEquals(1, database.lag().districts());
            mended.set(true);
            await().atMost(PATIENCE).until(() -> database.lag().events() == 0);
            relay.close();
            topic.assertHoldsEverythingInOrder(database);
        }
    }

    @Test
    void a_relay_that_freezes_while_it_reads_its_events_loses_its_districts_to_another() throws Exception {
        // given
        TestTopic topic = TestTopic.create("relay-frozen-reader");
        int serverPort = Servers.postgres().port();
        try (StreamDatabase database = StreamDatabase.create("relay_frozen_reader");
                FrozenNetwork network = new FrozenNetwork(serverPort, 1_000_000);
                StreamDatabase behind =
                        new StreamDatabase(database.url().replace(":" + serverPort + "/", ":" + network.port() + "/"));
                KafkaProducer<String, byte[]> producer = topic.producer()) {
            String large = "x".repeat(400_000);
            for (int i = 0; i < 50; i++) {
                Note note = new Note.Written(DistrictStream.newId(), large);
                Append<Note> append =
                        new Append<>("0000001", "note", note.noteId(), 0, StreamDatabase.CAUSE, List.of(note));
                database.call(connection -> database.stream.append(connection, Note.CODEC, List.of(append)));
            }
            Relay frozen = relay(database, topic, producer, event -> event, behind);
            network.awaitFrozen();
            // when
            Relay other = relay(database, topic, producer, event -> event, database);
            // then
            await().atMost(PATIENCE).until(() -> database.lag().events() == 0);
            other.close();
            network.thaw();
            frozen.close();
            topic.assertHoldsEverythingInOrder(database);
        }
    }

    @Test
    void a_relay_that_was_never_started_can_be_closed() throws Exception {
        // given
        TestTopic topic = TestTopic.create("relay-unstarted");
        try (StreamDatabase database = StreamDatabase.create("relay_unstarted");
                KafkaProducer<String, byte[]> producer = topic.producer()) {
            Relay relay = new Relay(database.stream, database, producer, topic.name(), event -> event, TIMING);
            // when then
            relay.close();
        }
    }

    private static Relay relay(
            StreamDatabase database,
            TestTopic topic,
            Producer<String, byte[]> producer,
            PublishedForm form,
            Transactions transactions) {
        return new Relay(database.stream, transactions, producer, topic.name(), form, TIMING).start();
    }

    /** Fails the event of this sequence number once, as {@link KafkaProducer#send} does when its buffer stays full. */
    @SuppressWarnings("unchecked") // a proxy of the interface asked for
    private static Producer<String, byte[]> failingAt(
            String districtSeq, AtomicBoolean failing, Producer<String, byte[]> plain) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                RelayFailureTest.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("send")
                            && hasSequence((ProducerRecord<String, byte[]>) arguments[0], districtSeq)
                            && failing.getAndSet(false)) {
                        TimeoutException full = new TimeoutException("the buffer stayed full");
                        ((Callback) arguments[1]).onCompletion(null, full);
                        return CompletableFuture.failedFuture(full);
                    }
                    try {
                        return method.invoke(plain, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean hasSequence(ProducerRecord<String, byte[]> sent, String districtSeq) {
        return districtSeq.equals(new String(
                sent.headers().lastHeader("ce_districtseq").value(), java.nio.charset.StandardCharsets.UTF_8));
    }
}
