package org.inpractice.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;

/**
 * A relay in a process of its own. It says {@code ready}, relays from {@code go} on, says {@code acknowledged} at the
 * n-th acknowledgement, and then, between a round's last acknowledgement and its commit, says {@code held} and waits for
 * {@code on} when it is asked to hold.
 */
final class RelayProgram {
    private final AtomicLong acknowledged = new AtomicLong();
    private final BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final long atAcknowledgement;
    private final boolean hold;
    private boolean held;

    private RelayProgram(long atAcknowledgement, boolean hold) {
        this.atAcknowledgement = atAcknowledgement;
        this.hold = hold;
    }

    /** Arguments: JDBC URL, bootstrap servers, topic, idle limit in ms, which acknowledgement, whether to hold. */
    public static void main(String[] arguments) throws Exception {
        StreamDatabase database = new StreamDatabase(arguments[0]);
        TestTopic topic = new TestTopic(arguments[2], arguments[1]);
        Relay.Timing timing = new Relay.Timing(
                Duration.ofMillis(50), Duration.ofMillis(1), Duration.ofMillis(Long.parseLong(arguments[3])));
        RelayProgram program = new RelayProgram(Long.parseLong(arguments[4]), Boolean.parseBoolean(arguments[5]));
        Producer<String, byte[]> producer = program.counting(topic.producer());
        producer.partitionsFor(topic.name());
        database.rows("select 1");
        say("ready");
        program.orders.readLine();
        Relay relay =
                new Relay(database.stream, program.holding(database), producer, topic.name(), event -> event, timing);
        relay.start();
        Thread.currentThread().join();
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private Transactions holding(Transactions plain) {
        return new Transactions() {
            @Override
            public <T> T call(Work<T> work) throws SQLException {
                return plain.call(connection -> {
                    T result = work.run(connection);
                    if (hold && !held && acknowledged.get() >= atAcknowledgement) {
                        held = true;
                        say("held");
                        awaitOrder();
                    }
                    return result;
                });
            }
        };
    }

    private void awaitOrder() {
        try {
            orders.readLine();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // a proxy of the interface asked for
    private Producer<String, byte[]> counting(Producer<String, byte[]> plain) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                RelayProgram.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("send") && arguments.length == 2) {
                        arguments[1] = counting((Callback) arguments[1]);
                    }
                    try {
                        return method.invoke(plain, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Callback counting(Callback plain) {
        return (metadata, exception) -> {
            if (exception == null && acknowledged.incrementAndGet() == atAcknowledgement) {
                say("acknowledged");
            }
            plain.onCompletion(metadata, exception);
        };
    }
}
