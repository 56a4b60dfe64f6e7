package org.inpractice.measurement.observation;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.measurement.disclosure.DistrictThresholds;
import org.inpractice.measurement.measure.MeasureDefinitions;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureDefinitions.MeasureKey;
import org.inpractice.measurement.observation.ObservationCommand.RecordObservation;
import org.inpractice.measurement.observation.ObservationTable.Present;
import org.inpractice.measurement.site.Sites;
import org.inpractice.measurement.site.Sites.Bar;
import org.inpractice.measurement.site.Sites.SiteKey;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.LockedDistricts;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.Refusal;

/** The observations of all districts: decides on commands and keeps the read table, on the caller's transaction. */
@Singleton
@Startup
public class Observations {
    /** The kind of aggregate. */
    static final String STREAM_TYPE = "observation";

    /** Where a day begins first on Earth: a period that has begun anywhere may be told of. */
    private static final ZoneOffset FIRST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(14);

    private final EventCodec<ObservationEvent> codec = new EventCodec<>(ObservationEvent.class);
    private final ObservationDecider decider = new ObservationDecider();
    private final ObservationProjection projection = new ObservationProjection();
    private final MeasureDefinitions definitions;
    private final DistrictThresholds thresholds;
    private final Sites sites;
    private final Clock clock;
    private final Aggregates<ObservationCommand, Observation, ObservationEvent> aggregates;

    @Inject
    Observations(
            DistrictStream stream,
            MeasureDefinitions definitions,
            DistrictThresholds thresholds,
            Sites sites,
            ReadModels readModels,
            Clock clock) {
        this.definitions = definitions;
        this.thresholds = thresholds;
        this.sites = sites;
        this.clock = clock;
        this.aggregates = new Aggregates<>(stream, STREAM_TYPE, codec, decider, projection);
        readModels.own("observations", codec, projection);
    }

    /** One observation to record, and who sent it. */
    public record Told(String districtId, Append.Cause cause, ObservationRequest request) {}

    /** What became of a told observation: exactly one of {@code outcome} and {@code refusal} is there. */
    public record Result(UUID observationId, RecordingOutcome outcome, long version, Refusal refusal) {
        static Result refused(Refusal refusal) {
            return new Result(null, RecordingOutcome.REJECTED, 0, refusal);
        }
    }

    /** Observations of one kind of aggregate, for a withdrawal. */
    Aggregates<ObservationCommand, Observation, ObservationEvent> aggregates() {
        return aggregates;
    }

    /** Reads and writes the events. */
    EventCodec<ObservationEvent> codec() {
        return codec;
    }

    /**
     * Records observations of any number of districts, in order. The districts are locked, so nobody
     * else changes an observation between the reading of its present state and the commit.
     *
     * <p>This path is special: a district sends thousands of observations for each cycle it plans. So it loads no
     * aggregate one by one, it knows no ORM, and however many observations there are it asks the database four things:
     * whether their sites may tell, how they stand, to append the events, to insert their read rows. The rules are the same {@link ObservationDecider}.
     *
     * @return one result an item; a refused one does not touch its neighbours
     */
    public List<Result> record(Connection connection, LockedDistricts districts, List<Told> told) throws SQLException {
        List<Append<ObservationEvent>> appends = new ArrayList<>(told.size());
        List<Result> results = decided(connection, told, Map.of(), appends);
        if (!appends.isEmpty()) {
            List<Recorded<ObservationEvent>> recorded = districts.append(connection, codec, appends);
            projection.apply(connection, recorded);
            ShownTotals.judge(connection, recorded, definitions(connection, told), thresholds::of);
        }
        return results;
    }

    /**
     * What would become of observations if they were recorded now; nothing is.
     *
     * @param assumed definitions of measures that do not exist yet
     */
    public List<Result> preview(Connection connection, List<Told> told, Map<MeasureKey, Definition> assumed)
            throws SQLException {
        return decided(connection, told, assumed, new ArrayList<>());
    }

