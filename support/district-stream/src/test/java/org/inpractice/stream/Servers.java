package org.inpractice.stream;

import java.util.Map;
import org.inpractice.stack.KafkaBroker;
import org.inpractice.stack.PostgreSqlServer;
import org.inpractice.stack.SharedStack;

/** The real PostgreSQL and the real broker of this test run. */
final class Servers {
    private static final Map<String, String> FACTS = SharedStack.start();

    private Servers() {}

    static PostgreSqlServer postgres() {
        int port = Integer.parseInt(FACTS.get("postgres.port"));
        return () -> port;
    }

    static KafkaBroker kafka() {
        return new Broker(FACTS.get("kafka.bootstrap"));
    }

    private record Broker(String bootstrapServers) implements KafkaBroker {
        @Override
        public void stop() {
            SharedStack.stopKafka();
        }

        @Override
        public void start() {
            SharedStack.startKafka();
        }
    }
}
