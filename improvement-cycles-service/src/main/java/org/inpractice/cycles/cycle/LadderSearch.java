package org.inpractice.cycles.cycle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.inpractice.cycles.cycle.LadderRules.Place;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.Refusal;

/** Finds the place on a ladder that a new plan asks for: of a new idea, of a known one, or above a decided cycle. */
record LadderSearch(Connection connection, String districtId, Aggregates<CycleCommand, Cycle, CycleEvent> cycles) {
    Place place(CyclePlanTerms terms) throws SQLException {
        if (terms.previousCycleId() != null) {
            Cycle previous =
                    cycles.load(connection, districtId, terms.previousCycleId()).state();
            return LadderRules.above(previous, terms.changeIdeaId());
        }
        if (terms.changeIdeaId() == null) {
            return new Place(DistrictStream.newId(), null, 1);
        }
        if (!isKnown(terms.changeIdeaId())) {
            throw new Refusal(
                    CycleRule.CHANGE_IDEA_UNKNOWN,
                    "changeIdeaId",
                    "Leave changeIdeaId out when the idea is new, or send that of the library or of a cycle in which it was"
                            + " tested.");
        }
        return new Place(terms.changeIdeaId(), null, 1);
    }

    /** An idea is known when a cycle has tested it, or when the library has it and it is not given up there. */
    private boolean isKnown(UUID changeIdeaId) throws SQLException {
        return exists("select 1 from cycle where district_id = ? and change_idea_id = ? limit 1", changeIdeaId)
                || exists(
                        "select 1 from change_idea where district_id = ? and change_idea_id = ? and status = 'active'"
                                + " and known_until = 'infinity'",
                        changeIdeaId);
    }

    private boolean exists(String query, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, districtId);
            statement.setObject(2, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
