package org.unstuck.viz.theme;

import java.awt.Dimension;
import java.awt.Font;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes a sheet as SVG that can stand alone or be put into an HTML page as it is.
 *
 * <ul>
 *   <li>Text stays text, in whatever sans-serif font the reader has, fitted to the width it was laid out with
 *       ({@code textLength}), so that nothing overlaps elsewhere what did not overlap here.
 *   <li>It shrinks with the page ({@code viewBox}) and is announced by screen readers ({@code title}, {@code desc}).
 *   <li>Every id starts with the sheet's name: several figures can live in one page.
 *   <li>The same sheet gives the same bytes on the same machine (text widths come from its fonts).
 * </ul>
 */
public final class Svg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /** Verdana and DejaVu Sans have nearly the same widths; the others are narrower and get stretched a little. */
    private static final String FAMILY = "'DejaVu Sans', Verdana, Helvetica, Arial, sans-serif";

    /** Decimals of coordinates: 1/100 px. */
    private static final int PRECISION = 2;

    private Svg() {}

    /** The sheet as one {@code <svg>} element, without XML declaration. Ends with a line break. */
    public static String of(Sheet sheet) {
        Document document = emptyDocument();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setPrecision(PRECISION);
        context.setComment("");
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return sheet.name() + "-" + super.generateID(prefix);
            }
        });
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        g.setSVGCanvasSize(new Dimension(sheet.width(), sheet.height()));
        sheet.draw(g);
        Element root = g.getRoot();
        g.dispose();
        tidy(root);
        describe(root, sheet, document);
        fit(root, Theme.NOTE.getSize(), Font.PLAIN);
        return serialize(root);
    }

    /**
     * Writes the SVG as a UTF-8 file, making folders as needed.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Sheet sheet, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, of(sheet).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Removes Batik's empty comment and its empty definitions, whose id would be the same in every figure. */
    private static void tidy(Element root) {
        Node next;
        for (Node child = root.getFirstChild(); child != null; child = next) {
            next = child.getNextSibling();
            if (child instanceof Comment
                    || child instanceof Element e && e.getTagName().equals("defs") && !e.hasChildNodes()) {
                root.removeChild(child);
            }
        }
    }

    private static void describe(Element root, Sheet sheet, Document document) {
        root.setAttribute("viewBox", "0 0 " + sheet.width() + " " + sheet.height());
        root.setAttribute("width", Integer.toString(sheet.width()));
        root.setAttribute("height", Integer.toString(sheet.height()));
        root.setAttribute("style", "max-width:100%;height:auto");
        root.setAttribute("role", "img");
        root.setAttribute("id", sheet.name());
        root.setAttribute("aria-labelledby", sheet.name() + "-title " + sheet.name() + "-desc");
        Element desc = document.createElementNS(NAMESPACE, "desc");
        desc.setAttribute("id", sheet.name() + "-desc");
        desc.setTextContent(sheet.description());
        root.insertBefore(desc, root.getFirstChild());
        Element title = document.createElementNS(NAMESPACE, "title");
        title.setAttribute("id", sheet.name() + "-title");
        title.setTextContent(sheet.title());
        root.insertBefore(title, desc);
    }

    /** Names fallback fonts and fixes the width of every text below {@code element}; the font is inherited as in SVG. */
    private static void fit(Element element, int size, int style) {
        if (element.hasAttribute("font-family")) {
            element.setAttribute("font-family", FAMILY);
        }
        if (element.hasAttribute("font-size")) {
            size = (int) Double.parseDouble(element.getAttribute("font-size").replace("px", ""));
        }
        if (element.hasAttribute("font-weight")) {
            style = element.getAttribute("font-weight").equals("bold") ? Font.BOLD : Font.PLAIN;
        }
        if (element.getTagName().equals("text")) {
            double width = Theme.width(element.getTextContent(), new Font(Font.SANS_SERIF, style, size));
            element.setAttribute("textLength", String.format(Locale.ROOT, "%.1f", width));
            element.setAttribute("lengthAdjust", "spacingAndGlyphs");
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                fit(inner, size, style);
            }
        }
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this JDK has no XML parser.", e);
        }
    }

    /** One group a line. By hand: {@code replace} goes through a text of this size letter by letter. */
    private static String broken(String text) {
        StringBuilder lines = new StringBuilder(text.length() + text.length() / 8);
        int from = 0;
        for (int at = text.indexOf("><g"); at >= 0; at = text.indexOf("><g", from)) {
            lines.append(text, from, at + 1).append('\n');
            from = at + 1;
        }
        int end = text.endsWith("></svg>") ? text.length() - "</svg>".length() : text.length();
        return lines.append(text, from, end)
                .append(end < text.length() ? "\n</svg>\n" : "\n")
                .toString();
    }

    private static String serialize(Element root) {
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            StringWriter text = new StringWriter();
            writer.transform(new DOMSource(root), new StreamResult(text));
            return broken(text.toString());
        } catch (TransformerException e) {
            throw new IllegalStateException("this JDK cannot write XML.", e);
        }
    }
}
