package org.inpractice.measurement.observation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.measurement.measure.MeasureDefinitions;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureDefinitions.MeasureKey;
import org.inpractice.measurement.observation.ObservationEvent.ObservationWithdrawn;
import org.inpractice.measurement.observation.ObservationEvent.WithNumbers;
import org.inpractice.measurement.observation.ObservationTable.Series;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.RecordedEvent;

/** One observation from its events: an observation is rarely asked for alone, so no table is kept for it. */
@Singleton
class ObservationHistory {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    DistrictStream stream;

    @Inject
    Observations observations;

    @Inject
    MeasureDefinitions definitions;

    @Inject
    Disclosure disclosure;

    /**
     * An observation as it stands.
     *
     * @param withdrawn true when it was taken back; its numbers are then in its versions only
     * @param versions all it ever was, oldest first
     */
    @Schema(name = "Observation")
    public record View(
            UUID observationId,
            UUID measureId,
            String siteId,
            String studentGroup,
            @Schema(examples = "2025-09") String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            boolean withdrawn,
            @JsonUnwrapped ShownNumbers numbers,
            long version,
            List<Version> versions) {}

    /**
     * What was told at one time.
     *
     * @param reason why it was withdrawn; absent when it was not
     * @param eventId the event that told it
     */
    @Schema(name = "ObservationVersion")
    public record Version(
            long version,
            boolean withdrawn,
            @JsonUnwrapped ShownNumbers numbers,
            String reason,
            Instant occurredAt,
            Instant recordedAt,
            String actor,
            UUID eventId,
            long districtSeq) {}

    View view(UUID observationId) {
        return reads.read(connection -> view(connection, observationId));
    }

    private View view(Connection connection, UUID observationId) throws SQLException {
        List<RecordedEvent> events = stream.aggregate(connection, request.districtId(), observationId);
        Observation observation = observations
                .aggregates()
                .load(connection, request.districtId(), observationId)
                .state();
        if (events.isEmpty() || observation.subject() == null) {
            throw new NotFound("observation");
        }
        Observation.Subject subject = observation.subject();
        MeasureKey key = new MeasureKey(request.districtId(), subject.measureId());
        Definition definition = definitions.find(connection, List.of(key)).get(key);
        Series series = new Series(request.districtId(), subject.measureId(), subject.siteId(), subject.studentGroup());
        Visibility visibility = request.may("small-cells")
                ? Visibility.WHOLE
                : disclosure.of(connection, series, definition, List.of(subject.periodStart()));
        List<Version> versions = new ArrayList<>();
        for (RecordedEvent event : events) {
            observations
                    .codec()
                    .read(event)
                    .ifPresent(told -> versions.add(version(event, told, definition, visibility)));
        }
        Version last = versions.getLast();
        return new View(
                observationId,
                subject.measureId(),
                subject.siteId(),
                subject.studentGroup(),
                subject.period(),
                subject.periodStart(),
                subject.periodEnd(),
                last.withdrawn(),
                last.numbers(),
                last.version(),
                versions);
    }

    private static Version version(
            RecordedEvent envelope, ObservationEvent event, Definition definition, Visibility visibility) {
        ShownNumbers shown = event instanceof WithNumbers told
                ? ShownNumbers.of(
                        told.status(),
                        told.numbers(),
                        definition,
                        visibility.hides(definition, told.periodStart(), envelope.districtSeq(), told.numbers()))
                : null;
        return new Version(
                envelope.streamVersion(),
                event instanceof ObservationWithdrawn,
                shown,
                event instanceof ObservationWithdrawn withdrawn ? withdrawn.reason() : null,
                envelope.occurredAt(),
                envelope.recordedAt(),
                envelope.actor(),
                envelope.eventId(),
                envelope.districtSeq());
    }
}
