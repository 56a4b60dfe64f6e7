package org.inpractice.measurement.feed;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.measurement.feed.Completeness.OfPeriod;
import org.inpractice.measurement.feed.Completeness.OfSite;
import org.inpractice.measurement.feed.CompletenessReading.Question;

/** The completeness of a measure over REST. */
@Path("/v1/districts/{districtId}/measures/{measureId}/completeness")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Completeness", description = "Which periods of a measure were expected, and which have arrived.")
public class CompletenessResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    CompletenessReading reading;

    /** Site by site. */
    @GET
    @Operation(
            summary = "How complete a measure is, site by site",
            description = "Of the periods that have ended, how many were expected, told of (reported, suppressed or not"
                    + " reported: all three are complete) and missing, and how many days after its end a period arrived."
                    + " What is expected, and when it is late, the data feeds say; where no feed delivers, every period"
                    + " since the first one told of is expected, and none is late.")
    @APIResponse(responseCode = "200", description = "A page of sites, by id")
    @APIResponse(responseCode = "404", description = "The district has defined no such measure")
    public Page<OfSite> sites(
            @PathParam("measureId") String id,
            @Parameter(description = "Only this site; all when absent.", example = "19647330112536")
                    @QueryParam("siteId")
                    String siteId,
            @Parameter(description = "all when absent.", example = "all") @QueryParam("studentGroup")
                    String studentGroup,
            @Parameter(description = "Periods that start on this day or later.", example = "2025-07-01")
                    @QueryParam("from")
                    String from,
            @Parameter(description = "Periods that start on this day or earlier.", example = "2026-06-30")
                    @QueryParam("to")
                    String to,
            @Parameter(description = "What was known and due at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        List<String> keys = Cursor.keys(cursor, 1);
        Question question = question(id, studentGroup, from, to, asOf);
        String site = readable("siteId", siteId);
        return reads.read(connection -> Page.of(
                site == null
                        ? reading.sites(connection, question, keys.isEmpty() ? "" : keys.getFirst(), length + 1)
                        : reading.site(connection, question, site),
                length,
                last -> Cursor.of(last.siteId())));
    }

    /** Period by period. */
    @GET
    @Path("periods")
    @Operation(
            summary = "How complete a measure is at one site, period by period",
            description =
                    "The expected periods that have ended, in order: what became of each, when it was due and when"
                            + " it arrived.")
    @APIResponse(responseCode = "200", description = "A page of periods")
    @APIResponse(responseCode = "404", description = "The district has defined no such measure")
    public Page<OfPeriod> periods(
            @PathParam("measureId") String id,
            @Parameter(description = "Required.", required = true, example = "19647330112536") @QueryParam("siteId")
                    String siteId,
            @Parameter(description = "all when absent.", example = "all") @QueryParam("studentGroup")
                    String studentGroup,
            @Parameter(description = "Periods that start on this day or later.", example = "2025-07-01")
                    @QueryParam("from")
                    String from,
            @Parameter(description = "Periods that start on this day or earlier.", example = "2026-06-30")
                    @QueryParam("to")
                    String to,
            @Parameter(description = "What was known and due at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        List<String> keys = Cursor.keys(cursor, 1);
        Question question = question(id, studentGroup, from, to, asOf);
        String site = readable("siteId", siteId);
        if (site == null) {
            throw Problems.invalid("siteId", "Name the site; GET completeness tells which there are.");
        }
        List<OfPeriod> rows = reads.read(connection -> reading.periods(connection, question, site)).stream()
                .filter(row -> keys.isEmpty() || row.periodStart().toString().compareTo(keys.getFirst()) > 0)
                .limit(length + 1L)
                .toList();
        return Page.of(rows, length, last -> Cursor.of(last.periodStart().toString()));
    }

    private Question question(String id, String studentGroup, String from, String to, String asOf) {
        return new Question(
                request.districtId(),
                Parameters.uuid("measureId", id),
                studentGroup == null ? "all" : readable("studentGroup", studentGroup),
                Parameters.date("from", from),
                Parameters.date("to", to),
                Parameters.instant("asOf", asOf),
                request.may("small-cells"));
    }

    private static String readable(String name, String value) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw Problems.invalid(name, "Send it as the observations have it.");
        }
        return value;
    }
}
