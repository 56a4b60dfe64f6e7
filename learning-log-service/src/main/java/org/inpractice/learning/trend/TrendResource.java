package org.inpractice.learning.trend;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
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
import org.inpractice.learning.sealing.Seals;
import org.inpractice.learning.trend.TrendTable.Filter;
import org.inpractice.learning.trend.Trends.CountedFailure;
import org.inpractice.learning.trend.Trends.DaysTrend;
import org.inpractice.learning.trend.Trends.FactorTrend;
import org.inpractice.learning.trend.Trends.RatioTrend;

/** What recurs, and how a district learns, over time. */
@Path("/v1/districts/{districtId}/trends")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learning")
public class TrendResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    Seals seals;

    @Inject
    Clock clock;

    /** Which time, and how it is cut. */
    public static class Asked {
        @Parameter(description = "month, quarter or school_year (July to June); month when absent.", example = "month")
        @QueryParam("by")
        String by;

        @Parameter(description = "From this day on.", example = "2025-07-01")
        @QueryParam("from")
        String from;

        @Parameter(description = "Up to this day.", example = "2026-06-30")
        @QueryParam("to")
        String to;

        @Parameter(description = "Only of this site.")
        @QueryParam("siteId")
        String siteId;

        @Parameter(description = "As it was known at this instant.", example = "2026-03-01T08:00:00Z")
        @QueryParam("asOf")
        String asOf;

        TrendPeriod period() {
            TrendPeriod period = Parameters.oneOf(TrendPeriod.class, "by", by);
            return period == null ? TrendPeriod.MONTH : period;
        }

        Filter filter(String kind, Clock clock) {
            Instant known = Parameters.instant("asOf", asOf);
            LocalDate first = Parameters.date("from", from);
            LocalDate last = Parameters.date("to", to);
            if (first != null && last != null && last.isBefore(first)) {
                throw Problems.invalid("to", "Send a day on or after from.");
            }
            if (siteId != null && !siteId.matches("[A-Za-z0-9_.:-]{1,64}")) {
                throw Problems.invalid("siteId", "Send a site's id, for example 19647330102901.");
            }
            if (kind != null && !kind.equals("failure") && !kind.equals("near_failure")) {
                throw Problems.invalid("kind", "Send one of: failure, near_failure.");
            }
            // Clocks of replicas differ, and what was just recorded shall be counted.
            return new Filter(
                    first, last, siteId, kind, known == null ? clock.instant().plusSeconds(3_600) : known);
        }
    }

    /** Factors. */
    @GET
    @Path("factors")
    @Operation(
            summary = "Which contributing factors recur, over time",
            description =
                    "By the day of the review. A factor in words is the same in capitals; a factor whose words were"
                            + " erased is not counted any more.")
    @APIResponse(responseCode = "200", description = "The factors, the most frequent first, with the reviews counted")
    public FactorTrend factors(
            @BeanParam Asked asked,
            @Parameter(description = "failure or near_failure; both when absent.") @QueryParam("kind") String kind) {
        TrendPeriod by = asked.period();
        Filter filter = asked.filter(kind, clock);
        return reads.read(connection -> {
            List<CountedFailure> failures = TrendTable.reviewed(connection, request.districtId(), filter);
            List<UUID> ids = failures.stream().map(CountedFailure::failureId).toList();
            var opener = seals.opener(connection, request.districtId(), ids);
            return Trends.factors(
                    failures, TrendTable.factors(connection, request.districtId(), ids, filter.asOf(), opener), by);
        });
    }

    /** Near-failures. */
    @GET
    @Path("near-failures")
    @Operation(
            summary = "Near-failures beside failures, over time",
            description = "By the day it happened, with the counts; of few reports it says so.")
    @APIResponse(responseCode = "200", description = "Counts and ratios")
    public RatioTrend nearFailures(@BeanParam Asked asked) {
        TrendPeriod by = asked.period();
        Filter filter = asked.filter(null, clock);
        return reads.read(
                connection -> Trends.ratio(TrendTable.happened(connection, request.districtId(), filter), by));
    }

    /** Days. */
    @GET
    @Path("days")
    @Operation(
            summary = "Days from event to review to the last action done, over time",
            description = "Medians, with how many they are of and how many are open.")
    @APIResponse(responseCode = "200", description = "Medians, and how they are computed")
    public DaysTrend days(@BeanParam Asked asked) {
        TrendPeriod by = asked.period();
        Filter filter = asked.filter(null, clock);
        return reads.read(connection -> Trends.days(TrendTable.happened(connection, request.districtId(), filter), by));
    }
}
