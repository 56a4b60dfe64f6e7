package org.inpractice.learning.prompt;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.learning.prompt.PromptCommand.AnswerPrompt;
import org.inpractice.learning.prompt.PromptCommand.DismissPrompt;
import org.inpractice.learning.prompt.PromptCommand.OfData;
import org.inpractice.learning.prompt.PromptCommand.RedactPrompt;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.RecordedEvent;

/** The prompts of all districts: decides on commands and keeps the read table, on the caller's transaction. */
@Singleton
@Startup
class Prompts {
    private static final String STREAM_TYPE = "prompt";
    private static final String REPORT = "failure";

    /** The place of the one text that people write, in the data of events. */
    static final String REASON = "reason";

    private final Aggregates<PromptCommand, Prompt, PromptEvent> aggregates;
    private final DistrictStream stream;
    private final Seals seals;

    @Inject
    Prompts(DistrictStream stream, ReadModels readModels, Seals seals) {
        EventCodec<PromptEvent> codec = new EventCodec<>(PromptEvent.class);
        PromptProjection projection = new PromptProjection(seals);
        this.aggregates = new Aggregates<>(stream, STREAM_TYPE, codec, new PromptDecider(), projection);
        this.stream = stream;
        this.seals = seals;
        readModels.own("prompts", codec, projection);
    }

    /**
     * Says what the data say. The event behind it is the cause of what is appended.
     *
     * @return how many events that led to
     */
    int say(Connection connection, String districtId, Append.Cause cause, OfData command) throws SQLException {
        return aggregates
                .handle(connection, districtId, command.promptId(), OptionalLong.empty(), cause, command)
                .events()
                .size();
    }

    long answer(
            Connection connection,
            String districtId,
            UUID promptId,
            OptionalLong seen,
            Append.Cause cause,
            UUID failureId)
            throws SQLException {
        boolean isReported = stream.aggregate(connection, districtId, failureId).stream()
                .map(RecordedEvent::streamType)
                .anyMatch(REPORT::equals);
        return aggregates
                .handle(
                        connection,
                        districtId,
                        promptId,
                        seen,
                        cause,
                        new AnswerPrompt(promptId, failureId, isReported))
                .version();
    }

    long dismiss(
            Connection connection,
            String districtId,
            UUID promptId,
            OptionalLong seen,
            Append.Cause cause,
            String reason)
            throws SQLException {
        // Before any key is made: who makes keys and who waits for the district would otherwise wait for each other.
        stream.lock(connection, List.of(districtId));
        var sealed = seals.sealer(connection, districtId, promptId).seal(REASON, reason);
        return aggregates
                .handle(connection, districtId, promptId, seen, cause, new DismissPrompt(promptId, sealed))
                .version();
    }

    /** Erases the reason of a dismissal for good and says so, in one transaction. */
    long redact(Connection connection, String districtId, UUID promptId, OptionalLong seen, Append.Cause cause)
            throws SQLException {
        stream.lock(connection, List.of(districtId));
        List<UUID> erased = seals.erase(connection, districtId, promptId, List.of());
        return aggregates
                .handle(connection, districtId, promptId, seen, cause, new RedactPrompt(promptId, erased))
                .version();
    }
}
