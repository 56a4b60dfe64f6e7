package org.inpractice.measurement.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.imports.Import.Counts;
import org.inpractice.measurement.imports.Import.State;

/** What is shown of an import. */
public final class ImportViews {
    private ImportViews() {}

    /**
     * An import.
     *
     * @param districtId absent when the rows say of which districts they are
     * @param profile the name of the layout; absent for the rows' own property names
     * @param dryRun true when nothing was stored
     * @param reason why it failed or was interrupted
     * @param rejections where the refused rows are
     */
    @Schema(name = "Import")
    public record ImportView(
            UUID importId,
            String districtId,
            String profile,
            boolean dryRun,
            State state,
            String reason,
            Instant startedAt,
            Instant touchedAt,
            Instant endedAt,
            Counts counts,
            String rejections) {
        static ImportView of(Import stored) {
            return new ImportView(
                    stored.importId(),
                    stored.districtId(),
                    stored.profile() == null ? null : stored.profile().name(),
                    stored.dryRun(),
                    stored.state(),
                    stored.reason(),
                    stored.startedAt(),
                    stored.touchedAt(),
                    stored.endedAt(),
                    stored.counts(),
                    path(stored) + "/rejections");
        }
    }

    /** Where an import is. */
    static String path(Import stored) {
        return (stored.districtId() == null ? "/v1/imports/" : "/v1/districts/" + stored.districtId() + "/imports/")
                + stored.importId();
    }

    /**
     * A row that was not taken.
     *
     * @param line on which it begins, from 1
     * @param districtId absent when it cannot be told
     * @param field the column or property at fault; absent when it is the row
     * @param original its text, for readers with the scope small-cells: it may tell of a small group
     */
    @Schema(name = "RejectedRow")
    public record RejectedRow(long line, String districtId, String code, String field, String remedy, String original) {
        static RejectedRow of(ImportedRow.Rejected row, boolean withText) {
            return new RejectedRow(
                    row.line(),
                    row.districtId(),
                    row.code(),
                    row.field(),
                    row.remedy(),
                    withText ? row.original() : null);
        }
    }

    /**
     * The layouts a district can import by.
     *
     * @param builtIn those that come with the service
     * @param own those the district described
     */
    @Schema(name = "ImportProfiles")
    public record ProfilesView(List<ImportProfile> builtIn, List<ImportProfile> own) {}

    /** A layout that was stored. */
    @Schema(name = "StoredImportProfile")
    public record StoredProfile(String name, int version) {}
}
