package org.inpractice.learning.live;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.inpractice.learning.ADistrict;
import org.inpractice.learning.history.ForeignService;
import org.inpractice.stack.DevelopmentTokens;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
@Timeout(120)
class LiveStreamTest {
    private final ADistrict district = ADistrict.fresh();
    private final ForeignService measurement = ForeignService.measurement(district.id());
    private final ForeignService cycles = ForeignService.cycles(district.id());

    @Test
    void tells_all_from_the_beginning_and_then_what_arrives() {
        // given
        send(measurement, 1, 700);
        send(cycles, 1, 30);
        awaitComplete(700, "measurement-service");
        awaitComplete(30, "improvement-cycles-service");
        try (Listener listener = listen("?after=0", null)) {
            // when
            List<String> before = take(listener, 730);
            send(measurement, 701, 710);
            List<String> after = take(listener, 10);
            // then
            assertWhole(before, 700, 30);
            assertEquals(names("measurement-service", 701, 710), after);
            assertTrue(listener.comments().contains("open"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_170_901, 42})
    void readers_who_lose_the_connection_at_any_moment_miss_nothing_and_see_nothing_twice(long seed) {
        // given
        Random random = new Random(seed);
        int measures = 600;
        int planned = 150;
        Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 30; i++) {
                send(measurement, i * measures / 30 + 1, (i + 1) * measures / 30);
                send(cycles, i * planned / 30 + 1, (i + 1) * planned / 30);
            }
        });
        // when
        List<String> seen = new ArrayList<>();
        String place = null;
        while (seen.size() < measures + planned) {
            try (Listener listener = listen("?after=0", place)) {
                int until = Math.min(measures + planned, seen.size() + random.nextInt(60));
                while (seen.size() < until) {
                    seen.add(listener.next());
                    place = listener.lastEventId();
                }
            }
        }
        // then
        assertWhole(seen, measures, planned);
    }

    @Test
    void who_loses_the_connection_before_the_first_event_goes_on_from_where_it_began() {
        // given
        send(measurement, 1, 3);
        awaitComplete(3, "measurement-service");
        String place;
        try (Listener listener = listen("", null)) {
            place = awaitPlace(listener);
        }
        // when
        send(measurement, 4, 4);
        awaitComplete(4, "measurement-service");
        // then
        try (Listener again = listen("", place)) {
            assertEquals("measurement-service#4", again.next());
        }
    }

    @Test
    void sends_only_what_the_filter_lets_pass() {
        // given
        send(measurement, 1, 300);
        send(cycles, 1, 2);
        awaitComplete(300, "measurement-service");
        awaitComplete(2, "improvement-cycles-service");
        try (Listener listener = listen("?after=0&source=improvement-cycles-service&type=improvement.*", null)) {
            // when
            List<String> before = take(listener, 2);
            send(measurement, 301, 302);
            send(cycles, 3, 3);
            // then
            assertEquals(names("improvement-cycles-service", 1, 2), before);
            assertEquals("improvement-cycles-service#3", listener.next());
        }
    }

    @Test
    void many_readers_of_a_district_are_served_by_a_handful_of_threads() {
        // given
        send(measurement, 1, 50);
        awaitComplete(50, "measurement-service");
        List<Listener> listeners =
                IntStream.range(0, 60).mapToObj(i -> listen("?after=0", null)).toList();
        // when
        send(measurement, 51, 60);
        // then
        for (Listener listener : listeners) {
            assertEquals(names("measurement-service", 1, 60), take(listener, 60));
        }
        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("history-page-"))
                .count();
        assertTrue(threads <= 4, () -> threads + " threads read pages");
        listeners.forEach(Listener::close);
    }

    @Test
    void the_stream_ends_with_the_token() {
        // given
        String token = LocalStackResource.tokens()
                .token("ana", List.of(district.id()), DevelopmentTokens.ALL_SCOPES, Duration.ofSeconds(4));
        // when
        try (Listener listener = Listener.open(url(""), token, null)) {
            // then
            assertEquals(200, listener.status());
            assertNull(listener.next());
            assertTrue(listener.comments().contains("The token has expired."), listener.comments()::toString);
        }
    }

    @Test
    void the_stream_of_another_district_is_nobody_elses() {
        ADistrict other = ADistrict.fresh();
        other.ana().get(district.path("history/stream")).then().statusCode(404);
        district.with(List.of("learning:write"))
                .get(district.path("history/stream"))
                .then()
                .statusCode(403);
        RestAssured.get(district.path("history/stream")).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=rubbish", "after=e30x", "after=bnVsbA", "type=%00", "actor=%20", "aggregate=x"})
    void refuses_rubbish_with_a_problem_that_names_it(String query) {
        district.ana()
                .urlEncodingEnabled(false)
                .get(district.path("history/stream?" + query))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(query.substring(0, query.indexOf('='))));
    }

    @Test
    void a_place_that_is_ahead_of_the_history_is_refused_and_not_waited_for() {
        // given a place of {"measurement-service":7}
        district.ana()
                .header("Last-Event-ID", "eyJtZWFzdXJlbWVudC1zZXJ2aWNlIjo3fQ")
                .get(district.path("history/stream"))
                .then()
                .statusCode(400)
                .body("field", equalTo("Last-Event-ID"))
                .body("detail", containsString("ahead"));
    }

    private static String awaitPlace(Listener listener) {
        listener.awaitBlock();
        String place = listener.lastEventId();
        assertTrue(place != null && !place.isEmpty(), "the place was not told at once");
        return place;
    }

    private Listener listen(String query, String lastEventId) {
        return Listener.open(url(query), LocalStackResource.tokens().token("ana", district.id()), lastEventId);
    }

    private String url(String query) {
        return "http://localhost:" + RestAssured.port + district.path("history/stream") + query;
    }

    private static List<String> take(Listener listener, int count) {
        List<String> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(listener.next());
        }
        return taken;
    }

    private static void assertWhole(List<String> seen, int measures, int planned) {
        assertEquals(names("measurement-service", 1, measures), of("measurement-service", seen));
        assertEquals(names("improvement-cycles-service", 1, planned), of("improvement-cycles-service", seen));
        assertEquals(measures + planned, seen.size());
    }

    private static List<String> of(String source, List<String> seen) {
        return seen.stream().filter(name -> name.startsWith(source + "#")).toList();
    }

    private static List<String> names(String source, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(seq -> source + "#" + seq)
                .toList();
    }

    private static void send(ForeignService service, int from, int to) {
        service.send(
                LongStream.rangeClosed(from, to).mapToObj(service::observation).toList());
    }

    private void awaitComplete(int sequence, String source) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> district.get("history?limit=1").then().body("complete." + source, equalTo(sequence)));
    }
}
