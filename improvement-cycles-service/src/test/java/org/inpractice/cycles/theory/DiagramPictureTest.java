package org.inpractice.cycles.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The drawn diagram holds together whatever stands in it. {@code target/diagrams} has the pictures, for a look. */
class DiagramPictureTest {
    private static final Map<String, DriverDiagram> DIAGRAMS = Map.of(
            "empty", Gallery.empty(),
            "three", Gallery.three(),
            "twenty", Gallery.sized(3, 2, 2),
            "eighty", Gallery.sized(5, 4, 3),
            "long-words", Gallery.longWords());

    static Stream<String> diagrams() {
        return DIAGRAMS.keySet().stream().sorted();
    }

    private record Rectangle(double x, double y, double width, double height) {
        boolean meets(Rectangle other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    private static Document picture(String name) throws Exception {
        String svg = DiagramPicture.svg(DIAGRAMS.get(name));
        write(name, svg);
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static void write(String name, String svg) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "diagrams"));
        Files.writeString(folder.resolve(name + ".svg"), svg);
    }

    private static List<Element> elements(Document picture, String name) {
        NodeList found = picture.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static double number(Element element, String attribute) {
        return element.hasAttribute(attribute) ? Double.parseDouble(element.getAttribute(attribute)) : 0;
    }

    private static List<Rectangle> boxes(Document picture) {
        return elements(picture, "rect").stream()
                .skip(1)
                .map(rect -> new Rectangle(
                        number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void no_two_nodes_overlap_and_all_lie_in_the_picture(String name) throws Exception {
        Document picture = picture(name);
        double width = number(picture.getDocumentElement(), "width");
        double height = number(picture.getDocumentElement(), "height");
        List<Rectangle> boxes = boxes(picture);
        for (int i = 0; i < boxes.size(); i++) {
            Rectangle box = boxes.get(i);
            assertTrue(box.x() >= 0 && box.x() + box.width() <= width, name + " " + box);
            assertTrue(box.y() >= 0 && box.y() + box.height() <= height, name + " " + box);
            for (int j = 0; j < i; j++) {
                assertFalse(box.meets(boxes.get(j)), name + ": " + box + " meets " + boxes.get(j));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void every_line_of_words_has_the_room_it_needs_and_none_lies_on_another(String name) throws Exception {
        Document picture = picture(name);
        double width = number(picture.getDocumentElement(), "width");
        List<Rectangle> texts = elements(picture, "text").stream()
                .map(text -> {
                    double size = number(text, "font-size");
                    return new Rectangle(
                            number(text, "x"),
                            number(text, "y") - 0.75 * size,
                            TextSize.width(text.getTextContent(), size)
                                    * (text.getAttribute("font-weight").equals("bold") ? TextSize.BOLD : 1),
                            0.95 * size);
                })
                .toList();
        for (int i = 0; i < texts.size(); i++) {
            Rectangle text = texts.get(i);
            assertTrue(text.x() + text.width() <= width - 20, name + " " + text);
            for (int j = 0; j < i; j++) {
                assertFalse(text.meets(texts.get(j)), name + ": " + text + " meets " + texts.get(j));
            }
            for (Rectangle box : boxes(picture)) {
                boolean inside = text.x() >= box.x()
                        && text.x() + text.width() <= box.x() + box.width()
                        && text.y() >= box.y()
                        && text.y() + text.height() <= box.y() + box.height();
                assertTrue(inside || !text.meets(box), name + ": " + text + " sticks out of " + box);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void no_line_crosses_a_node(String name) throws Exception {
        Document picture = picture(name);
        for (Element path : elements(picture, "path")) {
            if (path.hasAttribute("stroke-dasharray")) {
                continue;
            }
            for (String stroke : path.getAttribute("d").substring(1).split("M", -1)) {
                String[] ends = stroke.split("[L ]", -1);
                double fromX = Double.parseDouble(ends[0]);
                double fromY = Double.parseDouble(ends[1]);
                double toX = Double.parseDouble(ends[2]);
                double toY = Double.parseDouble(ends[3]);
                // A line that ends at the edge of a node touches it; a hundredth is how exact lengths are written.
                Rectangle line = new Rectangle(
                        Math.min(fromX, toX) + 0.02,
                        Math.min(fromY, toY) + 0.02,
                        Math.max(0, Math.abs(toX - fromX) - 0.04),
                        Math.max(0, Math.abs(toY - fromY) - 0.04));
                for (Rectangle box : boxes(picture)) {
                    assertFalse(line.meets(box), name + ": " + stroke + " crosses " + box);
                }
            }
        }
    }

    @Test
    void what_cannot_be_seen_is_said() throws Exception {
        Document picture = picture("three");
        assertEquals("img", picture.getDocumentElement().getAttribute("role"));
        assertTrue(elements(picture, "title").getFirst().getTextContent().startsWith("Driver diagram: Cut chronic"));
        String description = elements(picture, "desc").getFirst().getTextContent();
        assertTrue(description.contains("“Families trust the school” drives the aim."), description);
        assertTrue(description.contains("Call home on the second day of absence"), description);
    }

    @Test
    void words_of_users_stay_words() throws Exception {
        Document picture = picture("long-words");
        assertEquals(0, picture.getElementsByTagName("b").getLength());
        assertTrue(elements(picture, "title").stream()
                .anyMatch(title -> title.getTextContent().contains("<b>& \"quoted\"</b>")));
    }

    @Test
    void words_that_do_not_fit_are_cut_and_whole_in_the_title() throws Exception {
        Document picture = picture("long-words");
        assertTrue(elements(picture, "text").stream()
                .anyMatch(text -> text.getTextContent().endsWith("…")));
        assertTrue(elements(picture, "title").stream()
                .anyMatch(title -> title.getTextContent().length() > 1_000));
    }

    @Test
    void an_aim_without_drivers_says_so() throws Exception {
        assertTrue(elements(picture("empty"), "text").stream()
                .anyMatch(text -> text.getTextContent().equals("No drivers yet")));
    }

    @Test
    void the_same_diagram_gives_the_same_picture() {
        assertEquals(DiagramPicture.svg(Gallery.sized(3, 2, 2)), DiagramPicture.svg(Gallery.sized(3, 2, 2)));
    }

    @Test
    void words_and_lines_stand_out_from_every_ground_on_paper_and_on_a_dark_screen() {
        List<Ink> grounds = List.of(Ink.BACKGROUND, Ink.AIM, Ink.PRIMARY, Ink.SECONDARY, Ink.IDEA);
        for (Ink ground : grounds) {
            for (Ink words : List.of(Ink.TEXT, Ink.QUIET, Ink.MISSING)) {
                assertTrue(contrast(words.light, ground.light) >= 4.5, words + " on " + ground);
                assertTrue(contrast(words.dark, ground.dark) >= 4.5, words + " on dark " + ground);
            }
        }
        assertTrue(contrast(Ink.LINE.light, Ink.BACKGROUND.light) >= 3);
        assertTrue(contrast(Ink.LINE.dark, Ink.BACKGROUND.dark) >= 3);
    }

    /** As WCAG 2.2 defines contrast ratio and relative luminance. */
    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        double[] shares = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += shares[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
