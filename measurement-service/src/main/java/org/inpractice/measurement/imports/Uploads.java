package org.inpractice.measurement.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Problems;
import org.inpractice.measurement.imports.Import.Counts;
import org.inpractice.measurement.imports.Import.Form;
import org.inpractice.measurement.imports.Import.State;
import org.inpractice.measurement.imports.ImportViews.ImportView;
import org.inpractice.stream.DistrictStream;

/** One request that uploads: from its headers and bytes to the answer. */
@RequestScoped
class Uploads {
    @Inject
    DistrictRequest request;

    @Inject
    Imports imports;

    @Inject
    ImportProfiles profiles;

    @Inject
    DistrictReads reads;

    @Inject
    Clock clock;

    /**
     * Takes an upload, at once or, with {@code Prefer: respond-async}, later.
     *
     * @param profileName null for the rows' own property names
     */
    Response take(Form form, String profileName, boolean dryRun, HttpHeaders headers, InputStream bytes) {
        boolean isAsync = headers.getRequestHeader("Prefer").stream()
                .anyMatch(preference -> preference.toLowerCase(Locale.ROOT).contains("respond-async"));
        Import begun = begun(form, profile(profileName), dryRun, isGzip(headers), isAsync);
        try {
            Import taken = isAsync ? imports.store(begun, bytes) : imports.take(begun, bytes);
            if (taken.state() == State.FAILED || taken.state() == State.INTERRUPTED) {
                throw Problems.of(400, "UPLOAD_ENDED_EARLY", "The upload was not taken to its end", early(taken));
            }
            Response.ResponseBuilder answer = Response.status(isAsync ? 202 : 200)
                    .header(HttpHeaders.LOCATION, URI.create(ImportViews.path(taken)))
                    .entity(ImportView.of(taken));
            return isAsync
                    ? answer.header("Preference-Applied", "respond-async").build()
                    : answer.build();
        } catch (UnreadableUpload e) {
            throw e.field() == null
                    ? Problems.of(400, e.code(), "The upload cannot be read", e.getMessage())
                    : Problems.ofField(400, e.code(), "The upload cannot be read", e.field(), e.getMessage());
        } catch (IOException e) {
            throw Problems.of(
                    400,
                    "UPLOAD_BROKE_OFF",
                    "The upload broke off",
                    "Send the file again: what is in is not changed by it.");
        }
    }

    private static String early(Import ended) {
        return "%s It was read to line %d, and what was read is in; %s tells of it."
                .formatted(ended.reason(), ended.counts().lines(), ImportViews.path(ended));
    }

    private Import begun(Form form, ImportProfile profile, boolean dryRun, boolean gzip, boolean isAsync) {
        Instant now = clock.instant();
        return new Import(
                DistrictStream.newId(),
                request.districtId(),
                request.districtId() == null ? List.copyOf(request.districts()) : List.of(request.districtId()),
                request.actor(),
                request.cause(null).traceparent(),
                form,
                gzip,
                profile,
                dryRun,
                isAsync ? State.RECEIVING : State.RUNNING,
                null,
                now,
                now,
                null,
                Counts.NONE);
    }

    private ImportProfile profile(String name) {
        if (name == null) {
            return null;
        }
        ImportProfile profile = reads.read(connection -> profiles.find(connection, request.districtId(), name))
                .orElseThrow(() -> Problems.ofField(
                        404,
                        "PROFILE_UNKNOWN",
                        "There is no such import profile",
                        "profile",
                        "Send one that GET import-profiles lists, or describe the layout with POST import-profiles."));
        if (request.districtId() == null && !profile.namesDistricts()) {
            throw Problems.ofField(
                    400,
                    "PROFILE_NAMES_NO_DISTRICT",
                    "The rows do not say of which district they are",
                    "profile",
                    "Send the file to the imports of its district.");
        }
        return profile;
    }

    private static boolean isGzip(HttpHeaders headers) {
        String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (encoding.strip().equalsIgnoreCase("gzip")) {
            return true;
        }
        throw Problems.ofField(
                415,
                "ENCODING_UNKNOWN",
                "The upload is compressed in an unknown way",
                HttpHeaders.CONTENT_ENCODING,
                "Compress it with gzip, or send it as it is.");
    }
}
