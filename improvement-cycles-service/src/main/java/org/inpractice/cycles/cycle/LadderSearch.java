package org.inpractice.cycles.cycle;

import java.sql.Connection;
import java.sql.SQLException;
import org.inpractice.cycles.cycle.LadderRules.Place;
import org.inpractice.cycles.idea.ChangeIdeas;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.DistrictStream;

/** Finds the place on a ladder that a new plan asks for: of a new idea, of a known one, or above a decided cycle. */
record LadderSearch(
        Connection connection,
        String districtId,
        Aggregates<CycleCommand, Cycle, CycleEvent> cycles,
        ChangeIdeas ideas) {
    Place place(CyclePlanTerms terms) throws SQLException {
        if (terms.previousCycleId() != null) {
            Cycle previous =
                    cycles.load(connection, districtId, terms.previousCycleId()).state();
            Place place = LadderRules.above(previous, terms.changeIdeaId());
            ideas.requireTestable(connection, districtId, "previousCycleId", place.changeIdeaId());
            return place;
        }
        if (terms.changeIdeaId() == null) {
            return new Place(DistrictStream.newId(), null, 1);
        }
        ideas.requireTestable(connection, districtId, "changeIdeaId", terms.changeIdeaId());
        return new Place(terms.changeIdeaId(), null, 1);
    }
}
