package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a point tells: only the first has a number, and the others are no zeros. */
@Schema(name = "ChartPointStatus")
public enum PointStatus {
    /** Here is the number. */
    @JsonProperty("reported")
    REPORTED,
    /** There is a number, but of so small a group that it is not told. */
    @JsonProperty("suppressed")
    SUPPRESSED,
    /** There is no number. */
    @JsonProperty("not_reported")
    NOT_REPORTED
}
