package org.inpractice.measurement.analysis;

import static org.inpractice.measurement.analysis.ComparisonMethod.AUTOMATIC;
import static org.inpractice.measurement.analysis.ComparisonMethod.MANN_WHITNEY;
import static org.inpractice.measurement.analysis.ComparisonMethod.SEGMENTED_REGRESSION;
import static org.inpractice.measurement.analysis.ComparisonMethod.TWO_PROPORTIONS;
import static org.inpractice.measurement.analysis.ComparisonMethod.WELCH;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Problems;
import org.inpractice.measurement.comparison.MannWhitney;
import org.inpractice.measurement.comparison.MethodChoice;
import org.inpractice.measurement.comparison.Proportion;
import org.inpractice.measurement.comparison.Sample;
import org.inpractice.measurement.comparison.SegmentedRegression;
import org.inpractice.measurement.comparison.TwoProportions;
import org.inpractice.measurement.comparison.Welch;

/** Compares what is sent, and keeps nothing of it. */
@Path("/v1/analyses/comparison")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analyses", description = "Statistics of what is sent with the request. Nothing is stored.")
public class ComparisonResource {
    private static final String VALUES_EXAMPLE = """
            {"before": [8.7, 5.7, 9.5, 14.3, 7.5, 9.6, 8.8], "after": [13.0, 11.3, 11.7, 11.8, 14.6, 12.4, 13.4, 10.7]}""";

    private static final String PROPORTIONS_EXAMPLE = """
            {"method": "two_proportions", "proportionsBefore": [{"numerator": 45, "denominator": 150}],
             "proportionsAfter": [{"numerator": 30, "denominator": 160}]}""";

    private static final String SERIES_EXAMPLE = """
            {"method": "segmented_regression", "changeAfter": 6,
             "series": [8.8, 11.4, 9.6, null, 11.1, 11.6, 15.9, 14.0, 15.5, 16.4, 15.1]}""";

    private static final String ASKED_FOR = "Asked for.";

    /** Compares. */
    @POST
    @Operation(
            summary = "Compare a time before a change with a time after it",
            description =
                    "The effect is after minus before, with its confidence interval and p value. Send before and after for"
                            + " values, proportionsBefore and proportionsAfter for proportions, series and changeAfter for a"
                            + " segmented regression. automatic takes the method from what is sent; values are compared by"
                            + " ranks (Mann–Whitney) when there are fewer than 40 of them and one lies more than three"
                            + " interquartile ranges beyond the quartiles, or a side of 8 or more has a skewness beyond 1,"
                            + " else by means (Welch).")
    @APIResponse(
            responseCode = "200",
            description = "The comparison; a number that cannot be told is absent",
            content = @Content(schema = @Schema(implementation = ComparisonAnswer.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    public ComparisonAnswer compare(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ComparisonRequest.class),
                                            examples = {
                                                @ExampleObject(name = "values", value = VALUES_EXAMPLE),
                                                @ExampleObject(name = "proportions", value = PROPORTIONS_EXAMPLE),
                                                @ExampleObject(name = "series", value = SERIES_EXAMPLE)
                                            }))
                    @NotNull(message = "Send what to compare as a JSON object.")
                    ComparisonRequest sent) {
        double level = ComparisonInput.level(sent.confidenceLevel());
        ComparisonMethod asked = sent.method() == null ? AUTOMATIC : sent.method();
        return switch (asked) {
            case AUTOMATIC -> automatic(sent, level);
            case WELCH, MANN_WHITNEY -> values(sent, asked, level);
            case TWO_PROPORTIONS -> proportions(sent, level, ASKED_FOR);
            case SEGMENTED_REGRESSION -> series(sent, level, ASKED_FOR);
        };
    }

    private static ComparisonAnswer automatic(ComparisonRequest sent, double level) {
        if (sent.proportionsBefore() != null || sent.proportionsAfter() != null) {
            return proportions(sent, level, "Proportions were sent.");
        }
        return sent.series() != null || sent.changeAfter() != null
                ? series(sent, level, "A series was sent.")
                : values(sent, AUTOMATIC, level);
    }

