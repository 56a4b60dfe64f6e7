package org.inpractice.cycles.calibration;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes well-formed SVG; text is escaped here and nowhere else. */
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

    /** Opens an element; attributes are name, value, name, value, and a number is a length. */
    Svg open(String element, Object... attributes) {
        try {
            xml.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                Object value = attributes[i + 1];
                String written = value instanceof Double length ? number(length) : String.valueOf(value);
                xml.writeAttribute((String) attributes[i], written);
            }
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Svg words(String words) {
        try {
            xml.writeCharacters(words);
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Svg close() {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element without content. */
    Svg shape(String element, Object... attributes) {
        return open(element, attributes).close();
    }

    /** A line of text; the style is a class. */
    Svg label(String style, double x, double y, String anchor, String words, Object... more) {
        Object[] all = new Object[more.length + 8];
        Object[] first = {"class", style, "x", x, "y", y, "text-anchor", anchor};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return open("text", all).words(words).close();
    }

    String finish() {
        try {
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(double length) {
        BigDecimal rounded =
                BigDecimal.valueOf(length).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
