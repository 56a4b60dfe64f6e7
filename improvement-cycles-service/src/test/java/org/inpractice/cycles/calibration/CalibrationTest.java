package org.inpractice.cycles.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.inpractice.cycles.calibration.Forecast.Came;
import org.inpractice.cycles.calibration.Forecast.Predicted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
    private static final UUID MEASURE = UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01");

    private static Forecast forecast(String direction, String amount, String unit, String change) {
        return Forecast.of(
                new Predicted(
                        "It moves", MEASURE, direction, amount == null ? null : new BigDecimal(amount), unit, null),
                new Came("Absence", "percent", 8, new BigDecimal(change)));
    }

    /** One that came true or did not, said with a probability. */
    private static Forecast said(double probability, boolean came) {
        return Forecast.of(
                new Predicted("It falls", MEASURE, "decrease", null, null, BigDecimal.valueOf(probability)),
                new Came("Absence", "percent", 8, new BigDecimal(came ? "-1" : "1")));
    }

    private static List<Forecast> said(double probability, int came, int of) {
        List<Forecast> forecasts = new ArrayList<>();
        for (int i = 0; i < of; i++) {
            forecasts.add(said(probability, i < came));
        }
        return forecasts;
    }

    @ParameterizedTest
    @CsvSource({
        "decrease, 2, percentage points, -2.3, true, 0.150",
        "decrease, 2, percentage points, -1, false, -0.500",
        "decrease, 2, percentage points, 1, false, -1.500",
        "increase, 2, , 4, true, 1.000",
        "increase, , , 0.1, true,",
        "increase, , , 0, false,",
        "decrease, 0, , 0, true,",
        "increase, 2, pp, 2, true, 0.000",
    })
    void a_prediction_comes_true_when_the_measure_moves_as_far_as_predicted(
            String direction, String amount, String unit, String change, boolean came, String error) {
        Forecast judged = forecast(direction, amount, unit, change);
        assertEquals(came, judged.cameTrue());
        assertEquals(error, judged.error() == null ? null : judged.error().toPlainString());
    }

    @Test
    void what_cannot_be_compared_is_not_judged_and_says_why() {
        assertNull(forecast("decrease", "2", "days", "-3").cameTrue());
        Forecast few = Forecast.of(
                new Predicted("It falls", MEASURE, "decrease", null, null, null),
                new Came("Absence", "percent", 4, BigDecimal.ONE));
        assertNull(few.cameTrue());
        assertTrue(few.why().contains("4 points"), few.why());
        Forecast words = Forecast.of(
                new Predicted("All will be well", null, null, null, null, null), new Came(null, null, 0, null));
        assertNull(words.cameTrue());
        assertFalse(words.why().isEmpty());
    }

    @Test
    void the_numbers_are_those_worked_out_by_hand() {
        // given: 0.8 said four times, three came; 0.6 said once, did not
        List<Forecast> forecasts = new ArrayList<>(said(0.8, 3, 4));
        forecasts.addAll(said(0.6, 0, 1));
        // when
        Calibration calibration = Calibration.of(forecasts);
        // then: Brier (3 * 0.04 + 0.64 + 0.36) / 5 = 0.224; base rate 0.6, 0.6 * 0.4 = 0.24; sharpness (4 * 0.6 + 0.2)
        // / 5
        assertEquals("0.600", calibration.hitRate().toPlainString());
        assertEquals("0.760", calibration.meanProbability().toPlainString());
        assertEquals("0.224", calibration.brier().toPlainString());
        assertEquals("0.240", calibration.brierOfBaseRate().toPlainString());
        assertEquals("0.520", calibration.sharpness().toPlainString());
        assertTrue(calibration.few());
        assertTrue(calibration.summary().contains("16 points less often"), calibration.summary());
        assertNull(calibration.bias());
    }

    @Test
    void the_bias_is_the_median_of_the_errors() {
        List<Forecast> forecasts = List.of(
                forecast("decrease", "4", null, "-2"),
                forecast("decrease", "4", null, "-3"),
                forecast("decrease", "4", null, "-40"),
                forecast("decrease", null, null, "-1"));
        Calibration calibration = Calibration.of(forecasts);
        assertEquals("-0.250", calibration.bias().toPlainString());
        assertEquals(3, calibration.withAmount());
    }

    @Test
    void a_bin_counts_its_cases_and_says_when_they_are_few() {
        List<Forecast> forecasts = new ArrayList<>(said(0.8, 8, 10));
        forecasts.addAll(said(0.2, 0, 2));
        List<ReliabilityBin> bins = Calibration.of(forecasts).reliability();
        assertEquals(5, bins.size());
        assertEquals(10, bins.get(4).count());
        assertFalse(bins.get(4).few());
        assertEquals("0.490", bins.get(4).low().toPlainString());
        assertEquals("0.943", bins.get(4).high().toPlainString());
        assertEquals(2, bins.get(1).count());
        assertTrue(bins.get(1).few());
        assertEquals(0, bins.get(0).count());
        assertNull(bins.get(0).shareTrue());
        assertEquals(1, Calibration.of(said(0.99, 1, 1)).reliability().get(4).count());
    }

    @Test
    void of_nothing_there_are_no_numbers() {
        Calibration none = Calibration.of(List.of());
        assertNull(none.hitRate());
        assertNull(none.brier());
        assertNull(none.sharpness());
        assertEquals("No prediction can be judged yet.", none.summary());
    }

    @Test
    void every_picture_is_well_formed_also_of_nothing() throws Exception {
        List<Forecast> many = new ArrayList<>(said(0.95, 9, 12));
        many.addAll(said(0.7, 10, 18));
        many.addAll(said(0.5, 2, 3));
        many.addAll(said(0.3, 3, 9));
        List<List<Forecast>> cases = List.of(
                List.of(), many, said(0.99, 2, 2), said(0.01, 0, 1), List.of(forecast("decrease", "2", null, "-3")));
        for (int i = 0; i < cases.size(); i++) {
            String picture = ReliabilityPicture.svg(Calibration.of(cases.get(i)));
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(picture.getBytes(StandardCharsets.UTF_8)));
            keep(i, picture);
        }
    }

    /** For a look at them: target/reliability-*.svg. */
    private static void keep(int number, String picture) throws IOException {
        Files.writeString(Path.of("target", "reliability-" + number + ".svg"), picture);
    }
}
