package org.inpractice.learning.prompt;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.inpractice.learning.followed.FollowedCycle;
import org.inpractice.learning.followed.FollowedMeasure;
import org.inpractice.learning.followed.FollowedObservations;
import org.inpractice.learning.followed.FollowedObservations.Point;
import org.inpractice.learning.followed.FollowedSteps;
import org.inpractice.learning.followed.Step;
import org.inpractice.learning.guard.KnownGuard;
import org.inpractice.learning.prompt.PromptCommand.OfData;

/** What was told of a district between two looks: the cycles and feeds it is about, and the guards it concerns. */
final class Told {
    private final String districtId;
    private final PromptCursor from;
    private final PromptCursor to;
    private final Set<UUID> cycles = new LinkedHashSet<>();
    private final Set<UUID> feeds = new LinkedHashSet<>();
    private final List<KnownGuard> guards = new ArrayList<>();

    private Told(String districtId, PromptCursor from, PromptCursor to) {
        this.districtId = districtId;
        this.from = from;
        this.to = to;
    }

    static Told between(Connection connection, String districtId, PromptCursor from, PromptCursor to)
            throws SQLException {
        Told told = new Told(districtId, from, to);
        Set<UUID> measures = new LinkedHashSet<>();
        List<KnownGuard> watching = KnownGuard.watching(connection, districtId);
        for (String source : to.sequences().keySet()) {
            long after = from.of(source);
            long upTo = to.of(source);
            if (source.equals(PromptCursor.GUARDS) || after >= upTo) {
                continue;
            }
            told.cycles.addAll(FollowedSteps.cyclesMoved(connection, districtId, source, after, upTo));
            told.feeds.addAll(FollowedSteps.feedsMoved(connection, districtId, source, after, upTo));
            if (!watching.isEmpty()) {
                measures.addAll(FollowedObservations.measuresMoved(connection, districtId, source, after, upTo));
            }
        }
        watching.stream()
                .filter(guard -> told.isNew(guard) || measures.contains(guard.measureId()))
                .forEach(told.guards::add);
        return told;
    }

    boolean isEmpty() {
        return cycles.isEmpty() && feeds.isEmpty() && guards.isEmpty();
    }

    /** What that says, in an order that is the same for everybody. */
    List<OfData> commands(Connection connection) throws SQLException {
        List<OfData> commands = new ArrayList<>();
        for (UUID cycleId : cycles) {
            commands.addAll(CycleCauses.of(
                    districtId, upToHere(FollowedSteps.ofCycle(connection, districtId, cycleId)), this::isNew));
        }
        for (UUID feedId : feeds) {
            commands.addAll(FeedCauses.of(
                    districtId, upToHere(FollowedSteps.ofFeed(connection, districtId, feedId)), this::isNew));
        }
        for (KnownGuard guard : guards) {
            commands.addAll(guarded(connection, guard));
        }
        return commands;
    }

    private List<OfData> guarded(Connection connection, KnownGuard guard) throws SQLException {
        Optional<FollowedCycle> cycle =
                FollowedCycle.of(FollowedSteps.ofCycle(connection, districtId, guard.cycleId()));
        Optional<FollowedMeasure> measure = FollowedMeasure.find(connection, districtId, guard.measureId());
        if (cycle.isEmpty() || measure.isEmpty() || cycle.get().startedOn() == null) {
            return List.of();
        }
        FollowedCycle known = cycle.get();
        List<Point> points = FollowedObservations.series(
                connection,
                districtId,
                measure.get(),
                known.siteId(),
                known.studentGroup() == null ? "all" : known.studentGroup(),
                known.startedOn(),
                known.decision() == null ? null : known.decision().decidedOn());
        boolean all = isNew(guard);
        return GuardCauses.of(districtId, guard, measure.get(), points, point -> all || isNew(point));
    }

    /** A guard is looked at whole when it was set, and when its cycle started, ended or changed. */
    private boolean isNew(KnownGuard guard) {
        boolean isSet =
                guard.sequence() > from.of(PromptCursor.GUARDS) && guard.sequence() <= to.of(PromptCursor.GUARDS);
        return isSet || cycles.contains(guard.cycleId());
    }

    private boolean isNew(Point point) {
        return point.sequence() > from.of(point.source());
    }

    private boolean isNew(Step step) {
        return step.sequence() > from.of(step.source());
    }

    /** What arrived meanwhile is for the next look. */
    private List<Step> upToHere(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.sequence() <= to.of(step.source()))
                .toList();
    }
}
