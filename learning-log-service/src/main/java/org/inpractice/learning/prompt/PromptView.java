package org.inpractice.learning.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.learning.Query;
import org.inpractice.learning.prompt.PromptEvent.Evidence;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.stream.EventJson;

/**
 * A prompt as it stands, or was known to stand.
 *
 * @param kind as what its cause would be reported
 * @param what one sentence
 * @param causeHolds false once the cause was corrected away, or is over
 * @param causeEnded why and since when it does not hold; it may hold again since
 * @param evidence the events that show it, the first first
 * @param failureId the report that answers it
 * @param reason why it was dismissed
 */
@Schema(name = "Prompt")
public record PromptView(
        UUID promptId,
        PromptState state,
        PromptCause cause,
        PromptKind kind,
        String what,
        UUID cycleId,
        UUID measureId,
        @Schema(examples = "19647330112536") String siteId,
        @Schema(examples = "all") String studentGroup,
        UUID feedId,
        Instant openedAt,
        boolean causeHolds,
        CauseEnded causeEnded,
        List<Evidence> evidence,
        UUID failureId,
        String reason,
        Instant closedAt,
        String closedBy,
        long version) {
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    /** Why a cause does not hold any more, and since when we know. */
    @Schema(name = "PromptCauseEnded")
    public record CauseEnded(String why, Instant at) {}

    /** The same with the reason of its dismissal opened. */
    PromptView opened(Opener opener) {
        return reason == null
                ? this
                : new PromptView(
                        promptId,
                        state,
                        cause,
                        kind,
                        what,
                        cycleId,
                        measureId,
                        siteId,
                        studentGroup,
                        feedId,
                        openedAt,
                        causeHolds,
                        causeEnded,
                        evidence,
                        failureId,
                        opener.open(promptId, Prompts.REASON, reason),
                        closedAt,
                        closedBy,
                        version);
    }

    static PromptView of(ResultSet row) throws SQLException {
        Instant endedAt = Query.instant(row, "ended_at");
        return new PromptView(
                row.getObject("prompt_id", UUID.class),
                PromptState.valueOf(row.getString("state")),
                PromptCause.valueOf(row.getString("cause")),
                PromptKind.valueOf(row.getString("kind")),
                row.getString("what"),
                row.getObject("cycle_id", UUID.class),
                row.getObject("measure_id", UUID.class),
                row.getString("site_id"),
                row.getString("student_group"),
                row.getObject("feed_id", UUID.class),
                Query.instant(row, "opened_at"),
                row.getBoolean("holds"),
                endedAt == null ? null : new CauseEnded(row.getString("ended_why"), endedAt),
                evidence(row.getString("evidence")),
                row.getObject("failure_id", UUID.class),
                row.getString("reason"),
                Query.instant(row, "closed_at"),
                row.getString("closed_by"),
                row.getLong("version"));
    }

    private static List<Evidence> evidence(String json) {
        try {
            return EventJson.mapper().readValue(json, EVIDENCE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a prompt's evidence is no JSON", e);
        }
    }
}
