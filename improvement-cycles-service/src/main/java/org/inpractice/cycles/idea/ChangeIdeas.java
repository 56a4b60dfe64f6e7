package org.inpractice.cycles.idea;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.VersionRows.Column;
import org.inpractice.cycles.idea.IdeaCommand.MergeIdea;
import org.inpractice.cycles.idea.IdeaCommand.ProposeIdea;
import org.inpractice.cycles.idea.IdeaCommand.ReviseIdea;
import org.inpractice.cycles.team.Roster;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Refusal;

/** The change ideas of all districts, on the caller's transaction. */
@Singleton
@Startup
public class ChangeIdeas {
    /** Names of the ideas' events. */
    public static final EventCodec<IdeaEvent> CODEC = new EventCodec<>(IdeaEvent.class);

    /** Its table. */
    public static final VersionRows<ChangeIdea, IdeaEvent> ROWS = new VersionRows<>(
            "change_idea",
            "change_idea_id",
            ChangeIdea.class,
            new IdeaDecider()::evolve,
            List.of(
                    new Column<>("status", idea -> idea.state().name().toLowerCase(Locale.ROOT)),
                    new Column<>("merged_into", ChangeIdea::mergedInto),
                    new Column<>("title", idea -> idea.idea().title()),
                    new Column<>("words", ChangeIdeas::words),
                    new Column<>("owner_key", idea -> Person.key(idea.idea().owner())),
                    new Column<>(
                            "strength",
                            idea -> idea.idea().warrant().strength().name().toLowerCase(Locale.ROOT)),
                    new Column<>("shared", ChangeIdea::shared)));

    private final Aggregates<IdeaCommand, Optional<ChangeIdea>, IdeaEvent> ideas;
    private final DistrictStream stream;
    private final DistrictRequest request;
    private final Roster roster;
    private final Clock clock;

    @Inject
    ChangeIdeas(DistrictStream stream, ReadModels readModels, DistrictRequest request, Roster roster, Clock clock) {
        this.ideas = new Aggregates<>(stream, "idea", CODEC, new IdeaDecider(), ROWS);
        this.stream = stream;
        this.request = request;
        this.roster = roster;
        this.clock = clock;
        readModels.own("change-ideas", CODEC, ROWS);
    }

    /** What a search looks through: what is said in words, in lower case. Never who owns it. */
    private static String words(ChangeIdea idea) {
        IdeaContent content = idea.idea();
        String description = content.description() == null ? "" : content.description();
        return String.join("\n", content.title(), description, content.warrant().evidence())
                .toLowerCase(Locale.ROOT);
    }

    long propose(Connection connection, Append.Cause cause, IdeaContent idea) throws SQLException {
        checkOwner(connection, idea);
        return handle(connection, idea.changeIdeaId(), OptionalLong.empty(), cause, new ProposeIdea(idea));
    }

    long revise(Connection connection, OptionalLong seen, Append.Cause cause, IdeaContent idea) throws SQLException {
        checkOwner(connection, idea);
        boolean tested = IdeaTrials.isTested(connection, request.districtId(), idea.changeIdeaId());
        return handle(connection, idea.changeIdeaId(), seen, cause, new ReviseIdea(idea, tested));
    }

    /** Locks the district: of two ideas that are merged into each other at the same time, one is first. */
    long merge(Connection connection, UUID id, OptionalLong seen, Append.Cause cause, UUID into, String reason)
            throws SQLException {
        stream.lock(connection, List.of(request.districtId()));
        Optional<ChangeIdea> other =
                ROWS.one(connection, request.districtId(), into, AsOf.NOW).map(Known::state);
        return handle(connection, id, seen, cause, new MergeIdea(other, reason));
    }

    long handle(Connection connection, UUID id, OptionalLong seen, Append.Cause cause, IdeaCommand command)
            throws SQLException {
        return ideas.handle(connection, request.districtId(), id, seen, cause, command)
                .version();
    }

    /**
     * Refuses an idea that nobody has proposed and no plan has named, and one that is retired or merged.
     *
     * @param field where the request names it
     */
    public void requireTestable(Connection connection, String districtId, String field, UUID id) throws SQLException {
        Optional<ChangeIdea> idea =
                ROWS.one(connection, districtId, id, AsOf.NOW).map(Known::state);
        if (idea.isPresent()) {
            IdeaDecider.checkActive(idea.get(), field);
        } else if (!IdeaTrials.isTested(connection, districtId, id)) {
            throw new Refusal(
                    IdeaRule.CHANGE_IDEA_UNKNOWN,
                    field,
                    "Propose the idea first, or look its id up in the library of change ideas; a plan of a new idea"
                            + " leaves changeIdeaId out.");
        }
    }

    private void checkOwner(Connection connection, IdeaContent idea) throws SQLException {
        roster.requirePresent(connection, request.districtId(), "owner", idea.owner(), Days.of(clock.instant()));
    }
}
