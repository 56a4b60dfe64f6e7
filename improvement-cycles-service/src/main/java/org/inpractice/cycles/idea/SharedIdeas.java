package org.inpractice.cycles.idea;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Select;

/**
 * What other districts share. What is not in {@link SharedIdea} never leaves the district that owns an idea: not its name, not
 * the owner, no site, no verdict, no number but counts of decisions.
 */
final class SharedIdeas {
    /** Looks through what is shown, and through nothing else. */
    private static final String SHOWN_WORDS =
            "and position(? in lower(t.title || ' ' || (t.state #>> '{idea,warrant,evidence}'))) > 0";

    private SharedIdeas() {}

    /**
     * An idea of another district.
     *
     * @param standardWork how it is done where it was adopted, or absent
     * @param adopted how often it was, there
     */
    @Schema(name = "SharedIdea")
    record SharedIdea(
            UUID changeIdeaId,
            String title,
            Warrant warrant,
            String standardWork,
            int adopted,
            int adapted,
            int abandoned) {}

    /** A shared idea, with what a page needs to go on; that never goes out. */
    private record Found(String districtId, UUID changeIdeaId, Instant changedAt, ChangeIdea idea) {}

    /** One with the keys of its place in the list. */
    record Listed(SharedIdea idea, Instant changedAt) {}

    /**
     * Those of all districts but one, changed last first; one row more than {@code limit}.
     *
     * @param words what they speak of, or null
     * @param before the place of the last one seen; null for the first page
     */
    static List<Listed> others(
            Connection connection, String districtId, String words, Strength strength, Listed before, int limit)
            throws SQLException {
        Select select = new Select(
                        "select t.district_id, t.change_idea_id, t.known_from, t.state from change_idea t"
                                + " where t.shared and t.status = 'active' and t.district_id <> ?",
                        districtId)
                .known(AsOf.NOW, "t")
                .when(words == null ? null : words.toLowerCase(Locale.ROOT), SHOWN_WORDS)
                .when(strength == null ? null : strength.name().toLowerCase(Locale.ROOT), "and t.strength = ?");
        if (before != null) {
            select.and(
                    "and (t.known_from, t.change_idea_id) < (?, ?)",
                    before.changedAt(),
                    before.idea().changeIdeaId());
        }
        List<Found> found = select.and("order by t.known_from desc, t.change_idea_id desc limit ?", limit + 1)
                .rows(
                        connection,
                        row -> new Found(
                                row.getString(1),
                                row.getObject(2, UUID.class),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                IdeaLibrary.idea(row.getString(4))));
        List<Listed> listed = new ArrayList<>();
        for (Found one : found) {
            listed.add(new Listed(shared(connection, one), one.changedAt()));
        }
        return listed;
    }

    private static SharedIdea shared(Connection connection, Found found) throws SQLException {
        List<IdeaTrial> tests = IdeaTrials.of(connection, found.districtId(), List.of(found.changeIdeaId()), AsOf.NOW);
        IdeaRecord record = IdeaRecord.of(tests, Map.of());
        IdeaView.StandardWorkView work = IdeaView.StandardWorkView.latest(tests);
        return new SharedIdea(
                found.changeIdeaId(),
                found.idea().idea().title(),
                found.idea().idea().warrant(),
                work == null ? null : work.description(),
                record.adopted(),
                record.adapted(),
                record.abandoned());
    }
}