    private static ComparisonAnswer values(ComparisonRequest sent, ComparisonMethod asked, double level) {
        absent("proportionsBefore", sent.proportionsBefore(), asked);
        absent("proportionsAfter", sent.proportionsAfter(), asked);
        absent("series", sent.series(), asked);
        absent("changeAfter", sent.changeAfter(), asked);
        present("before", sent.before());
        present("after", sent.after());
        ComparisonInput.notTooMany("after", sent.before().size() + sent.after().size());
        double[] before = ComparisonInput.numbers("before", sent.before());
        double[] after = ComparisonInput.numbers("after", sent.after());
        int fewest = asked == MANN_WHITNEY ? 1 : Welch.FEWEST_VALUES;
        ComparisonInput.enough("before", Sample.of(before).size(), fewest, "values that are not null");
        ComparisonInput.enough("after", Sample.of(after).size(), fewest, "values that are not null");
        MethodChoice choice = asked == AUTOMATIC
                ? MethodChoice.of(Sample.of(before), Sample.of(after))
                : new MethodChoice(asked == MANN_WHITNEY, ASKED_FOR);
        return choice.ranks()
                ? ComparisonAnalysis.mannWhitney(MannWhitney.of(before, after, level), choice.why())
                : ComparisonAnalysis.welch(Welch.of(before, after, level), choice.why());
    }

    private static ComparisonAnswer proportions(ComparisonRequest sent, double level, String chosen) {
        absent("before", sent.before(), TWO_PROPORTIONS);
        absent("after", sent.after(), TWO_PROPORTIONS);
        absent("series", sent.series(), TWO_PROPORTIONS);
        absent("changeAfter", sent.changeAfter(), TWO_PROPORTIONS);
        present("proportionsBefore", sent.proportionsBefore());
        present("proportionsAfter", sent.proportionsAfter());
        ComparisonInput.notTooMany(
                "proportionsAfter",
                sent.proportionsBefore().size() + sent.proportionsAfter().size());
        List<Proportion> before = ComparisonInput.proportions("proportionsBefore", sent.proportionsBefore());
        List<Proportion> after = ComparisonInput.proportions("proportionsAfter", sent.proportionsAfter());
        ComparisonInput.enough("proportionsBefore", before.size(), 1, "proportion");
        ComparisonInput.enough("proportionsAfter", after.size(), 1, "proportion");
        return ComparisonAnalysis.twoProportions(TwoProportions.ofPeriods(before, after, level), chosen);
    }

    private static ComparisonAnswer series(ComparisonRequest sent, double level, String chosen) {
        absent("before", sent.before(), SEGMENTED_REGRESSION);
        absent("after", sent.after(), SEGMENTED_REGRESSION);
        absent("proportionsBefore", sent.proportionsBefore(), SEGMENTED_REGRESSION);
        absent("proportionsAfter", sent.proportionsAfter(), SEGMENTED_REGRESSION);
        present("series", sent.series());
        present("changeAfter", sent.changeAfter());
        ComparisonInput.notTooMany("series", sent.series().size());
        if (sent.changeAfter() < 0 || sent.changeAfter() > sent.series().size()) {
            throw Problems.invalid("changeAfter", "Send how many points of the series lie before the change.");
        }
        double[] values = ComparisonInput.numbers("series", sent.series());
        SegmentedRegression lines = SegmentedRegression.of(values, sent.changeAfter(), level);
        if (lines == null) {
            throw ComparisonInput.tooFew(
                    "series",
                    "Send at least %d points that are not null before the change and as many after it."
                            .formatted(SegmentedRegression.FEWEST_POINTS_A_SIDE));
        }
        return ComparisonAnalysis.segmented(lines, chosen);
    }

    private static void present(String field, Object sent) {
        if (sent == null) {
            throw Problems.invalid(
                    field,
                    "Send before and after for values, proportionsBefore and proportionsAfter for proportions, or series"
                            + " and changeAfter for a series.");
        }
    }

    private static void absent(String field, Object sent, ComparisonMethod method) {
        if (sent != null) {
            throw Problems.invalid(
                    field,
                    "Leave it out: %s does not compare it together with the rest."
                            .formatted(method.name().toLowerCase(Locale.ROOT)));
        }
    }
}
