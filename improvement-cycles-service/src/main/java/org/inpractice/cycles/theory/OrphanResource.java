package org.inpractice.cycles.theory;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Texts;

/** What is missing in a district's theory of improvement. */
@Path("/v1/districts/{districtId}/orphans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drivers")
public class OrphanResource {
    /** Kind and id: the same thing may miss several things, but each once. */
    private static final Comparator<Orphan> ORDER = Comparator.comparing(Orphan::kind)
            .thenComparing(orphan -> orphan.id().toString());

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    Orphans orphans;

    @Inject
    Clock clock;

    /** The report. */
    @GET
    @Operation(
            summary = "What is missing, by kind, each with what to do",
            description = "Aims without a defined outcome measure or without drivers, drivers without owner or measure,"
                    + " ideas nobody tests, cycles on an idea nobody has warranted, owners who left.")
    public Page<Orphan> orphans(
            @Parameter(description = "One kind, for example driver_without_owner") @QueryParam("kind") String kind,
            @Parameter(description = "What belongs to this aim") @QueryParam("aimId") String aimId,
            @Parameter(description = "What this person owns") @QueryParam("owner") String owner,
            @Parameter(description = "As was known at this instant") @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        List<String> after = Cursor.keys(cursor, 2);
        OrphanKind afterKind = after.isEmpty() ? null : kind(after.getFirst());
        OrphanKind wanted = Parameters.oneOf(OrphanKind.class, "kind", kind);
        UUID aim = Parameters.uuid("aimId", aimId);
        String somebody = Texts.parameter("owner", owner);
        AsOf at = AsOf.parameter(asOf);
        LocalDate today = Days.of(at.isNow() ? clock.instant() : at.instant());
        List<Orphan> rows = reads.read(connection -> orphans.find(connection, request.districtId(), today, at)).stream()
                .filter(orphan -> wanted == null || orphan.kind() == wanted)
                .filter(orphan -> aim == null || Objects.equals(orphan.aimId(), aim))
                .filter(orphan -> somebody == null || (orphan.owner() != null && Person.same(orphan.owner(), somebody)))
                .filter(orphan -> afterKind == null || isAfter(orphan, afterKind, after.get(1)))
                .sorted(ORDER)
                .limit(length + 1L)
                .toList();
        return Page.of(
                rows, length, row -> Cursor.of(row.kind().name(), row.id().toString()));
    }

    private static boolean isAfter(Orphan orphan, OrphanKind kind, String id) {
        int kinds = orphan.kind().compareTo(kind);
        return kinds > 0 || (kinds == 0 && orphan.id().toString().compareTo(id) > 0);
    }

    private static OrphanKind kind(String name) {
        try {
            return OrphanKind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }
}
