package org.inpractice.learning;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject
    Spans spans;

    /** Keeps the spans of this service where the test can see them. */
    @Singleton
    public static class Spans implements SpanExporter {
        private final Queue<SpanData> finished = new ConcurrentLinkedQueue<>();

        Set<SpanKind> kindsOf(String traceId) {
            return finished.stream()
                    .filter(span -> span.getTraceId().equals(traceId)
                            || span.getLinks().stream()
                                    .anyMatch(link ->
                                            link.getSpanContext().getTraceId().equals(traceId)))
                    .map(SpanData::getKind)
                    .collect(Collectors.toSet());
        }

        /** Everything that the collector would be told. */
        String all() {
            return finished.stream()
                    .map(span -> span.getName() + span.getAttributes() + span.getEvents() + span.getStatus())
                    .collect(Collectors.joining());
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> exported) {
            finished.addAll(exported);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @Test
    void no_trace_repeats_what_somebody_wrote_whether_it_was_taken_or_refused() {
        // given
        String secret = "Zyzzyva";
        String trace = TRACE.replace('4', '5');
        // when
        for (String body : List.of(
                "{\"kind\": \"failure\", \"whatHappened\": \"Zyzzyva\"}",
                "{\"kind\": \"Zyzzyva\", \"whatHappened\": \"Zyzzyva\"}",
                "{\"kind\": \"failure\", \"happenedAt\": \"Zyzzyva\", \"whatHappened\": \"Zyzzyva\"}",
                "{\"kind\": \"failure\", \"whatHappened\": \"Zyzzyva\\u0000\"}",
                "{\"kind\": \"failure\", \"Zyzzyva\": \"Zyzzyva\"}",
                "{\"kind\": \"failure\", \"whatHappened\": \"Zyzzyva")) {
            given().auth()
                    .oauth2(LocalStackResource.tokens().token("ana", "0055502"))
                    .contentType(ContentType.JSON)
                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                    .body(body)
                    .post("/v1/districts/0055502/failures");
        }
        // then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(Set.of(SpanKind.SERVER, SpanKind.CONSUMER), spans.kindsOf(trace)));
        String all = spans.all();
        int at = all.indexOf(secret);
        assertFalse(at >= 0, () -> all.substring(Math.max(0, at - 600), at + 100));
    }

    @Test
    void one_trace_leads_from_the_request_through_the_topic_to_the_read_model() {
        // when
        given().auth()
                .oauth2(LocalStackResource.tokens().token("ana", "0055501"))
                .contentType(ContentType.JSON)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .body("""
                        {"kind":"near_failure","whatHappened":"The calls went to the old list.",
                         "happenedAt":"2026-02-03T09:00:00Z","impact":"Twelve families were called late."}""")
                .post("/v1/districts/0055501/failures")
                .then()
                .statusCode(201);
        // then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(Set.of(SpanKind.SERVER, SpanKind.CONSUMER), spans.kindsOf(TRACE)));
    }
}
