package org.inpractice.learning.failure;

import jakarta.ws.rs.QueryParam;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;

/** Which failures somebody wants, as query parameters; a bad one is a problem that names it. */
public class FailureQuery {
    private static final Pattern SITE = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    private static final int LONGEST_FACTOR = 500;

    @Parameter(description = "failure or near_failure.", example = "near_failure")
    @QueryParam("kind")
    String kind;

    @Parameter(description = "reported, triaged, in_review, reviewed, closed or dismissed.", example = "reported")
    @QueryParam("state")
    String state;

    @Parameter(description = "Only what happened at this site.", example = "19647330102901")
    @QueryParam("siteId")
    String siteId;

    @Parameter(description = "Only what happened in this cycle.")
    @QueryParam("cycleId")
    String cycleId;

    @Parameter(description = "Only what concerns this aim.")
    @QueryParam("aimId")
    String aimId;

    @Parameter(description = "Only what shows on this measure.")
    @QueryParam("measureId")
    String measureId;

    @Parameter(
            description = "Only what a review found this contributing factor in: a code, or words in capitals or not.",
            example = "communication")
    @QueryParam("factor")
    String factor;

    @Parameter(description = "happenedAt at or after this instant.", example = "2025-09-01T00:00:00Z")
    @QueryParam("from")
    String from;

    @Parameter(description = "happenedAt before this instant.", example = "2026-07-01T00:00:00Z")
    @QueryParam("to")
    String to;

    @Parameter(description = "As they were known at this instant.", example = "2026-03-01T08:00:00Z")
    @QueryParam("asOf")
    String asOf;

    FailureFilter filter(UnaryOperator<String> factorKey) {
        if (siteId != null && !SITE.matcher(siteId).matches()) {
            throw Problems.invalid("siteId", "Send a site's id, for example 19647330102901.");
        }
        return new FailureFilter(
                Parameters.oneOf(FailureKind.class, "kind", kind),
                Parameters.oneOf(FailureState.class, "state", state),
                siteId,
                Parameters.uuid("cycleId", cycleId),
                Parameters.uuid("aimId", aimId),
                Parameters.uuid("measureId", measureId),
                factorKey.apply(factor(factor)),
                Parameters.instant("from", from),
                Parameters.instant("to", to),
                Parameters.instant("asOf", asOf));
    }

    /** A factor as a parameter; null without one. */
    static String factor(String sent) {
        if (sent != null && (sent.isBlank() || sent.length() > LONGEST_FACTOR || sent.indexOf('\0') >= 0)) {
            throw Problems.invalid("factor", "Send the factor as a review names it, up to 500 characters.");
        }
        return sent;
    }
}
