package org.inpractice.api;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inpractice.stream.Append;

/** What one request about one district says about itself. Filled by {@link DistrictDoor} before any resource runs. */
@RequestScoped
public class DistrictRequest {
    /** How far a caller's clock may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Instant LONG_AGO = Instant.parse("1900-01-01T00:00:00Z");
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    @Inject
    Clock clock;

    private String districtId;
    private Caller caller;
    private String ifMatch;
    private String idempotencyKey;
    private String route;

    void fill(String district, Caller from, String ifMatchHeader, String idempotencyKeyHeader, String methodAndPath) {
        districtId = district;
        caller = from;
        ifMatch = ifMatchHeader;
        idempotencyKey = idempotencyKeyHeader;
        route = methodAndPath;
    }

    /** The district of the path; the token covers it. */
    public String districtId() {
        return districtId;
    }

    /** The token's subject. */
    public String actor() {
        return caller.subject();
    }

    /** Whether the token has a scope, for example {@code small-cells}. */
    public boolean may(String scope) {
        return caller.scopes().contains(scope);
    }

    /** The districts the token opens, as it names them; {@code *} for all. */
    public Set<String> districts() {
        return caller.districts();
    }

    boolean covers(String otherDistrictId) {
        return caller.covers(otherDistrictId);
    }

    boolean coversAll() {
        return caller.coversAll();
    }

    /** Method and path, for an idempotency key: the same key on another route is another request. */
    String route() {
        return route;
    }

    /** The version of {@code If-Match}; empty when the caller does not care ({@code *} or no header). */
    public OptionalLong ifMatch() {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher matcher = ETAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw Problems.invalid("If-Match", "Send the ETag of the last answer, for example If-Match: \"3\".");
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }

    /** The version of {@code If-Match}, for a change that overwrites what somebody else may have written. */
    public OptionalLong requiredIfMatch() {
        OptionalLong version = ifMatch();
        if (version.isEmpty()) {
            throw Problems.of(
                    428,
                    "IF_MATCH_REQUIRED",
                    "This change needs a version",
                    "Read it first and send its ETag as If-Match, so that nobody's change is overwritten unseen.");
        }
        return version;
    }

    /** The {@code Idempotency-Key}, if one was sent: 1 to 128 visible ASCII characters. */
    public Optional<String> idempotencyKey() {
        if (idempotencyKey == null) {
            return Optional.empty();
        }
        if (!KEY.matcher(idempotencyKey).matches()) {
            throw Problems.invalid("Idempotency-Key", "Send 1 to 128 visible ASCII characters, for example a UUID.");
        }
        return Optional.of(idempotencyKey);
    }

    /**
     * Actor, time and trace of the events this request leads to.
     *
     * @param occurredAt when it happened, as the caller says; null for now
     */
    public Append.Cause cause(Instant occurredAt) {
        return new Append.Cause(actor(), occurredAt(occurredAt, clock.instant()), null, traceparent());
    }

    /**
     * When something happened, as a caller says.
     *
     * @param told null for now
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when that is in the future, or before 1900
     */
    public static Instant occurredAt(Instant told, Instant now) {
        if (told == null) {
            return now;
        }
        if (told.isAfter(now.plus(CLOCK_SKEW))) {
            throw Problems.invalid("occurredAt", "Send the instant at which it happened; this one is in the future.");
        }
        if (told.isBefore(LONG_AGO)) {
            throw Problems.invalid("occurredAt", "Send the instant at which it happened; this one is before 1900.");
        }
        return told;
    }

    /** W3C trace context of this request, or null. */
    private static String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : null;
    }
}
