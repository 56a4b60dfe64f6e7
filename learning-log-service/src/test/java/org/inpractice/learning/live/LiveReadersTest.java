package org.inpractice.learning.live;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.inpractice.learning.ADistrict;
import org.inpractice.learning.history.ForeignService;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers who are slow, silent or late. In tests a reader may leave a message untaken for three seconds. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
@Timeout(120)
class LiveReadersTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Pattern MESSAGE = Pattern.compile("id:(\\S+)\\r?\\ndata:.*?\"districtseq\":(\\d+),");

    @Inject
    LiveHistory live;

    private final ADistrict district = ADistrict.fresh();
    private final ForeignService measurement = ForeignService.measurement(district.id());

    @Test
    void a_reader_who_takes_nothing_is_cut_off_and_goes_on_where_it_was() throws IOException {
        // given far more than the network keeps on the way
        int all = 4_000;
        String filling = "x".repeat(4_000);
        measurement.send(LongStream.rangeClosed(1, all)
                .mapToObj(seq -> measurement.event(
                        seq,
                        "improvement.observation.recorded",
                        "observation",
                        UUID.randomUUID(),
                        "{\"filling\":\"" + filling + "\"}"))
                .toList());
        awaitArrived(all);
        await().atMost(SOON).until(() -> live.readers() == 0);
        List<Integer> seen = new ArrayList<>();
        String place = "";
        // when
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(8_192);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            socket.getOutputStream().write(request("?after=0").getBytes(StandardCharsets.US_ASCII));
            await().atMost(SOON).until(() -> live.readers() == 1);
            await().atMost(SOON).until(() -> live.readers() == 0);
            Matcher message = MESSAGE.matcher(whatIsLeft(socket.getInputStream()));
            while (message.find()) {
                place = message.group(1);
                seen.add(Integer.valueOf(message.group(2)));
            }
        }
        // then
        assertTrue(seen.size() < all, "the network took it all");
        try (Listener again = listen("?after=" + (place.isEmpty() ? "0" : place), null)) {
            while (seen.size() < all) {
                String name = again.next();
                seen.add(Integer.valueOf(name.substring(name.indexOf('#') + 1)));
            }
        }
        assertEquals(IntStream.rangeClosed(1, all).boxed().toList(), seen);
    }

    @Test
    void the_place_moves_on_also_while_a_filter_lets_nothing_pass() {
        // given
        measurement.send(measurement.observation(1));
        awaitArrived(1);
        try (Listener listener = listen("?type=improvement.nothing.*", null)) {
            listener.awaitBlock();
            String first = listener.lastEventId();
            // when
            measurement.send(measurement.observation(2));
            // then
            while (listener.lastEventId().equals(first)) {
                listener.awaitBlock();
            }
            assertNotEquals(first, listener.lastEventId());
            assertTrue(listener.comments().contains("alive"));
        }
    }

    @Test
    void a_text_that_was_erased_is_sent_to_nobody_any_more() {
        // given a reader who keeps the page with the text at hand
        measurement.send(measurement.observation(1));
        awaitArrived(1);
        try (Listener listener = listen("", null)) {
            listener.awaitBlock();
            String before = listener.lastEventId();
            String failure = district.post("failures", """
                            {"kind": "near_failure", "whatHappened": "Jamie Doe forgot", "happenedAt":
                             "2025-11-03T18:00:00Z", "impact": "none"}
                            """)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("failureId");
            assertEquals("learning-log-service#1", listener.next());
            assertTrue(listener.block().contains("Jamie Doe"), listener.block());
            // when
            redact(failure);
            assertEquals("learning-log-service#2", listener.next());
            // then
            try (Listener late = listen("?after=" + before, null)) {
                assertEquals("learning-log-service#1", late.next());
                assertFalse(late.block().contains("Jamie"), late.block());
                assertTrue(late.block().contains("\"whatHappened\":\"redacted\""), late.block());
            }
        }
    }

    private void redact(String failure) {
        district.post("failures/" + failure + "/redaction", "{\"reason\": \"names_a_person\"}")
                .then()
                .statusCode(200);
    }

    /** All that can still be read before the connection breaks. */
    private static String whatIsLeft(InputStream input) {
        StringBuilder read = new StringBuilder();
        byte[] some = new byte[65_536];
        try {
            int length = input.read(some);
            while (length >= 0) {
                read.append(new String(some, 0, length, StandardCharsets.US_ASCII));
                length = input.read(some);
            }
        } catch (IOException e) {
            // Cut off, as it should be.
        }
        // The chunks of the transfer are not ours to see.
        return read.toString().replaceAll("\\r\\n[0-9a-f]+\\r\\n", "");
    }

    private String request(String query) {
        return "GET " + district.path("history/stream") + query
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token() + "\r\n\r\n";
    }

    private Listener listen(String query, String lastEventId) {
        return Listener.open(
                "http://localhost:" + RestAssured.port + district.path("history/stream") + query, token(), lastEventId);
    }

    private String token() {
        return LocalStackResource.tokens().token("ana", district.id());
    }

    private void awaitArrived(int sequence) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        district.get("history?limit=1").then().body("complete.measurement-service", equalTo(sequence)));
    }

    @Test
    void operations_see_how_many_readers_there_are() {
        try (Listener listener = listen("", null)) {
            listener.awaitBlock();
            RestAssured.get("/q/metrics").then().body(containsString("inpractice_live_readers"));
        }
    }
}
