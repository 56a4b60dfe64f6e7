package org.inpractice.cycles.leadership;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.VersionRows.Column;
import org.inpractice.cycles.barrier.Barriers;
import org.inpractice.cycles.barrier.Barriers.ReviewStep;
import org.inpractice.cycles.leadership.ReviewCommand.CorrectReview;
import org.inpractice.cycles.leadership.ReviewCommand.HoldReview;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Refusal;

/**
 * The leadership reviews of all districts, on the caller's transaction. A review and what it does about barriers stand or
 * fall together.
 */
@Singleton
@Startup
public class LeadershipReviews {
    /** Names of the reviews' events. */
    public static final EventCodec<ReviewEvent> CODEC = new EventCodec<>(ReviewEvent.class);

    /** The table {@code leadership_review}. */
    public static final VersionRows<Review, ReviewEvent> ROWS = new VersionRows<>(
            "leadership_review",
            "review_id",
            Review.class,
            new ReviewDecider()::evolve,
            List.of(
                    new Column<>("withdrawn", review -> review.withdrawal() != null),
                    new Column<>("held_on", review -> review.terms().heldOn()),
                    new Column<>("aim_ids", review -> review.terms().aimIds())));

    private final Aggregates<ReviewCommand, Optional<Review>, ReviewEvent> reviews;
    private final Barriers barriers;

    @Inject
    LeadershipReviews(DistrictStream stream, ReadModels readModels, Barriers barriers) {
        this.reviews = new Aggregates<>(stream, "leadership-review", CODEC, new ReviewDecider(), ROWS);
        this.barriers = barriers;
        readModels.own("leadership-reviews", CODEC, ROWS);
    }

    /** Tells a review, and does what it decided about barriers; they name the review as their cause. */
    long hold(Connection connection, String districtId, Append.Cause cause, HoldReview hold, List<ReviewStep> steps)
            throws SQLException {
        checkAims(connection, districtId, hold.terms().aimIds());
        var held = reviews.handle(connection, districtId, hold.reviewId(), OptionalLong.empty(), cause, hold);
        var because = new Append.Cause(
                cause.actor(), cause.occurredAt(), held.events().getLast().eventId(), cause.traceparent());
        for (ReviewStep step : steps) {
            barriers.inReview(
                    connection, districtId, because, step, hold.terms().heldOn(), hold.reviewId(), hold.today());
        }
        return held.version();
    }

    /** Any other command. */
    long handle(
            Connection connection,
            String districtId,
            UUID reviewId,
            OptionalLong seen,
            Append.Cause cause,
            ReviewCommand command)
            throws SQLException {
        if (command instanceof CorrectReview correct) {
            checkAims(connection, districtId, correct.terms().aimIds());
        }
        return reviews.handle(connection, districtId, reviewId, seen, cause, command)
                .version();
    }

    private static void checkAims(Connection connection, String districtId, List<UUID> aimIds) throws SQLException {
        List<UUID> known = new Select("select aim_id from aim where district_id = ?", districtId)
                .and("and aim_id = any (?::uuid[])", aimIds)
                .rows(connection, row -> row.getObject(1, UUID.class));
        for (int i = 0; i < aimIds.size(); i++) {
            if (!known.contains(aimIds.get(i))) {
                throw new Refusal(
                        ReviewRule.REVIEW_AIM_UNKNOWN,
                        "aimIds[%d]".formatted(i),
                        "Set the aim first, look its id up in the list of aims, or leave it out.");
            }
        }
    }
}
