package org.unstuck.viz.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.viz.cli.Main;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Words of files that would be commands in a page, a picture or a table: they stay words. Pages and pictures are read as XML. */
class HostileWordsTest {

    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "<svg onload=alert(1)><animate onbegin=alert(2)>",
            "</title></style><iframe src=javascript:alert(1)>",
            "]]><!-- <![CDATA[ --!> <?x ?>",
            "&#60;script&#62;alert(1)&#60;/script&#62;",
            "<foreignObject><body onload=alert(1)></foreignObject>",
            "{{7*7}} ${jndi:ldap://127.0.0.1:1/a} %s%n",
            "<a href='javascript:alert(1)' xlink:href='//127.0.0.1'>x</a>");

    /** What pages and pictures are made of; nothing among it runs or loads anything. */
    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "h1",
            "h2",
            "h3",
            "p",
            "div",
            "strong",
            "em",
            "small",
            "code",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "figure",
            "figcaption",
            "footer",
            "details",
            "summary",
            "ul",
            "ol",
            "li",
            "svg",
            "g",
            "desc",
            "defs",
            "clippath",
            "path",
            "rect",
            "circle",
            "line",
            "polygon",
            "polyline",
            "text",
            "ellipse",
            "lineargradient",
            "stop",
            "pattern",
            "span",
            "b",
            "br",
            "section",
            "a",
            "nav");

    @TempDir
    Path folder;

    @Test
    void inTheReportOfAComparison() {
        String[] arms = IntStream.range(0, PAYLOADS.size())
                .mapToObj(
                        k -> k % 2 == 0 ? Written.arm(PAYLOADS.get(k)) : Written.arm(PAYLOADS.get(k), Written.INFUSION))
                .toArray(String[]::new);
        Written written = Written.of(
                Written.run(Written.scenario(PAYLOADS.get(4), "four-networks", "\"generalised-anxiety\"", 2, arms)),
                folder);

        assertHarmless(written.page());
        assertThat(Written.elements(written.page(), "th"))
                .extracting(Element::getTextContent)
                .containsAll(PAYLOADS);
        assertThat(written.files(".svg")).isNotEmpty().allSatisfy(f -> assertHarmless(Written.xml(Written.text(f))));
    }

    @Test
    void inTheReportOfARecording() throws IOException {
        List<String> names =
                Stream.concat(PAYLOADS.stream(), Stream.of("plain")).toList();
        StringBuilder csv = new StringBuilder(line(names));
        StringBuilder modules = new StringBuilder("region,module\n");
        for (int i = 0; i < names.size(); i++) {
            modules.append(line(List.of(names.get(i), PAYLOADS.get(i % 3))));
        }
        for (int t = 0; t < 80; t++) {
            int now = t;
            csv.append(line(IntStream.range(0, names.size())
                    .mapToObj(i -> Integer.toString((now * (i + 3) * 7919 + i * now * now) % 101))
                    .toList()));
        }
        Path series = Files.writeString(folder.resolve("a&b'<i>.csv"), csv);
        Files.writeString(folder.resolve("modules.csv"), modules);
        StringWriter err = new StringWriter();

        int code = Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                ("measure|" + series + "|--dt|1s|--windows|20s|--surrogates|9|--modules|"
                                + folder.resolve("modules.csv") + "|--out|" + folder.resolve("r"))
                        .split("\\|"));

        assertThat(code).as(err.toString()).isZero();
        Written written = new Written(null, folder.resolve("r"));
        assertHarmless(written.page());
        assertThat(written.page().getDocumentElement().getTextContent()).contains("a&b'<i>.csv");
        assertThat(written.files(".svg")).isNotEmpty().allSatisfy(f -> assertHarmless(Written.xml(Written.text(f))));
    }

    private static String line(List<String> cells) {
        return String.join(
                        ",",
                        cells.stream()
                                .map(c -> "\"" + c.replace("\"", "\"\"") + "\"")
                                .toList()) + "\n";
    }

    private static void assertHarmless(Document page) {
        for (Element element : Written.elements(page, e -> true)) {
            assertThat(ELEMENTS).as("an element").contains(element.getTagName().toLowerCase(Locale.ROOT));
            NamedNodeMap attributes = element.getAttributes();
            for (int k = 0; k < attributes.getLength(); k++) {
                String name = attributes.item(k).getNodeName().toLowerCase(Locale.ROOT);
                String value = attributes.item(k).getNodeValue().toLowerCase(Locale.ROOT);
                assertThat(name)
                        .as("<%s %s=%s>", element.getTagName(), name, value)
                        .doesNotStartWith("on");
                assertThat(name).isNotIn("src", "srcdoc", "action", "formaction", "data");
                assertThat(value).doesNotContain("javascript:").doesNotContainPattern("url\\((?!['\"]?#)");
                if (name.endsWith("href")) {
                    assertThat(value).startsWith("#");
                }
            }
        }
    }
}
