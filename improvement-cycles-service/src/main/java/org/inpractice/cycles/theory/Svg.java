package org.inpractice.cycles.theory;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes well-formed SVG. Text is escaped here and nowhere else; what XML cannot hold becomes a replacement character. */
final class Svg {
    static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    Svg() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens an element; attributes are name, value, name, value, and one whose value is null is left out. */
    Svg open(String element, String... attributes) {
        try {
            xml.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                if (attributes[i + 1] != null) {
                    xml.writeAttribute(attributes[i], readable(attributes[i + 1]));
                }
            }
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens an element with a fill and a stroke, each of which may be null for none. */
    Svg open(String element, Ink fill, Ink stroke, String... attributes) {
        String both = (fill == null ? "" : fill.fill()) + (stroke == null ? "" : " " + stroke.stroke());
        String[] all = new String[attributes.length + 6];
        all[0] = "class";
        all[1] = both.strip();
        all[2] = "fill";
        all[3] = fill == null ? "none" : fill.light;
        all[4] = "stroke";
        all[5] = stroke == null ? null : stroke.light;
        System.arraycopy(attributes, 0, all, 6, attributes.length);
        return open(element, all);
    }

    Svg close() {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Svg words(String words) {
        try {
            xml.writeCharacters(readable(words));
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A shape without text. */
    Svg shape(String element, Ink fill, Ink stroke, String... attributes) {
        return open(element, fill, stroke, attributes).close();
    }

    /** A line of text that begins at a place. */
    Svg label(double x, double y, Ink ink, String words, double fontSize, boolean bold) {
        return open(
                        "text",
                        ink,
                        null,
                        "x",
                        number(x),
                        "y",
                        number(y),
                        "font-size",
                        number(fontSize),
                        "font-weight",
                        bold ? "bold" : null)
                .words(words)
                .close();
    }

    /** All that was written. */
    String finish() {
        try {
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A length: two digits after the point are a hundredth of a pixel. */
    static String number(double length) {
        BigDecimal rounded =
                BigDecimal.valueOf(length).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** XML 1.0 has no other characters than these (section 2.2); without them a picture could not be read at all. */
    private static String readable(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        words.codePoints().forEach(point -> kept.appendCodePoint(isXml(point) ? point : 0xFFFD));
        return kept.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
