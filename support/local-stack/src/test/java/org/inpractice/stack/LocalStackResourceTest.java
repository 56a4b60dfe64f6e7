package org.inpractice.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalStackResourceTest {

    @Test
    void gives_the_service_under_test_its_database_broker_and_key() throws SQLException {
        // given
        LocalStackResource resource = new LocalStackResource();
        resource.init(Map.of("database", "learning_log"));
        // when
        Map<String, String> settings = resource.start();
        // then
        assertEquals(
                LocalStackResource.postgres().jdbcUrl("learning_log"), settings.get("quarkus.datasource.jdbc.url"));
        assertEquals(LocalStackResource.kafka().bootstrapServers(), settings.get("kafka.bootstrap.servers"));
        assertEquals(LocalStackResource.tokens().publicKey(), settings.get("quarkus.oidc.public-key"));
        try (Connection connection = LocalStackResource.postgres().connection("learning_log")) {
            assertTrue(connection.isValid(1));
        }
    }

    @Test
    void every_class_loader_of_the_jvm_sees_the_same_servers() throws Exception {
        // given
        String here = LocalStackResource.kafka().bootstrapServers();
        try (URLClassLoader isolated = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> there = isolated.loadClass(LocalStackResource.class.getName());
            assertNotSame(LocalStackResource.class, there);
            // when
            Object kafka = there.getMethod("kafka").invoke(null);
            Class<?> broker = isolated.loadClass(KafkaBroker.class.getName());
            // then
            assertEquals(here, broker.getMethod("bootstrapServers").invoke(kafka));
        }
    }

    @Test
    void the_broker_can_be_taken_away_and_brought_back() {
        // given
        KafkaBroker kafka = LocalStackResource.kafka();
        String address = kafka.bootstrapServers();
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        // when
        kafka.stop();
        // then
        assertFalse(Ports.inUse(port));
        kafka.start();
        assertTrue(Ports.inUse(port));
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(LocalStackResourceTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
