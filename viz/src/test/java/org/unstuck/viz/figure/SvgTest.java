package org.unstuck.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.viz.theme.Png;
import org.unstuck.viz.theme.Svg;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What every exported figure promises, on every figure of the {@link Gallery}. */
class SvgTest {

    static Stream<Figure> figures() {
        return Gallery.figures().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void isTheSameEveryTimeAndEverywhere(Figure figure) {
        String svg = Svg.of(figure.sheet(Gallery.STAMP));
        assertThat(Svg.of(figure.sheet(Gallery.STAMP))).isEqualTo(svg);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Svg.of(figure.sheet(Gallery.STAMP))).as("in Germany").isEqualTo(svg);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void saysWhatItIs(Figure figure) throws Exception {
        Document svg = parse(Svg.of(figure.sheet(Gallery.STAMP)));
        Element root = svg.getDocumentElement();
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 " + figure.width() + " " + figure.height());
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(text(svg, "title")).containsExactly(figure.title());
        assertThat(text(svg, "desc")).containsExactly(figure.description());
        assertThat(String.join(" ", text(svg, "text"))).contains(Gallery.STAMP);
        assertThat(figure.caption()).endsWith(".");
        assertThat(figure.description()).endsWith(".").doesNotContain("NaN").doesNotContain("..");
        assertThat(Svg.of(figure.sheet(Gallery.STAMP))).doesNotContain("NaN").doesNotContain("Infinity");
    }

    static Stream<Arguments> axisLabels() {
        return Stream.of(
                Arguments.of(
                        Gallery.course(3),
                        List.of(
                                "intensity (SD of healthy people)",
                                "flexibility (share of cued shifts that succeed)",
                                "time since start (days, a tick every week)",
                                "healthy range",
                                "no treatment")),
                Arguments.of(
                        Gallery.timeline(),
                        List.of(
                                "concentration in plasma (ng/mL, logarithmic; lower edge: 0.1 or less)",
                                "receptor effect (0 to 1)",
                                "alprazolam 1 mg 3 times a day",
                                "ketamine 0.5 mg/kg over 40 min",
                                "therapy session")),
                Arguments.of(
                        Gallery.timeline().zoomed("hours", "Hours", 0, 2),
                        List.of("time since start (hours)", "48", "ketamine 0.5 mg/kg over 40 min")),
                Arguments.of(
                        Gallery.plane(),
                        List.of("intensity (SD of healthy people)", "flexibility (share of cued shifts that succeed)")),
                Arguments.of(
                        Gallery.states(),
                        List.of("time in the scan (s)", "share of time (%)", "none", "before", "after (day 7)")),
                Arguments.of(Gallery.matrix(Gallery.REGIONS), List.of("correlation r: after - before", "sgACC", "1.0")),
                Arguments.of(Gallery.network(), List.of("\u00d71.7", "\u00d70.5", "suppresses", "vmPFC")),
                Arguments.of(Gallery.measures(), List.of("(bit/s)", "chance level", "metastability")),
                Arguments.of(Gallery.cuedShift(), List.of("to cued state", "from state", "0.93", "28 of 30")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("axisLabels")
    void keepsItsTextAsText(Figure figure, List<String> expected) throws Exception {
        assertThat(text(parse(Svg.of(figure.sheet(Gallery.STAMP))), "text")).containsAll(expected);
    }

    @Test
    void figuresShareOnePageWithoutSharingIds() throws Exception {
        StringBuilder page = new StringBuilder("<page>");
        figures().forEach(figure -> page.append(Svg.of(figure.sheet(Gallery.STAMP))));
        Document document = parse(page.append("</page>").toString());
        Set<String> ids = new HashSet<>();
        Set<String> references = new HashSet<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as("id %s is unique", element.getAttribute("id"))
                        .isTrue();
            }
            if (element.hasAttribute("clip-path")) {
                references.add(element.getAttribute("clip-path").replaceAll("url\\(#(.*)\\)", "$1"));
            }
        }
        assertThat(ids).hasSizeGreaterThan(50);
        assertThat(references).isNotEmpty().allMatch(r -> r.equals("none") || ids.contains(r));
    }

    /** A word on the page: its box as laid out; turned words are left out. */
    private record Word(String text, double left, double top, double right, double bottom) {

        boolean covers(Word other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void noWordIsCutOffAndNoTwoOverlap(Figure figure) throws Exception {
        List<Word> words = new ArrayList<>();
        collect(parse(Svg.of(figure.sheet(Gallery.STAMP))).getDocumentElement(), 12, words);
        assertThat(words).hasSizeGreaterThan(10);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            assertThat(word.left).as("left of %s", word).isGreaterThanOrEqualTo(0);
            assertThat(word.right).as("right of %s", word).isLessThanOrEqualTo(figure.width());
            assertThat(word.top).as("top of %s", word).isGreaterThanOrEqualTo(0);
            assertThat(word.bottom).as("bottom of %s", word).isLessThanOrEqualTo(figure.height());
            for (int j = 0; j < i; j++) {
                assertThat(word.covers(words.get(j)))
                        .as("%s covers %s", word, words.get(j))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void pictureHasTwoPixelsPerUnitAndACleanMargin(Figure figure, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("new").resolve(figure.name() + ".png");
        Png.write(figure.sheet(Gallery.STAMP), file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(2 * figure.width());
        assertThat(image.getHeight()).isEqualTo(2 * figure.height());
        for (int x = 0; x < image.getWidth(); x++) {
            assertThat(image.getRGB(x, 1)).isEqualTo(Color.WHITE.getRGB());
        }
        for (int y = 0; y < image.getHeight(); y++) {
            assertThat(image.getRGB(1, y)).isEqualTo(Color.WHITE.getRGB());
            assertThat(image.getRGB(image.getWidth() - 2, y)).isEqualTo(Color.WHITE.getRGB());
        }
        Svg.write(figure.sheet(Gallery.STAMP), folder.resolve("a.svg"));
        assertThat(Files.readString(folder.resolve("a.svg"))).isEqualTo(Svg.of(figure.sheet(Gallery.STAMP)));
    }

    @Test
    void refusesASheetWithoutStampOrWithABadName() {
        assertThatThrownBy(() -> Gallery.plane().sheet(" ")).hasMessageContaining("stamp of plane is blank");
        Figure noName = new CuedShiftFigure(
                "cued shift",
                "t",
                Gallery.cuedShift().states(),
                Gallery.cuedShift().panels());
        assertThatThrownBy(() -> noName.sheet("x"))
                .hasMessageContaining("name is \"cued shift\"")
                .hasMessageContaining("Maybe");
    }

    @Test
    void aLongStampIsWrappedAndStaysWhole() throws Exception {
        String stamp = (Gallery.STAMP + " ").repeat(4).strip();
        List<String> text = text(parse(Svg.of(Gallery.plane().sheet(stamp))), "text");
        assertThat(String.join(" ", text)).contains(stamp);
        assertThat(text).doesNotContain(stamp);
    }

    private static void collect(Element element, double size, List<Word> words) {
        if (element.hasAttribute("font-size")) {
            size = Double.parseDouble(element.getAttribute("font-size").replace("px", ""));
        }
        if (element.getAttribute("transform").contains("matrix")
                || element.getAttribute("transform").contains("rotate")) {
            return;
        }
        if (element.getTagName().equals("text")) {
            double x = Double.parseDouble(element.getAttribute("x"));
            double y = Double.parseDouble(element.getAttribute("y"));
            double length = Double.parseDouble(element.getAttribute("textLength"));
            // Capitals reach 0.73 of the size above the baseline.
            words.add(new Word(element.getTextContent(), x, y - 0.73 * size, x + length, y));
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                collect(child, size, words);
            }
        }
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> text(Document document, String tag) {
        List<String> texts = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
