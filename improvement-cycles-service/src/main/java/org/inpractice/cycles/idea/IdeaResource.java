package org.inpractice.cycles.idea;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.cycles.idea.IdeaCommand.RetireIdea;
import org.inpractice.cycles.idea.IdeaCommand.ShareIdea;
import org.inpractice.cycles.idea.IdeaCommand.WithdrawSharing;
import org.inpractice.cycles.idea.IdeaRequests.IdeaMerger;
import org.inpractice.cycles.idea.IdeaRequests.IdeaReason;
import org.inpractice.cycles.idea.IdeaRequests.IdeaSharing;
import org.inpractice.cycles.idea.IdeaRequests.IdeaTerms;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;

/** Change ideas over REST. */
@Path("/v1/districts/{districtId}/change-ideas")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Change ideas",
        description = "What may be tried, why it may work, and what became of it where it was tried.")
public class IdeaResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    ChangeIdeas ideas;

    /** The idea a command was about, and its version after it. */
    public record IdeaVersion(UUID changeIdeaId, long version) {}

    /** Proposes. */
    @POST
    @Operation(
            summary = "Propose a change idea, with its warrant",
            description = "A plan may name it as changeIdeaId from now on.")
    @APIResponse(responseCode = "201", description = "In the library; Location and ETag say where and which version.")
    public Response propose(@Valid @NotNull(message = "Send the idea as a JSON object.") IdeaTerms terms) {
        UUID id = DistrictStream.newId();
        Append.Cause cause = request.cause(terms.occurredAt());
        return writes.write(terms, connection -> {
            long version = ideas.propose(connection, cause, terms.content(id));
            return Answer.created("change-ideas/" + id, new IdeaVersion(id, version), version);
        });
    }

    /** Revises. */
    @PUT
    @Path("{changeIdeaId}")
    @Operation(
            summary = "Put a change idea differently",
            description =
                    "Send all of it, with the ETag you read as If-Match. An idea that a plan named first comes into"
                            + " the library so; its ETag is \"0\".")
    @APIResponse(responseCode = "200", description = "Revised, or unchanged when it says the same.")
    @APIResponse(responseCode = "412", description = "It has changed since you read it.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Response revise(
            @PathParam("changeIdeaId") UUID id,
            @Valid @NotNull(message = "Send the idea as a JSON object.") IdeaTerms terms) {
        OptionalLong seen = request.requiredIfMatch();
        Append.Cause cause = request.cause(terms.occurredAt());
        return writes.write(terms, connection -> {
            long version = ideas.revise(connection, seen, cause, terms.content(id));
            return Answer.ok(new IdeaVersion(id, version), version);
        });
    }

    /** Retires. */
    @POST
    @Path("{changeIdeaId}/retirement")
    @Operation(summary = "Retire a change idea: it shall not be tested any more", description = "Its tests stay.")
    @APIResponse(responseCode = "200", description = "Retired.")
    @APIResponse(responseCode = "409", description = "It is retired or merged already.")
    public Response retire(
            @PathParam("changeIdeaId") UUID id,
            @Valid @NotNull(message = "Send the reason as a JSON object.") IdeaReason end) {
        return handle(id, end, end.occurredAt(), new RetireIdea(end.reason()));
    }

    /** Merges. */
    @POST
    @Path("{changeIdeaId}/merger")
    @Operation(
            summary = "Take a change idea for the same as another one",
            description = "It still answers, and names the other, where its tests are counted from now on.")
    @APIResponse(responseCode = "200", description = "Merged.")
    @APIResponse(responseCode = "409", description = "One of them is retired or merged already.")
    public Response merge(
            @PathParam("changeIdeaId") UUID id,
            @Valid @NotNull(message = "Send the other idea and the reason as a JSON object.") IdeaMerger merger) {
        OptionalLong seen = request.ifMatch();
        Append.Cause cause = request.cause(merger.occurredAt());
        return writes.write(merger, connection -> {
            long version = ideas.merge(connection, id, seen, cause, merger.intoChangeIdeaId(), merger.reason());
            return Answer.ok(new IdeaVersion(id, version), version);
        });
    }

    /** Shares. */
    @POST
    @Path("{changeIdeaId}/sharing")
    @Operation(
            summary = "Share a change idea with other districts",
            description = "They find its title, warrant, the description of its standard work, and how often it was"
                    + " adopted, adapted and abandoned; nothing else of this district. Read those texts first: they are"
                    + " shown as they are.")
    @APIResponse(responseCode = "200", description = "Shared; shared already, nothing changes.")
    @APIResponse(responseCode = "409", description = "It is retired or merged.")
    public Response share(
            @PathParam("changeIdeaId") UUID id,
            @Valid @NotNull(message = "Send a JSON object; {} is enough.") IdeaSharing sharing) {
        return handle(id, sharing, sharing.occurredAt(), new ShareIdea());
    }

    /** Shares no more. */
    @POST
    @Path("{changeIdeaId}/sharing/withdrawal")
    @Operation(summary = "Share a change idea no more", description = "At once; also when it is retired or merged.")
    @APIResponse(responseCode = "200", description = "Not shared.")
    public Response withdraw(
            @PathParam("changeIdeaId") UUID id,
            @Valid @NotNull(message = "Send the reason as a JSON object.") IdeaReason withdrawal) {
        return handle(id, withdrawal, withdrawal.occurredAt(), new WithdrawSharing(withdrawal.reason()));
    }

    private Response handle(UUID id, Object body, Instant occurredAt, IdeaCommand command) {
        OptionalLong seen = request.ifMatch();
        Append.Cause cause = request.cause(occurredAt);
        return writes.write(body, connection -> {
            long version = ideas.handle(connection, id, seen, cause, command);
            return Answer.ok(new IdeaVersion(id, version), version);
        });
    }
}
