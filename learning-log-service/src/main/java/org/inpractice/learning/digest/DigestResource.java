package org.inpractice.learning.digest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.learning.history.OpenedEntries;

/** What happened in a period, for people to read. */
@Path("/v1/districts/{districtId}/history/digest")
@Tag(name = "History")
public class DigestResource {
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", "UTF-8");
    private static final MediaType HTML = new MediaType("text", "html", "UTF-8");
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, HTML, MARKDOWN).build();

    /** The page's own style, and nothing else: whatever got into a text, nothing runs and nothing is fetched. */
    private static final String NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /** A school year and its summer. */
    private static final int MOST_DAYS = 400;

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    OpenedEntries opened;

    @Inject
    DigestZone zones;

    /** The digest. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/html;charset=UTF-8", "text/markdown;charset=UTF-8"})
    @Operation(
            summary = "What happened in a period",
            description = "By when things happened, in the days of a zone: what began, was studied and decided, what"
                    + " moved, failures, reviews and their actions, data that came late. Accept: text/html or"
                    + " text/markdown answers a page to read and print. Each item names its event, whose why and effects"
                    + " lead on.")
    @APIResponse(
            responseCode = "200",
            description = "The digest",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Digest.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/markdown", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "400", description = "A day or zone that cannot be read; the problem names it")
    public Response digest(
            @Context Request accept,
            @Parameter(description = "The first day.", required = true, example = "2026-03-01") @QueryParam("from")
                    String from,
            @Parameter(
                            description = "The last day, itself included; up to 400 days.",
                            required = true,
                            example = "2026-03-31")
                    @QueryParam("to")
                    String to,
            @Parameter(
                            description =
                                    "Whose days: a name of the IANA time zone database. The installation's own when"
                                            + " absent, as installed America/Los_Angeles.",
                            example = "America/Los_Angeles")
                    @QueryParam("zone")
                    String zone,
            @Parameter(description = "What was known at this instant.", example = "2026-04-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (first.isAfter(last)) {
            throw Problems.invalid("from", "Send a from that is not after to: the first and the last day.");
        }
        if (first.plusDays(MOST_DAYS).isBefore(last)) {
            throw Problems.invalid("to", "Send a to at most 400 days after from; a longer digest nobody reads.");
        }
        DigestPeriod period = new DigestPeriod(first, last, zones.of(zone), Parameters.instant("asOf", asOf));
        return answer(
                accept,
                reads.read(connection -> new DigestReading(connection, opened, request.districtId(), period).digest()));
    }

    private static Response answer(Request accept, Digest digest) {
        Variant form = accept.selectVariant(FORMS);
        MediaType type = form == null ? MediaType.APPLICATION_JSON_TYPE : form.getMediaType();
        Object body = digest;
        if (type.isCompatible(HTML)) {
            body = DigestHtml.of(digest);
        } else if (type.isCompatible(MARKDOWN)) {
            body = DigestMarkdown.of(digest);
        }
        return Response.ok(body, type)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", NOTHING_RUNS)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static LocalDate day(String name, String value) {
        LocalDate day = Parameters.date(name, value);
        if (day == null) {
            throw Problems.invalid(name, "Send the first and the last day of the period, for example 2026-03-01.");
        }
        return day;
    }
}
