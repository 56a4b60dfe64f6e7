package org.inpractice.measurement.picture;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.inpractice.measurement.chart.Chart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An SVG, read as XML. */
record Picture(Document document) {
    /** Where a text stands, estimated. */
    record Box(double left, double top, double right, double bottom, String text) {
        boolean covers(Box other) {
            return left < other.right - 1 && other.left < right - 1 && top < other.bottom - 1 && other.top < bottom - 1;
        }
    }

    static Picture of(Chart chart, List<Mark> marks) {
        return of(ChartPicture.svg(chart, marks));
    }

    static Picture of(String svg) {
        try {
            return new Picture(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg))));
        } catch (Exception e) {
            throw new AssertionError(svg, e);
        }
    }

    Element root() {
        return document.getDocumentElement();
    }

    int count(String path) {
        return nodes(path).getLength();
    }

    String text(String path) {
        return nodes(path).item(0).getTextContent();
    }

    /** All words that are drawn. */
    String words() {
        StringBuilder words = new StringBuilder();
        NodeList texts = nodes("//text");
        for (int i = 0; i < texts.getLength(); i++) {
            words.append(texts.item(i).getTextContent()).append('\n');
        }
        return words.toString();
    }

    List<Box> texts() {
        List<Box> boxes = new ArrayList<>();
        NodeList texts = nodes("//text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            double size = fontSize(text);
            double width = TextSize.width(text.getTextContent(), size);
            double x = Double.parseDouble(text.getAttribute("x"));
            double y = Double.parseDouble(text.getAttribute("y"));
            double left = switch (text.getAttribute("text-anchor")) {
                case "end" -> x - width;
                case "middle" -> x - width / 2;
                default -> x;
            };
            boxes.add(new Box(left, y - size * 0.8, left + width, y + size * 0.2, text.getTextContent()));
        }
        return boxes;
    }

    private static double fontSize(Element element) {
        Node at = element;
        while (at instanceof Element one) {
            if (!one.getAttribute("font-size").isEmpty()) {
                return Double.parseDouble(one.getAttribute("font-size"));
            }
            at = one.getParentNode();
        }
        return 16;
    }

    private NodeList nodes(String path) {
        try {
            return (NodeList)
                    XPathFactory.newDefaultInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
        } catch (javax.xml.xpath.XPathExpressionException e) {
            throw new AssertionError(path, e);
        }
    }
}
