package org.inpractice.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/**
 * PostgreSQL, Kafka with the three topics, and tokens for {@code @QuarkusTest} classes:
 *
 * <pre>{@code
 * @QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "measurement"))
 * }</pre>
 *
 * <p>All test classes of a JVM share one server each, whatever class loader they live in; the HTTP port is a free one.
 * Plain JUnit tests may use the accessors too: what is not running is started.
 */
public final class LocalStackResource implements QuarkusTestResourceLifecycleManager {
    private String database = "test";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        PostgreSqlServer postgres = postgres();
        postgres.createDatabase(database);
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", postgres.jdbcUrl(database)),
                Map.entry("quarkus.datasource.username", postgres.user()),
                Map.entry("quarkus.datasource.password", postgres.password()),
                Map.entry("kafka.bootstrap.servers", kafka().bootstrapServers()),
                Map.entry("quarkus.oidc.public-key", tokens().publicKey()),
                Map.entry("quarkus.oidc.token.issuer", DevelopmentTokens.ISSUER),
                Map.entry("quarkus.oidc.token.audience", DevelopmentTokens.AUDIENCE),
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.log.category.\"kafka\".level", "ERROR"),
                Map.entry("quarkus.log.category.\"org.apache.kafka\".level", "ERROR"),
                Map.entry("quarkus.log.category.\"state.change.logger\".level", "ERROR"));
    }

    /** Nothing: the servers serve the next test class, and go with the JVM. */
    @Override
    public void stop() {}

    /** The PostgreSQL of this JVM. */
    public static PostgreSqlServer postgres() {
        int port = Integer.parseInt(facts().get("postgres.port"));
        return () -> port;
    }

    /** The broker of this JVM; whoever stops it starts it again. */
    public static KafkaBroker kafka() {
        return new SharedKafka(facts().get("kafka.bootstrap"));
    }

    /** Tokens that the services under test accept. */
    public static DevelopmentTokens tokens() {
        return DevelopmentTokens.withKey(facts().get("tokens.key"));
    }

    @SuppressWarnings("unchecked") // SharedStack.start() says what it returns
    private static Map<String, String> facts() {
        return (Map<String, String>) call("start");
    }

    private static Object call(String method) {
        Thread thread = Thread.currentThread();
        ClassLoader ofTheTest = thread.getContextClassLoader();
        ClassLoader ofTheServers = ClassLoader.getSystemClassLoader();
        try {
            // The broker looks its own classes up by the thread's loader, and its threads inherit it.
            thread.setContextClassLoader(ofTheServers);
            return ofTheServers
                    .loadClass(SharedStack.class.getName())
                    .getMethod(method)
                    .invoke(null);
        } catch (InvocationTargetException e) {
            throw new LocalStackException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("local-stack is not on the class path of the JVM", e);
        } finally {
            thread.setContextClassLoader(ofTheTest);
        }
    }

    private record SharedKafka(String bootstrapServers) implements KafkaBroker {
        @Override
        public void stop() {
            call("stopKafka");
        }

        @Override
        public void start() {
            call("startKafka");
        }
    }
}
