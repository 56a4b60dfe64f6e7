package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rules a chart is read by, named and versioned: a change of any number or sentence here is a new version. A point
 * outside its limits is a signal under each of them, where the chart has limits.
 */
@Schema(name = "ChartRuleSet")
public enum RuleSet {
    /** Longest run and crossings: the default, calibrated for any number of points. */
    @JsonProperty("anhoej")
    ANHOEJ(
            1,
            "Long run: more useful points in a row on one side of the centre than round(log2(n)) + 3. Few crossings: fewer"
                    + " than the 5% quantile of a binomial distribution of n - 1 trials of probability 0.5. n is the number"
                    + " of useful points, those not on the centre. Outside: strictly outside the limits.",
            "Anhøj J, Olesen AV. Run charts revisited. PLoS ONE 2014;9(11):e113825. Anhøj J, Wentzel-Larsen T. Sense and"
                    + " sensibility. BMC Medical Research Methodology 2018;18:100."),
    /** Shift, trend and the number of runs; an astronomical point is marked by a person, never by a machine. */
    @JsonProperty("perla")
    PERLA(
            1,
            "Shift: 6 or more useful points in a row on one side of the centre; points on it neither count nor break. Trend:"
                    + " 5 or more points in a row all rising or all falling; equal neighbours count once. Runs: fewer or"
                    + " more than 95% of random series have, for 10 to 60 useful points. Astronomical: as marked by a"
                    + " person. Outside: strictly outside the limits.",
            "Perla RJ, Provost LP, Murray SK. The run chart: a simple analytical tool for learning from variation in"
                    + " healthcare processes. BMJ Quality & Safety 2011;20:46-51; runs by Wald and Wolfowitz's exact"
                    + " distribution (Swed and Eisenhart 1943)."),
    /** The rules and icons of the English health service's programme. */
    @JsonProperty("making-data-count")
    @JsonAlias("making_data_count")
    MAKING_DATA_COUNT(
            1,
            "In this order for each point: strictly outside the limits; 7 points in a row all rising or all falling; 2 of 3"
                    + " points on one side beyond two thirds of the way to a limit and inside it; 7 points in a row on one"
                    + " side of the centre. A point on the centre, or an equal neighbour, breaks a row.",
            "NHS England, Making Data Count; NHSRplotthedots 0.2.2."),
    /** A point outside the limits, and nothing else. */
    @JsonProperty("shewhart")
    SHEWHART(
            1,
            "Outside: strictly outside the limits of three standard deviations.",
            "Shewhart WA. Economic control of quality of manufactured product. 1931.");

    private final int version;
    private final String rules;
    private final String source;

    RuleSet(int version, String rules, String source) {
        this.version = version;
        this.rules = rules;
        this.source = source;
    }

    /** The rules in words, with name, version and source. */
    public Rules rules() {
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Rules(this, version, name + "-v" + version, rules, source);
    }
}
