package org.inpractice.cycles.leadership;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.LongText;
import org.inpractice.cycles.leadership.Cadence.Setting;
import org.inpractice.cycles.leadership.CadenceEvent.CadenceSet;

/** How often a district's leaders review, over REST. */
@Path("/v1/districts/{districtId}/leadership-cadence")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Leadership")
public class CadenceResource {
    private static final String DAYS = "Send a number of days from 1 to 366.";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    Cadences cadences;

    /** A cadence to set. */
    @Schema(name = "LeadershipCadenceChange")
    public record CadenceChange(
            @Schema(examples = "28", description = "Days from one review to the next.")
            @NotNull(message = "Say how many days lie between two reviews.")
            @Min(value = 1, message = DAYS)
            @Max(value = 366, message = DAYS)
            Integer everyDays,

            @Schema(
                    examples = "7",
                    description = "Days later than that on which a review is not late yet; none when absent.")
            @Min(value = 0, message = "Send a number of days from 0 to 365.")
            @Max(value = 365, message = "Send a number of days from 0 to 365.")
            Integer graceDays,

            @Schema(description = "The day from which on it holds; that of occurredAt when absent.") @CalendarDay
            LocalDate from,

            @LongText String reason,
            Instant occurredAt) {}

    /**
     * How often reviews shall be held.
     *
     * @param settings in the order in which they were made; of those that begin by a day the last one holds
     */
    @Schema(name = "LeadershipCadence")
    public record CadenceView(List<Setting> settings) {}

    /** Reads it. */
    @GET
    @Operation(summary = "How often leadership reviews shall be held")
    @APIResponse(
            responseCode = "200",
            description = "What was set, none when nothing ever was; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = CadenceView.class)))
    public Response cadence(
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf) {
        AsOf known = AsOf.parameter(asOf);
        Cadence cadence = reads.read(connection -> Cadences.known(connection, request.districtId(), known));
        return Response.ok(new CadenceView(cadence.settings()))
                .header(
                        HttpHeaders.ETAG,
                        known.isNow() ? "\"" + cadence.settings().size() + "\"" : null)
                .build();
    }

    /** Sets it. */
    @PUT
    @Operation(
            summary = "Say how often leadership reviews shall be held",
            description = "Needs If-Match. What was due before the day it begins stays as it was.")
    @APIResponse(
            responseCode = "200",
            description = "Set, or nothing to change",
            content = @Content(schema = @Schema(implementation = CadenceView.class)))
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response set(@Valid @NotNull(message = "Send the cadence as a JSON object.") CadenceChange change) {
        OptionalLong seen = request.requiredIfMatch();
        var cause = request.cause(change.occurredAt());
        int graceDays = change.graceDays() == null ? 0 : change.graceDays();
        LocalDate from = change.from() == null ? Days.of(cause.occurredAt()) : change.from();
        CadenceSet set = new CadenceSet(change.everyDays(), graceDays, from, change.reason());
        return writes.write(change, connection -> {
            long version = cadences.set(connection, request.districtId(), seen, cause, set);
            Cadence cadence = Cadences.known(connection, request.districtId(), AsOf.NOW);
            return Answer.ok(new CadenceView(cadence.settings()), version);
        });
    }
}
