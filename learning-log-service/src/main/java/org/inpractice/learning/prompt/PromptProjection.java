package org.inpractice.learning.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.inpractice.learning.Query;
import org.inpractice.learning.prompt.PromptEvent.Evidence;
import org.inpractice.learning.prompt.PromptEvent.PromptAnswered;
import org.inpractice.learning.prompt.PromptEvent.PromptCauseEnded;
import org.inpractice.learning.prompt.PromptEvent.PromptDismissed;
import org.inpractice.learning.prompt.PromptEvent.PromptEvidenceAdded;
import org.inpractice.learning.prompt.PromptEvent.PromptOpened;
import org.inpractice.learning.prompt.PromptEvent.PromptRedacted;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.EventJson;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the table {@code prompt}: a row for each version of each prompt. */
final class PromptProjection implements Projection<PromptEvent> {
    /** The version before with what has changed; what follows the parameters is copied when they are null. */
    private static final String NEXT = """
            insert into prompt (district_id, prompt_id, version, known_from, cause, kind, cycle_id, measure_id, site_id,
                student_group, feed_id, what, opened_at, state, holds, evidence, failure_id, reason, closed_at,
                closed_by, ended_why, ended_at)
            select district_id, prompt_id, ?, ?, cause, kind, cycle_id, measure_id, site_id,
                student_group, feed_id, what, opened_at, coalesce(?, state), coalesce(?, holds), evidence || ?::jsonb,
                coalesce(?, failure_id), coalesce(?, reason), coalesce(?, closed_at),
                coalesce(?, closed_by), coalesce(?, ended_why), coalesce(?, ended_at)
            from prompt where district_id = ? and prompt_id = ? and version = ?
            """;

    private final Seals seals;

    /** Erases keys again that a restored backup brought back. */
    PromptProjection(Seals seals) {
        this.seals = seals;
    }

    @Override
    public List<String> tables() {
        return List.of("prompt");
    }

    @Override
    public void apply(Connection connection, List<Recorded<PromptEvent>> events) throws SQLException {
        for (Recorded<PromptEvent> recorded : events) {
            RecordedEvent envelope = recorded.envelope();
            switch (recorded.event()) {
                case PromptOpened opened -> open(connection, envelope, opened);
                case PromptEvidenceAdded added ->
                    next(connection, envelope, Change.evidence(true, null, List.of(added.evidence()), envelope));
                case PromptCauseEnded ended ->
                    next(
                            connection,
                            envelope,
                            Change.evidence(false, ended.why(), List.of(ended.evidence()), envelope));
                case PromptAnswered answered ->
                    next(connection, envelope, Change.closed(PromptState.ANSWERED, answered, null, envelope));
                case PromptDismissed dismissed ->
                    next(
                            connection,
                            envelope,
                            Change.closed(
                                    PromptState.DISMISSED,
                                    null,
                                    dismissed.reason().value(),
                                    envelope));
                case PromptRedacted redacted -> {
                    seals.eraseAgain(connection, redacted.erasedKeys());
                    next(connection, envelope, Change.nothing());
                }
            }
        }
    }

    /** What is another than in the version before; null what is the same. */
    private record Change(
            PromptState state,
            Boolean holds,
            List<Evidence> evidence,
            PromptAnswered answer,
            String reason,
            RecordedEvent closing,
            String endedWhy,
            RecordedEvent ending) {
        static Change evidence(boolean holds, String endedWhy, List<Evidence> evidence, RecordedEvent envelope) {
            return new Change(null, holds, evidence, null, null, null, endedWhy, holds ? null : envelope);
        }

        static Change nothing() {
            return new Change(null, null, List.of(), null, null, null, null, null);
        }

        static Change closed(PromptState state, PromptAnswered answer, String reason, RecordedEvent envelope) {
            return new Change(state, null, List.of(), answer, reason, envelope, null, null);
        }
    }

    private static void open(Connection connection, RecordedEvent envelope, PromptOpened opened) throws SQLException {
        Query.of(
                        """
                        insert into prompt (district_id, prompt_id, version, known_from, cause, kind, cycle_id, measure_id,
                            site_id, student_group, feed_id, what, opened_at, state, holds, evidence)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?::jsonb)
                        """,
                        envelope.districtId(),
                        opened.promptId(),
                        envelope.streamVersion(),
                        envelope.recordedAt(),
                        opened.cause().name(),
                        opened.kind().name(),
                        opened.cycleId(),
                        opened.measureId(),
                        opened.siteId(),
                        opened.studentGroup(),
                        opened.feedId(),
                        opened.what(),
                        envelope.recordedAt(),
                        PromptState.OPEN.name(),
                        json(opened.evidence()))
                .run(connection);
    }

    private static void next(Connection connection, RecordedEvent envelope, Change change) throws SQLException {
        long before = envelope.streamVersion() - 1;
        Query.of(
                        "update prompt set known_until = ? where district_id = ? and prompt_id = ? and version = ?",
                        envelope.recordedAt(),
                        envelope.districtId(),
                        envelope.streamId(),
                        before)
                .run(connection);
        Query.of(
                        NEXT,
                        envelope.streamVersion(),
                        envelope.recordedAt(),
                        change.state() == null ? null : change.state().name(),
                        change.holds(),
                        json(change.evidence()),
                        change.answer() == null ? null : change.answer().failureId(),
                        change.reason(),
                        change.closing() == null ? null : change.closing().recordedAt(),
                        change.closing() == null ? null : change.closing().actor(),
                        change.endedWhy(),
                        change.ending() == null ? null : change.ending().recordedAt(),
                        envelope.districtId(),
                        envelope.streamId(),
                        before)
                .run(connection);
    }

    private static String json(List<Evidence> evidence) {
        try {
            return EventJson.mapper().writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
