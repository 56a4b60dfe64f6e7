package org.inpractice.measurement.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An upload and what became of its rows.
 *
 * @param districtId null when the rows say of which districts they are
 * @param covered the districts of the token that sent it; {@code *} for all
 * @param form how its rows are written
 * @param profile null for the rows' own property names
 * @param reason why it failed or was interrupted; null otherwise
 */
record Import(
        UUID importId,
        String districtId,
        List<String> covered,
        String actor,
        String traceparent,
        Form form,
        boolean gzip,
        ImportProfile profile,
        boolean dryRun,
        State state,
        String reason,
        Instant startedAt,
        Instant touchedAt,
        Instant endedAt,
        Counts counts) {

    /** How rows are written. */
    enum Form {
        NDJSON,
        CSV
    }

    /** How far an import is. */
    @Schema(name = "ImportState")
    public enum State {
        /** Its bytes are arriving; it is worked on when they are all there. */
        @JsonProperty("receiving")
        RECEIVING,
        /** All its bytes are stored; it waits for a worker. */
        @JsonProperty("waiting")
        WAITING,
        /** Chunk by chunk it goes in. */
        @JsonProperty("running")
        RUNNING,
        /** Every row was looked at. */
        @JsonProperty("done")
        DONE,
        /** Somebody stopped it; what was in stays. */
        @JsonProperty("cancelled")
        CANCELLED,
        /** It could not be read on; what was in stays. */
        @JsonProperty("failed")
        FAILED,
        /** The connection or the service broke off; what was in stays, and sending the file again is safe. */
        @JsonProperty("interrupted")
        INTERRUPTED
    }

    /**
     * What became of rows.
     *
     * @param lines up to which line it has come
     * @param leftOut not asked for by the profile
     * @param otherDistricts of districts that the token does not cover
     */
    @Schema(name = "ImportCounts")
    public record Counts(
            long lines,
            long recorded,
            long corrected,
            long unchanged,
            long rejected,
            long leftOut,
            long otherDistricts) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    }

    /** Whether rows of a district may be written by the one who sent it. */
    boolean covers(String district) {
        return covered.contains(district) || covered.contains("*");
    }
}
