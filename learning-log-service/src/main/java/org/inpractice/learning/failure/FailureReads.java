package org.inpractice.learning.failure;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.learning.factor.Factors;
import org.inpractice.learning.failure.FailureAnswers.ActionView;
import org.inpractice.learning.failure.FailureAnswers.FailureView;
import org.inpractice.learning.failure.FailureAnswers.RedactionView;
import org.inpractice.learning.failure.FailureAnswers.ReviewedFailure;
import org.inpractice.learning.failure.FailureTable.Before;
import org.inpractice.learning.history.Moments;
import org.inpractice.learning.history.Moments.Moment;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.Seals;

/** Reads failures of the current request's district, as known now or at an instant, and opens their texts. */
@Singleton
class FailureReads {
    private final DistrictReads reads;
    private final DistrictRequest request;
    private final Seals seals;
    private final Factors factors;
    private final Clock clock;

    @Inject
    FailureReads(DistrictReads reads, DistrictRequest request, Seals seals, Factors factors, Clock clock) {
        this.reads = reads;
        this.request = request;
        this.seals = seals;
        this.factors = factors;
        this.clock = clock;
    }

    FailureView one(UUID failureId, Instant asOf) {
        return reads.read(connection -> {
            KnownFailure known = known(connection, failureId, asOf);
            Opener opener = seals.opener(connection, request.districtId(), List.of(failureId));
            ReviewView review = known.isReviewed()
                    ? ReviewView.of(known, actions(connection, failureId, asOf, opener), opener)
                    : null;
            List<RedactionView> redactions = FailureTable.redactions(connection, failureId, asOf).stream()
                    .map(RedactionView::of)
                    .toList();
            return FailureView.of(known, review, redactions, opener);
        });
    }

    List<FailureView> newest(FailureFilter filter, Before<Instant> before, int limit) {
        return reads.read(connection -> {
            List<KnownFailure> known = FailureTable.newest(connection, request.districtId(), filter, before, limit);
            Opener opener = opener(connection, known);
            return known.stream()
                    .map(failure -> FailureView.of(failure, null, null, opener))
                    .toList();
        });
    }

    List<ReviewedFailure> newestReviews(String factor, Instant asOf, Before<LocalDate> before, int limit) {
        return reads.read(connection -> {
            List<KnownFailure> known = FailureTable.newestReviews(
                    connection, request.districtId(), factorKey(connection, factor), asOf, before, limit);
            Opener opener = opener(connection, known);
            return known.stream()
                    .map(failure -> ReviewedFailure.of(failure, opener))
                    .toList();
        });
    }

    ReviewTemplate template(UUID failureId, Instant asOf) {
        return reads.read(connection -> {
            KnownFailure known = known(connection, failureId, asOf);
            Opener opener = seals.opener(connection, request.districtId(), List.of(failureId));
            ReviewView review = ReviewView.of(known, actions(connection, failureId, asOf, opener), opener);
            return ReviewTemplate.of(known, review, moments(connection, known, asOf), opener);
        });
    }

    /** The key under which a factor recurs: a code of the taxonomy, or words; null of null. */
    String factorKey(String factor) {
        return reads.read(connection -> factorKey(connection, factor));
    }

    private String factorKey(Connection connection, String factor) throws SQLException {
        if (factor == null || factors.isCode(connection, request.districtId(), factor)) {
            return factor;
        }
        return AgreedInReviews.factorKey(seals, request.districtId(), factor);
    }

    private KnownFailure known(Connection connection, UUID failureId, Instant asOf) throws SQLException {
        return FailureTable.one(connection, request.districtId(), failureId, asOf)
                .orElseThrow(() -> new NotFound("failure"));
    }

    private Opener opener(Connection connection, List<KnownFailure> known) throws SQLException {
        return seals.opener(
                connection,
                request.districtId(),
                known.stream().map(KnownFailure::failureId).toList());
    }

    private List<ActionView> actions(Connection connection, UUID failureId, Instant asOf, Opener opener)
            throws SQLException {
        LocalDate today = CalendarDays.earliest(asOf == null ? clock.instant() : asOf);
        return KnownAction.of(connection, failureId, asOf).stream()
                .map(action -> action.view(today, opener))
                .toList();
    }

    /** What the history knows, of a completed review what it knew then: later corrections do not rewrite it. */
    private List<Moment> moments(Connection connection, KnownFailure known, Instant asOf) throws SQLException {
        List<UUID> linked = Stream.of(known.cycleId(), known.aimId(), known.measureId())
                .filter(Objects::nonNull)
                .toList();
        Instant until = known.isReviewed() ? FailureTable.reviewedAt(connection, known.failureId()) : asOf;
        return Moments.around(
                connection,
                request.districtId(),
                linked,
                known.happenedAt().minus(ReviewTemplate.BEFORE),
                known.happenedAt().plus(ReviewTemplate.AFTER),
                until,
                ReviewTemplate.MOST_MOMENTS);
    }
}
