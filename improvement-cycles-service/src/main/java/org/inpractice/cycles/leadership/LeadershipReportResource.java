package org.inpractice.cycles.leadership;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Shares;
import org.inpractice.cycles.aim.AimState;
import org.inpractice.cycles.aim.Aims;
import org.inpractice.cycles.barrier.BarrierFigures;
import org.inpractice.cycles.leadership.CadenceReading.Gap;
import org.inpractice.cycles.leadership.LeadershipReport.Reviews;

/** Whether leadership is practised, over REST. */
@Path("/v1/districts/{districtId}/leadership-report")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Leadership")
public class LeadershipReportResource {
    private static final String HOW =
            "A gap runs from one review to the next, at first from the day the cadence begins; it"
                    + " is in time when the next review was held by the due day and the days of grace of the cadence that held"
                    + " when the gap began. The last gap is judged only once it is late.";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    Clock clock;

    /** The report. */
    @GET
    @Operation(
            summary = "Were reviews held as often as the district said it would, and how long do barriers stand?",
            description = "Gaps between reviews against the cadence, attendance, aims looked at, barriers.")
    @APIResponse(responseCode = "200", description = "The report")
    public LeadershipReport report(
            @Parameter(description = "First day looked at; all that is known when absent.") @QueryParam("from")
                    String from,
            @Parameter(description = "Last day looked at; today when absent.") @QueryParam("to") String to,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf) {
        AsOf known = AsOf.parameter(asOf);
        LocalDate first = Parameters.date("from", from);
        LocalDate last = Parameters.date("to", to);
        LocalDate today = Days.of(known.isNow() ? clock.instant() : known.instant());
        LocalDate end = last == null || last.isAfter(today) ? today : last;
        if (first != null && first.isAfter(end)) {
            throw Problems.invalid("from", "Send a day on or before the last day looked at.");
        }
        return reads.read(connection -> report(connection, first, end, known));
    }

    private LeadershipReport report(Connection connection, LocalDate from, LocalDate to, AsOf known)
            throws SQLException {
        String district = request.districtId();
        List<Review> all = ReviewTable.heldUpTo(connection, district, to, known);
        List<Review> reviews = all.stream()
                .filter(review -> from == null || !review.terms().heldOn().isBefore(from))
                .toList();
        Cadence cadence = Cadences.known(connection, district, known);
        List<LocalDate> days =
                all.stream().map(review -> review.terms().heldOn()).toList();
        return new LeadershipReport(
                from,
                to,
                reviews(CadenceReading.of(days, cadence, from, to), all, reviews.size()),
                AttendanceReading.of(reviews),
                AttendanceReading.aims(aims(connection, district, known), reviews),
                BarrierFigures.of(connection, district, known, to));
    }

    private static Reviews reviews(CadenceReading reading, List<Review> all, int held) {
        List<Gap> gaps = reading.gaps();
        Gap open = gaps.isEmpty() || gaps.getLast().ended() ? null : gaps.getLast();
        return new Reviews(
                held,
                reading.judged(),
                reading.inTime(),
                reading.judged() == 0 ? null : Shares.of(reading.inTime(), reading.judged()),
                reading.longest().orElse(null),
                reading.nextDue(),
                all.isEmpty() ? null : all.getLast().terms().nextReviewOn(),
                open == null ? 0 : open.daysLate(),
                gaps,
                HOW);
    }

    /** Those that are pursued, the first set first. */
    private static List<UUID> aims(Connection connection, String district, AsOf known) throws SQLException {
        return Aims.ROWS.all(connection, Aims.ROWS.select(district, known)).stream()
                .filter(aim -> aim.state().state() == AimState.ACTIVE)
                .map(Known::id)
                .toList();
    }
}
