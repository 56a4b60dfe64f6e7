package org.inpractice.measurement.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.inpractice.measurement.chart.Chart;
import org.inpractice.measurement.chart.ChartType;
import org.inpractice.measurement.chart.RuleSet;
import org.inpractice.measurement.chart.SignalRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartPictureTest {
    static Set<String> names() {
        return Gallery.charts().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_well_formed_described_and_harmless(String name) throws IOException {
        // given
        Chart chart = Gallery.charts().get(name);

        // when
        Picture picture = Picture.of(chart, Gallery.marks());

        // then
        assertEquals("img", picture.root().getAttribute("role"));
        for (String id : picture.root().getAttribute("aria-labelledby").split(" ", -1)) {
            assertEquals(1, picture.count("//*[@id='" + id + "']"), id);
        }
        assertFalse(picture.text("/svg/title").isBlank());
        assertFalse(picture.text("/svg/desc").isBlank());
        assertEquals(0, picture.count("//script | //foreignObject | //image | //a | //use"));
        assertEquals(0, picture.count("//@*[starts-with(name(), 'on') or name() = 'href' or name() = 'style']"));
        Files.createDirectories(Path.of("target/pictures"));
        Files.writeString(Path.of("target/pictures", name + ".svg"), ChartPicture.svg(chart, Gallery.marks()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void keeps_every_text_and_shape_inside_the_picture(String name) {
        // when
        Picture picture = Picture.of(Gallery.charts().get(name), Gallery.marks());

        // then
        double width = Double.parseDouble(picture.root().getAttribute("width"));
        double height = Double.parseDouble(picture.root().getAttribute("height"));
        for (Picture.Box box : picture.texts()) {
            assertTrue(box.left() >= 0 && box.right() <= width, box + " of " + width);
            assertTrue(box.top() >= 0 && box.bottom() <= height, box + " of " + height);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void lets_no_text_cover_another(String name) {
        // when
        List<Picture.Box> texts =
                Picture.of(Gallery.charts().get(name), Gallery.marks()).texts();

        // then
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                assertFalse(texts.get(i).covers(texts.get(j)), texts.get(i) + " covers " + texts.get(j));
            }
        }
    }

    @Test
    void draws_every_value_once_and_leaves_a_gap_where_one_is_missing() {
        // when
        Picture picture = Picture.of(Gallery.shift(), List.of());

        // then
        assertEquals(22, picture.count("//*[@data-point]"));
        assertEquals(0, picture.count("//*[@data-point='5'] | //*[@data-point='10']"));
        assertEquals(1, picture.count("//g[@class='missing']/*[@data-missing='suppressed']"));
        assertEquals(1, picture.count("//g[@class='missing']/*[@data-missing='not_reported']"));
        String line = picture.text("//*[@data-line='data']/path/@d");
        assertEquals(3, line.chars().filter(c -> c == 'M').count());
        assertEquals(19, line.chars().filter(c -> c == 'L').count());
    }

    @Test
    void tells_title_unit_n_rules_target_and_baseline() {
        // when
        Picture picture = Picture.of(Gallery.shift(), List.of());

        // then
        assertEquals("Chronic absence, Lincoln Elementary", picture.text("/svg/title"));
        String words = picture.words();
        for (String expected : List.of("days", "n = 22", "anhoej-v1", "target 18", "frozen baseline", "2024-01")) {
            assertTrue(words.contains(expected), expected);
        }
        assertEquals(1, picture.count("//*[@data-baseline]"));
        assertEquals(1, picture.count("//*[@data-line='target']"));
        assertTrue(picture.text("/svg/desc").contains("22 values, 1 suppressed, 1 not reported"));
    }

    @Test
    void marks_signals_in_shape_as_well_as_colour() {
        // given
        Chart chart = Gallery.shift();

        // when
        Picture picture = Picture.of(chart, List.of());

        // then
        List<Integer> marked = chart.signals().stream()
                .flatMap(signal -> signal.points().stream())
                .distinct()
                .toList();
        assertFalse(marked.isEmpty());
        for (int index : marked) {
            String shape = "//*[@data-point='%d']/path[@data-signal='concern']".formatted(index);
            assertEquals(1, picture.count(shape), shape);
        }
        assertEquals(marked.size(), picture.count("//g[@class='points']//*[@data-signal]"));
        assertEquals(
                chart.points().stream().filter(point -> point.outside()).count(),
                picture.count("//g[@class='points']//*[@data-outside]"));
        assertNotEquals(
                SignalMarks.outline(org.inpractice.measurement.chart.Meaning.CONCERN, 0, 0, 5),
                SignalMarks.outline(org.inpractice.measurement.chart.Meaning.IMPROVEMENT, 0, 0, 5));
    }

    @Test
    void marks_the_centre_of_a_phase_that_is_a_signal_as_a_whole() {
        // given
        Chart chart = Gallery.crossings();

        // when
        Picture picture = Picture.of(chart, List.of());

        // then
        assertEquals(
                List.of(SignalRule.FEW_CROSSINGS),
                chart.signals().stream().map(signal -> signal.rule()).toList());
        assertEquals(1, picture.count("//*[@data-line='phase-signal']"));
        assertEquals(0, picture.count("//*[@data-point]/*[@data-signal]"));
        assertTrue(picture.words().contains("signal of the whole phase"));
        assertEquals(0, Picture.of(Gallery.shift(), List.of()).count("//*[@data-line='phase-signal']"));
    }

    @Test
    void separates_phases_and_gives_each_its_lines_and_name() {
        // when
        Picture picture = Picture.of(Gallery.phases(), List.of());

        // then
        assertEquals(
                3,
                picture.text("//*[@data-line='centre']/path/@d")
                        .chars()
                        .filter(c -> c == 'M')
                        .count());
        assertEquals(
                3,
                picture.text("//*[@data-line='data']/path/@d")
                        .chars()
                        .filter(c -> c == 'M')
                        .count());
        assertTrue(picture.words().contains("Since the new bus times & routes"));
        assertTrue(picture.words().contains("Phase 3 “New staff”, 2026-10 to 2026-12"));
    }

    @Test
    void draws_limits_that_vary_as_steps_and_none_at_a_suppressed_point() {
        // when
        Picture picture = Picture.of(Gallery.proportions(), List.of());

        // then
        String upper = picture.text("//*[@data-line='upper']/path/@d");
        assertEquals(23, upper.chars().filter(c -> c == 'H').count());
        assertEquals(2, upper.chars().filter(c -> c == 'M').count());
        assertEquals(21, upper.chars().filter(c -> c == 'V').count());
        assertTrue(picture.words().contains("target 8%"));
    }

    @Test
    void escapes_what_users_wrote_and_replaces_what_xml_cannot_hold() {
        // when
        Picture picture = Picture.of(Gallery.longWords(), List.of());

        // then
        assertTrue(picture.text("/svg/title").contains("<b>tags</b> & \"quotes\""));
        assertTrue(picture.text("//*[@data-mark='note']/title")
                .contains("</text><script>alert(1)</script> \uFFFD \uFFFD"));
    }

    @Test
    void marks_what_happened_with_line_and_text_in_its_place() {
        // when
        Picture picture = Picture.of(Gallery.shift(), Gallery.marks());

        // then
        assertEquals(2, picture.count("//*[@data-mark='cycle-started']/path"));
        assertEquals(1, picture.count("//*[@data-mark='decided']/text"));
        assertTrue(picture.text("/svg/desc").contains("2025-06-20 decided: adopt"));
    }

    @Test
    void leaves_out_what_happened_beyond_the_series() {
        // when
        Picture picture = Picture.of(Gallery.shift(), List.of(new Mark(30, Mark.Kind.DECIDED, "later")));

        // then
        assertEquals(0, picture.count("//*[@data-mark]"));
    }

    @Test
    void says_why_there_is_nothing_to_see() {
        assertTrue(Picture.of(Gallery.suppressed(), List.of()).words().contains("All points are suppressed"));
        assertTrue(Picture.of(Gallery.charts().get("empty"), List.of()).words().contains("No points yet"));
        assertEquals(0, Picture.of(Gallery.suppressed(), List.of()).count("//*[@data-point]"));
    }

    @ParameterizedTest
    @EnumSource(ChartType.class)
    void draws_every_chart_type(ChartType type) {
        Chart chart = Gallery.of(
                type,
                type == ChartType.RUN ? RuleSet.PERLA : RuleSet.SHEWHART,
                null,
                List.of(),
                Gallery.series(3, i -> 2 + i));
        assertTrue(Picture.of(chart, List.of()).words().contains(Words.chart(type)));
    }

    @Test
    void is_the_same_for_the_same_chart() {
        assertEquals(
                ChartPicture.svg(Gallery.phases(), Gallery.marks()),
                ChartPicture.svg(Gallery.phases(), Gallery.marks()));
    }

    @Test
    void every_ink_that_carries_meaning_can_be_read_on_light_and_dark() {
        for (Ink ink : Ink.values()) {
            if (ink != Ink.BACKGROUND && ink != Ink.GRID && ink != Ink.BASELINE) {
                for (Ink ground : List.of(Ink.BACKGROUND, Ink.BASELINE)) {
                    assertTrue(contrast(ink.light, ground.light) >= 4.5, ink + " on light " + ground);
                    assertTrue(contrast(ink.dark, ground.dark) >= 4.5, ink + " on dark " + ground);
                }
            }
            assertTrue(Ink.darkRules().contains("." + ink.fill() + "{fill:" + ink.dark + "}"));
        }
    }

    /** The contrast ratio of WCAG 2.2. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] parts = Stream.of(1, 3, 5)
                .mapToDouble(i -> Integer.parseInt(colour.substring(i, i + 2), 16) / 255.0)
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
