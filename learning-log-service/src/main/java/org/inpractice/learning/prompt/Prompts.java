package org.inpractice.learning.prompt;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.learning.prompt.PromptCommand.AnswerPrompt;
import org.inpractice.learning.prompt.PromptCommand.DismissPrompt;
import org.inpractice.learning.prompt.PromptCommand.OfData;
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

    private final Aggregates<PromptCommand, Prompt, PromptEvent> aggregates;
    private final DistrictStream stream;

    @Inject
    Prompts(DistrictStream stream, ReadModels readModels) {
        EventCodec<PromptEvent> codec = new EventCodec<>(PromptEvent.class);
        PromptProjection projection = new PromptProjection();
        this.aggregates = new Aggregates<>(stream, STREAM_TYPE, codec, new PromptDecider(), projection);
        this.stream = stream;
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
        return aggregates
                .handle(connection, districtId, promptId, seen, cause, new DismissPrompt(promptId, reason))
                .version();
    }
}
