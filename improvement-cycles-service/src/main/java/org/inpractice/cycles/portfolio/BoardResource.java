package org.inpractice.cycles.portfolio;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Texts;
import org.inpractice.cycles.cycle.CycleRecord;
import org.inpractice.cycles.cycle.CycleState;
import org.inpractice.cycles.portfolio.Board.After;
import org.inpractice.cycles.portfolio.Board.Counts;
import org.inpractice.cycles.portfolio.Board.Filter;
import org.inpractice.cycles.portfolio.Board.Row;

/** The board of cycles in progress over REST, stalled ones first. */
@Path("/v1/districts/{districtId}/portfolio/board")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio")
public class BoardResource {
    private static final List<CycleState> IN_PROGRESS = List.of(CycleState.STARTED, CycleState.STUDIED);
    private static final int MOST_DAYS = 366;

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    Clock clock;

    /**
     * A page of the board.
     *
     * @param stalledAfterDays days without an event after which a cycle counts as stalled
     * @param cycles how many the filter finds, stalled or not
     * @param stalled how many of these have stalled
     * @param onHold how many cycles are on hold; with {@code state=paused} they are the board
     */
    @Schema(name = "PortfolioBoard")
    public record BoardView(
            int stalledAfterDays, long cycles, long stalled, long onHold, List<Card> items, String next) {}

    /**
     * A cycle on the board.
     *
     * @param lastEventAt when anything last happened to it, as people say
     * @param onHoldBecause of one on hold, why
     */
    @Schema(name = "PortfolioCard")
    public record Card(
            UUID cycleId,
            CycleState state,
            String changeIdea,
            UUID changeIdeaId,
            UUID teamId,
            UUID aimId,
            String owner,
            List<String> siteIds,
            LocalDate startedOn,
            Instant lastEventAt,
            long daysWithoutEvent,
            boolean stalled,
            NextStep nextStep,
            String onHoldBecause) {}

    /** The board. */
    @GET
    @Operation(
            summary = "The cycles in progress, those without an event for the longest time first",
            description =
                    "With the step of the method each of them waits for. Cycles on hold stand apart: state=paused.")
    @APIResponse(responseCode = "200", description = "A page of the board")
    public BoardView board(
            @Parameter(
                            description =
                                    "Days without an event after which a cycle counts as stalled; what the district"
                                            + " has set when absent, 14 when it never did.")
                    @QueryParam("days")
                    String days,
            @Parameter(description = "planned, started, studied or paused; started and studied when absent")
                    @QueryParam("state")
                    String state,
            @Parameter(description = "true for stalled ones only, false for the others") @QueryParam("stalled")
                    String stalled,
            @QueryParam("teamId") String teamId,
            @QueryParam("aimId") String aimId,
            @QueryParam("siteId") String siteId,
            @QueryParam("owner") String owner,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        AsOf at = AsOf.parameter(asOf);
        Integer wantedDays = days(days);
        Filter filter = new Filter(
                states(state),
                Parameters.uuid("teamId", teamId),
                Parameters.uuid("aimId", aimId),
                Texts.parameter("siteId", siteId),
                Texts.parameter("owner", owner),
                Texts.yesOrNo("stalled", stalled));
        After after = after(cursor);
        return reads.read(connection -> board(connection, filter, at, wantedDays, after, length));
    }

    private BoardView board(Connection connection, Filter filter, AsOf at, Integer wantedDays, After after, int length)
            throws SQLException {
        String district = request.districtId();
        int days = wantedDays != null
                ? wantedDays
                : StallLimits.known(connection, district, at)
                        .map(Known::state)
                        .map(StallLimit::days)
                        .orElse(StallLimit.DEFAULT_DAYS);
        LocalDate today = Days.of(at.isNow() ? clock.instant() : at.instant());
        Instant stalledBefore = Board.stalledBefore(today, days);
        Filter onHold = new Filter(
                List.of(CycleState.PAUSED), filter.teamId(), filter.aimId(), filter.siteId(), filter.owner(), null);
        Counts counts = Board.counts(connection, district, filter, at, stalledBefore);
        long held =
                Board.counts(connection, district, onHold, at, stalledBefore).cycles();
        List<Row> rows = Board.longestFirst(connection, district, filter, at, stalledBefore, after, length);
        Page<Row> page =
                Page.of(rows, length, row -> Cursor.of(row.lastEventAt().toString(), String.valueOf(row.plannedSeq())));
        return new BoardView(
                days,
                counts.cycles(),
                counts.stalled(),
                held,
                page.items().stream()
                        .map(row -> card(row, today, stalledBefore))
                        .toList(),
                page.next());
    }

    private static Card card(Row row, LocalDate today, Instant stalledBefore) {
        CycleRecord cycle = row.cycle();
        var plan = cycle.plan();
        boolean held = cycle.state() == CycleState.PAUSED;
        return new Card(
                plan.cycleId(),
                cycle.state(),
                plan.changeIdea(),
                plan.changeIdeaId(),
                plan.teamId(),
                plan.aimId(),
                plan.owner(),
                plan.sites(),
                cycle.startedOn(),
                row.lastEventAt(),
                Math.max(0, ChronoUnit.DAYS.between(Days.of(row.lastEventAt()), today)),
                !held && row.lastEventAt().isBefore(stalledBefore),
                NextStep.of(cycle, today),
                held && !cycle.pauses().isEmpty() ? cycle.pauses().getLast().reason() : null);
    }

    private static List<CycleState> states(String state) {
        CycleState wanted = Parameters.oneOf(CycleState.class, "state", state);
        if (wanted == CycleState.DECIDED || wanted == CycleState.CANCELLED) {
            throw Problems.invalid("state", "Send planned, started, studied or paused: the others are over.");
        }
        return wanted == null ? IN_PROGRESS : List.of(wanted);
    }

    private static Integer days(String days) {
        if (days == null) {
            return null;
        }
        if (days.matches("\\d{1,3}") && Integer.parseInt(days) >= 1 && Integer.parseInt(days) <= MOST_DAYS) {
            return Integer.valueOf(days);
        }
        throw Problems.invalid("days", "Send a number of days from 1 to " + MOST_DAYS + ".");
    }

    private static After after(String cursor) {
        List<String> keys = Cursor.keys(cursor, 2);
        try {
            return keys.isEmpty()
                    ? null
                    : new After(Parameters.instant("cursor", keys.get(0)), Long.parseLong(keys.get(1)));
        } catch (NumberFormatException e) {
            throw Cursor.notOurs();
        }
    }
}
