package org.inpractice.measurement.imports;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.Problems;
import org.inpractice.measurement.imports.ImportViews.ProfilesView;
import org.inpractice.measurement.imports.ImportViews.StoredProfile;

/** Layouts of files over REST. */
@Path("/v1/districts/{districtId}/import-profiles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportProfileResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    DistrictWrites writes;

    @Inject
    ImportProfiles profiles;

    /** All a district can import by. */
    @GET
    @Operation(summary = "The layouts that files of this district can have")
    @APIResponse(responseCode = "200", description = "Those that come with the service, and the district's own")
    public ProfilesView all() {
        return new ProfilesView(
                profiles.builtIn(), reads.read(connection -> profiles.ofDistrict(connection, request.districtId())));
    }

    /** Describes one, or describes it anew. */
    @POST
    @Operation(
            summary = "Describe the layout of a file",
            description =
                    "A profile of a name that there is becomes its next version. Imports that run keep the version"
                            + " they began with. Try it with dryRun=true.")
    @APIResponse(responseCode = "201", description = "Stored")
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    @APIResponse(responseCode = "409", description = "The name is one of those that come with the service")
    public jakarta.ws.rs.core.Response describe(
            @Valid @NotNull(message = "Send the profile as a JSON object.") ImportProfile profile) {
        if (profiles.isBuiltIn(profile.name())) {
            throw Problems.ofField(
                    409, "PROFILE_IS_BUILT_IN", "The name is taken", "name", "Choose a name of your own.");
        }
        if ((profile.measureId() == null) == (profile.measure() == null)) {
            throw Problems.invalid("measureId", "Send either the id of a measure or the definition of one.");
        }
        if (profile.namesDistricts()) {
            throw Problems.invalid("district", "Leave it out: the rows are those of this district.");
        }
        if (profile.numbers().named().isEmpty()) {
            throw Problems.invalid(
                    "numbers", "Name the columns of the value, of numerator and denominator, or of the count.");
        }
        return writes.write(profile, connection -> {
            int version = profiles.store(connection, request.districtId(), request.actor(), profile);
            return new Answer(201, new StoredProfile(profile.name(), version), null, null);
        });
    }
}
