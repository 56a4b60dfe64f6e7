package org.inpractice.measurement.controlchart;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.ReadModels;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The charts of all districts: decides on commands and keeps the read table, on the caller's transaction. */
@Singleton
@Startup
public class ControlCharts {
    private static final String STREAM_TYPE = "chart";

    private final Aggregates<ChartCommand, ControlChart, ChartEvent> aggregates;
    private final DistrictRequest request;

    @Inject
    ControlCharts(DistrictStream stream, ReadModels readModels, DistrictRequest request) {
        EventCodec<ChartEvent> codec = new EventCodec<>(ChartEvent.class);
        ChartProjection projection = new ChartProjection();
        this.aggregates = new Aggregates<>(stream, STREAM_TYPE, codec, new ChartDecider(), projection);
        this.request = request;
        readModels.own("charts", codec, projection);
    }

    /**
     * Handles a command of the current request.
     *
     * @return the chart's version after it
     */
    long handle(Connection connection, OptionalLong expectedVersion, Append.Cause cause, ChartCommand command)
            throws SQLException {
        return aggregates
                .handle(connection, request.districtId(), command.chartId(), expectedVersion, cause, command)
                .version();
    }
}
