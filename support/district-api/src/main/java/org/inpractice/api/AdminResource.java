package org.inpractice.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.stream.ParkedSequence;
import org.inpractice.stream.ParkedSequences;
import org.inpractice.stream.RebuildState;
import org.inpractice.stream.RelayLag;
import org.jboss.logging.Logger;

/** What operations look at and set going again. Needs the scope {@code admin}. */
@Path("/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class AdminResource {
    private static final Logger LOG = Logger.getLogger(AdminResource.class);

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    Followers followers;

    @Inject
    ReadModels readModels;

    @Inject
    Clock clock;

    /** Whether a release got the sequence going again. */
    public record Release(boolean goesOn) {}

    /** The read models and the state of their last rebuilds. */
    public record ReadModelList(SortedSet<String> readModels, List<RebuildState> rebuilds) {}

    /** Sequences that stand still. */
    @GET
    @Path("parked")
    @Operation(
            summary = "Sequences that stand still, and why",
            description = "A poison event or a gap holds back one source's events of one district; all others go on.")
    public List<ParkedSequence> parked() {
        return reads.read(ParkedSequences::all).stream()
                .filter(parked -> request.covers(parked.districtId()))
                .toList();
    }

    /** Tries a parked sequence again. */
    @POST
    @Path("parked/{consumer}/{source}/{districtId}/release")
    @Operation(
            summary = "Try a parked sequence again, in order",
            description = "After its cause was mended. It is parked again, with the new reason, when it still fails.")
    public Release release(
            @PathParam("consumer") String consumer,
            @PathParam("source") String source,
            @PathParam("districtId") String districtId) {
        Follower<?> follower = followers.named(consumer).orElseThrow(() -> new NotFound("consumer"));
        LOG.infof("%s releases %s of %s, district %s", request.actor(), source, consumer, districtId);
        try {
            return new Release(follower.inbox().release(source, districtId));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** What has not reached the topic. */
    @GET
    @Path("relay")
    @Operation(summary = "Events that have not reached the topic: how many, how old, of how many districts")
    public RelayLag relay() {
        return reads.read(connection -> RelayLag.measure(connection, clock.instant()));
    }

    /** Read models and their rebuilds. */
    @GET
    @Path("read-models")
    @Operation(summary = "Read models and how their last rebuild went")
    public ReadModelList readModels() {
        return new ReadModelList(readModels.names(), reads.read(RebuildState::all));
    }

    /** Starts a rebuild. */
    @POST
    @Path("read-models/{name}/rebuild")
    @Operation(
            summary = "Make a read model anew from its events",
            description = "The present one answers meanwhile. Follow it at GET /v1/admin/read-models.")
    public Response rebuild(@PathParam("name") String name) {
        var rebuild = readModels.newRebuild(name).orElseThrow(() -> new NotFound("read model"));
        LOG.infof("%s rebuilds %s", request.actor(), name);
        readModels.start(name, rebuild);
        return Response.accepted().header("Location", "/v1/admin/read-models").build();
    }
}
