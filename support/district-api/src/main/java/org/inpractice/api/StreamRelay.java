package org.inpractice.api;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.PublishedForm;
import org.inpractice.stream.Relay;
import org.inpractice.stream.Transactions;

/** This replica's relay: from start to stop it publishes the service's events to {@code inpractice.topic}. */
@ApplicationScoped
public class StreamRelay {
    @Inject
    DistrictStream stream;

    @Inject
    Transactions transactions;

    @Inject
    Instance<PublishedForm> publishedForm;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ConfigProperty(name = "inpractice.topic")
    String topic;

    private Producer<String, byte[]> producer;
    private Relay relay;

    void start(@Observes StartupEvent event) {
        producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
        PublishedForm form = publishedForm.isResolvable() ? publishedForm.get() : published -> published;
        relay = new Relay(stream, transactions, producer, topic, form, Relay.Timing.standard()).start();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
        producer.close(java.time.Duration.ofSeconds(5));
    }

    /** Says that a district has new committed events. Never blocks. */
    public void nudge(String districtId) {
        relay.nudge(districtId);
    }

    /** The broker's settings of the service, and what the relay's promises hang on, which no setting may weaken. */
    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        kafka.forEach((name, value) -> {
            if (ProducerConfig.configNames().contains(name)) {
                settings.put(name, value);
            }
        });
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "relay-" + stream.source());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        // Never gives up on a record and goes on with the next: the relay's session limit ends a round that hangs.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return settings;
    }
}