    private List<Result> decided(
            Connection connection,
            List<Told> told,
            Map<MeasureKey, Definition> assumed,
            List<Append<ObservationEvent>> appends)
            throws SQLException {
        List<Object> commands = commands(connection, told, assumed);
        Set<ObservationKey> keys = new HashSet<>();
        commands.forEach(command -> {
            if (command instanceof RecordObservation record) {
                keys.add(record.key());
            }
        });
        Map<ObservationKey, Present> present =
                keys.isEmpty() ? new HashMap<>() : ObservationTable.present(connection, keys);
        List<Result> results = new ArrayList<>(told.size());
        for (int i = 0; i < told.size(); i++) {
            results.add(
                    commands.get(i) instanceof RecordObservation command
                            ? decide(command, told.get(i).cause(), present, appends)
                            : Result.refused((Refusal) commands.get(i)));
        }
        return results;
    }

    private Result decide(
            RecordObservation command,
            Append.Cause cause,
            Map<ObservationKey, Present> present,
            List<Append<ObservationEvent>> appends) {
        Present before = present.getOrDefault(command.key(), new Present(0, decider.initialState()));
        List<ObservationEvent> events;
        try {
            events = decider.decide(command, before.observation());
        } catch (Refusal refusal) {
            return Result.refused(refusal);
        }
        Present after = before;
        for (ObservationEvent event : events) {
            after = new Present(after.version() + 1, decider.evolve(after.observation(), event));
        }
        if (!events.isEmpty()) {
            appends.add(new Append<>(
                    command.key().districtId(), STREAM_TYPE, command.observationId(), before.version(), cause, events));
            // The next one of the same key in this batch is decided on what this one left.
            present.put(command.key(), after);
        }
        RecordingOutcome outcome = events.isEmpty()
                ? RecordingOutcome.UNCHANGED
                : before.version() == 0 ? RecordingOutcome.RECORDED : RecordingOutcome.CORRECTED;
        return new Result(command.observationId(), outcome, after.version(), null);
    }

    /** A {@link RecordObservation} or a {@link Refusal} an item. */
    private List<Object> commands(Connection connection, List<Told> told, Map<MeasureKey, Definition> assumed)
            throws SQLException {
        Map<MeasureKey, Definition> known = new HashMap<>(assumed);
        known.putAll(definitions(connection, told));
        LocalDate today = clock.instant().atOffset(FIRST_TO_BEGIN_A_DAY).toLocalDate();
        List<Object> commands = new ArrayList<>(told.size());
        for (Told one : told) {
            try {
                Definition definition =
                        known.get(new MeasureKey(one.districtId(), one.request().measureId()));
                commands.add(one.request().command(one.districtId(), definition, today));
            } catch (Refusal refusal) {
                commands.add(refusal);
            }
        }
        refuseBarredSites(connection, commands);
        return commands;
    }

    private void refuseBarredSites(Connection connection, List<Object> commands) throws SQLException {
        Set<SiteKey> keys = new HashSet<>();
        for (Object command : commands) {
            if (command instanceof RecordObservation record) {
                keys.add(new SiteKey(record.key().districtId(), record.key().siteId()));
            }
        }
        Map<SiteKey, Bar> barred = keys.isEmpty() ? Map.of() : sites.barred(connection, keys);
        if (!barred.isEmpty()) {
            commands.replaceAll(command -> command instanceof RecordObservation record
                    ? refusedOr(
                            record,
                            barred.get(new SiteKey(
                                    record.key().districtId(), record.key().siteId())))
                    : command);
        }
    }

    private static Object refusedOr(RecordObservation record, Bar bar) {
        if (bar != null && bar.closedOn() == null) {
            return new Refusal(
                    ObservationRule.SITE_UNKNOWN,
                    "siteId",
                    "Send the id of a registered site (GET sites), or register this one with PUT sites/{siteId}.");
        }
        if (bar != null && record.period().start().isAfter(bar.closedOn())) {
            return new Refusal(
                    ObservationRule.SITE_CLOSED,
                    "siteId",
                    "Send the site the students went to, or correct the day on which this one closed.");
        }
        return record;
    }

    private Map<MeasureKey, Definition> definitions(Connection connection, List<Told> told) throws SQLException {
        Set<MeasureKey> keys = new HashSet<>();
        for (Told one : told) {
            if (one.request().measureId() != null) {
                keys.add(new MeasureKey(one.districtId(), one.request().measureId()));
            }
        }
        return keys.isEmpty() ? new HashMap<>() : definitions.find(connection, keys);
    }
}
