package org.inpractice.cycles.cycle;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;

/** What a list of cycles can be narrowed to, as query parameters. */
public class CycleFilter {
    @Parameter(description = "planned, started, paused, studied, decided or cancelled")
    @QueryParam("state")
    String state;

    @QueryParam("teamId")
    String teamId;

    @QueryParam("aimId")
    String aimId;

    @QueryParam("changeIdeaId")
    String changeIdeaId;

    @Parameter(description = "Cycles at this site, alone or among others")
    @QueryParam("siteId")
    String siteId;

    @QueryParam("owner")
    String owner;

    @Parameter(description = "Started on this day or later", example = "2025-08-15")
    @QueryParam("startedFrom")
    String startedFrom;

    @Parameter(description = "Started on this day or earlier", example = "2026-06-12")
    @QueryParam("startedTo")
    String startedTo;

    @Parameter(description = "Decided on this day or later", example = "2025-08-15")
    @QueryParam("decidedFrom")
    String decidedFrom;

    @Parameter(description = "Decided on this day or earlier", example = "2026-06-12")
    @QueryParam("decidedTo")
    String decidedTo;

    /** The filter; a bad parameter is a problem that names it. */
    public CycleTable.Filter read() {
        return new CycleTable.Filter(
                Parameters.oneOf(CycleState.class, "state", state),
                Parameters.uuid("teamId", teamId),
                Parameters.uuid("aimId", aimId),
                Parameters.uuid("changeIdeaId", changeIdeaId),
                text("siteId", siteId, "Send an id as the district writes it."),
                text("owner", owner, "Send the owner as it stands in the cycle."),
                days("started", startedFrom, startedTo),
                days("decided", decidedFrom, decidedTo),
                false);
    }

    private static CycleTable.Days days(String name, String from, String to) {
        LocalDate first = Parameters.date(name + "From", from);
        LocalDate last = Parameters.date(name + "To", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw Problems.invalid(name + "To", "Send a day on or after " + name + "From.");
        }
        return new CycleTable.Days(first, last);
    }

    /** A NUL cannot be stored, and so cannot be looked for. */
    private static String text(String name, String value, String remedy) {
        if (value != null && (value.isEmpty() || value.indexOf('\0') >= 0)) {
            throw Problems.invalid(name, remedy);
        }
        return value;
    }
}
