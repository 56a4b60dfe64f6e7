package org.inpractice.cycles.assessment;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.VersionRows.Column;
import org.inpractice.cycles.assessment.AssessmentDecider.Command;
import org.inpractice.cycles.assessment.AssessmentDecider.Command.GiveAssessment;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The assessments of all districts, on the caller's transaction. */
@Singleton
@Startup
public class Assessments {
    /** Names of the assessments' events. */
    public static final EventCodec<AssessmentEvent> CODEC = new EventCodec<>(AssessmentEvent.class);

    /** The table {@code idea_assessment}. */
    public static final VersionRows<Assessment, AssessmentEvent> ROWS = new VersionRows<>(
            "idea_assessment",
            "assessment_id",
            Assessment.class,
            new AssessmentDecider()::evolve,
            List.of(
                    new Column<>("withdrawn", assessment -> assessment.withdrawal() != null),
                    new Column<>(
                            "change_idea_id", assessment -> assessment.given().changeIdeaId()),
                    new Column<>(
                            "by_key",
                            assessment -> Person.key(assessment.given().assessedBy()))));

    private final Aggregates<Command, Optional<Assessment>, AssessmentEvent> assessments;
    private final Ideas ideas;

    @Inject
    Assessments(DistrictStream stream, ReadModels readModels, Ideas ideas) {
        this.ideas = ideas;
        assessments = new Aggregates<>(stream, "idea-assessment", CODEC, new AssessmentDecider(), ROWS);
        readModels.own("idea-assessments", CODEC, ROWS);
    }

    /** Handles one command; answers the version after it. */
    long handle(
            Connection connection,
            String districtId,
            UUID assessmentId,
            OptionalLong seen,
            Append.Cause cause,
            Command command)
            throws SQLException {
        if (command instanceof GiveAssessment give) {
            ideas.requireAssessable(connection, districtId, give.assessment().changeIdeaId());
        }
        return assessments
                .handle(connection, districtId, assessmentId, seen, cause, command)
                .version();
    }
}
