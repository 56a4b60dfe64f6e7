package org.inpractice.learning.history;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.learning.history.HistoryFilter.Aggregate;
import org.inpractice.learning.history.HistoryFilter.Order;

/** The district history over REST. */
@Path("/v1/districts/{districtId}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History", description = "Every event of all three services in one timeline.")
public class HistoryResource {
    private static final int MOST_FILTERS = 50;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    OpenedEntries opened;

    /**
     * A page of the history.
     *
     * @param items events in the order asked for
     * @param next the cursor of the next page; absent on the last
     * @param complete by source: up to this sequence number every event of the district has arrived and is in this list
     */
    @Schema(name = "HistoryPage")
    public record HistoryPage(
            List<HistoryEntry> items,
            String next,

            @Schema(examples = "{\"measurement-service\": 123}")
            SortedMap<String, Long> complete) {}

    /** A page of the timeline. */
    @GET
    @Operation(
            summary = "The history of the district",
            description =
                    "By recordedAt; source and districtSeq break ties. A list holds what had arrived when its first"
                            + " page was read (complete), so no page skips or repeats an event while others write:"
                            + " what arrives meanwhile is in the next list.")
    @APIResponse(responseCode = "200", description = "A page of events")
    @APIResponse(responseCode = "400", description = "A filter that cannot be read; the problem names it")
    public HistoryPage history(
            @Parameter(
                            description =
                                    "Wire types; a name that ends in .* takes all that begin so. May be repeated.",
                            example = "improvement.cycle.*")
                    @QueryParam("type")
                    List<String> types,
            @Parameter(description = "Services. May be repeated.", example = "measurement-service")
                    @QueryParam("source")
                    List<String> sources,
            @Parameter(
                            description = "One aggregate, as type/id.",
                            example = "cycle/01992f6e-1a2b-7c3d-8e4f-5a6b7c8d9e0f")
                    @QueryParam("aggregate")
                    String aggregate,
            @Parameter(description = "occurredAt at or after this instant.", example = "2025-09-01T00:00:00Z")
                    @QueryParam("from")
                    String from,
            @Parameter(description = "occurredAt before this instant.", example = "2026-07-01T00:00:00Z")
                    @QueryParam("to")
                    String to,
            @Parameter(
                            description = "What was known at this instant: recordedAt at or before it.",
                            example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf,
            @Parameter(description = "asc (oldest first, when absent) or desc.", example = "desc") @QueryParam("order")
                    String order,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        HistoryFilter filter = filter(types, sources, aggregate, from, to, asOf, order);
        TimelinePosition after = TimelinePosition.of(cursor);
        int length = Parameters.limit(limit);
        return reads.read(connection -> {
            Timeline timeline = new Timeline(connection, request.districtId());
            SortedMap<String, Long> complete = after == null ? timeline.complete() : after.complete();
            Page<HistoryEntry> page = Page.of(
                    timeline.page(filter, after, complete, length + 1), length, last -> cursorAfter(last, complete));
            return new HistoryPage(opened.of(connection, request.districtId(), page.items()), page.next(), complete);
        });
    }

    private static String cursorAfter(HistoryEntry last, SortedMap<String, Long> complete) {
        return new TimelinePosition(last.recordedAt(), last.source(), last.districtSeq(), complete).cursor();
    }

    private static HistoryFilter filter(
            List<String> types,
            List<String> sources,
            String aggregate,
            String from,
            String to,
            String asOf,
            String order) {
        List<String> exact = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        for (String type : names("type", types, ".*")) {
            if (type.endsWith(".*")) {
                prefixes.add(type.substring(0, type.length() - 1));
            } else {
                exact.add(type);
            }
        }
        Order ordered = Parameters.oneOf(Order.class, "order", order);
        return new HistoryFilter(
                exact,
                prefixes,
                names("source", sources, ""),
                aggregate(aggregate),
                Parameters.instant("from", from),
                Parameters.instant("to", to),
                Parameters.instant("asOf", asOf),
                ordered == null ? Order.ASC : ordered);
    }

    private static List<String> names(String parameter, List<String> values, String ending) {
        for (String value : values) {
            String name = value.endsWith(ending) ? value.substring(0, value.length() - ending.length()) : value;
            if (values.size() > MOST_FILTERS || !NAME.matcher(name).matches()) {
                throw Problems.invalid(
                        parameter,
                        parameter.equals("type")
                                ? "Send up to 50 types, for example improvement.cycle.started.v1 or improvement.cycle.*."
                                : "Send up to 50 services, for example measurement-service.");
            }
        }
        return values;
    }

    private static Aggregate aggregate(String value) {
        if (value == null) {
            return null;
        }
        int slash = value.indexOf('/');
        if (slash > 0 && NAME.matcher(value.substring(0, slash)).matches()) {
            try {
                return new Aggregate(value.substring(0, slash), UUID.fromString(value.substring(slash + 1)));
            } catch (IllegalArgumentException e) {
                // Said below.
            }
        }
        throw Problems.invalid("aggregate", "Send type/id, for example cycle/01992f6e-1a2b-7c3d-8e4f-5a6b7c8d9e0f.");
    }
}
