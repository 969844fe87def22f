package org.unstuck.viz.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.scenario.ScenarioReader;
import org.unstuck.study.Scenario;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The report of one small comparison, read back. */
class ReportTest {

    private static final Pattern NAMESPACE = Pattern.compile("xmlns(:\\w+)?=\"http://www\\.w3\\.org/[\\w/]+\"");

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Written written;

    @BeforeAll
    static void report() {
        written = Written.of(
                Written.run(Written.scenario(
                        "Small",
                        "twelve-regions",
                        "\"generalised-anxiety\"",
                        2,
                        Written.arm("untreated"),
                        Written.arm("benzodiazepine", Written.PILL),
                        Written.arm("ketamine + therapy", Written.INFUSION, Written.THERAPY))),
                shared);
    }

    @Test
    void thePageStandsAlone() {
        String html = NAMESPACE.matcher(written.html()).replaceAll("");

        assertThat(html)
                .doesNotContainIgnoringCase("http:")
                .doesNotContainIgnoringCase("https:")
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("javascript:")
                .doesNotContainIgnoringCase("@import")
                .doesNotContainIgnoringCase("<link")
                .doesNotContainPattern("(?i)\\ssrc\\s*=")
                .doesNotContainPattern("(?i)<[^>]*\\son\\w+\\s*=")
                .doesNotContainPattern("(?i)href\\s*=\\s*[\"'](?!#)")
                .doesNotContainPattern("(?i)url\\((?![\"']?#)")
                .contains("default-src 'none'");
    }

    @Test
    void thePageIsWellFormedAndItsIdsAreUnique() {
        Document page = written.page();
        List<String> ids = Written.elements(page, e -> e.hasAttribute("id")).stream()
                .map(e -> e.getAttribute("id"))
                .toList();

        assertThat(ids).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(Written.elements(page, "h1")).hasSize(1);
        for (Element told : Written.elements(page, e -> e.hasAttribute("aria-labelledby"))) {
            assertThat(ids).contains(told.getAttribute("aria-labelledby").split(" "));
        }
        assertThat(Pattern.compile("url\\([\"']?#([^)\"']+)")
                        .matcher(written.html())
                        .results()
                        .map(m -> m.group(1)))
                .allSatisfy(id -> assertThat(ids).contains(id));
    }

    @Test
    void everyFigureIsDescribed() {
        Document page = written.page();
        List<Element> figures = Written.elements(page, "figure");

        assertThat(figures)
                .hasSizeGreaterThan(5)
                .hasSameSizeAs(written.files(".svg"))
                .hasSameSizeAs(written.files(".png"));
        for (Element figure : figures) {
            for (String part : List.of("svg", "title", "desc", "figcaption")) {
                assertThat(figure.getElementsByTagName(part).getLength())
                        .as("%s in %s", part, figure.getAttribute("id"))
                        .isEqualTo(1);
                assertThat(figure.getElementsByTagName(part).item(0).getTextContent())
                        .as("%s in %s", part, figure.getAttribute("id"))
                        .isNotBlank();
            }
        }
        for (Path svg : written.files(".svg")) {
            assertThat(Written.elements(Written.xml(Written.text(svg)), "title"))
                    .as("%s", svg)
                    .hasSize(1);
            assertThat(Written.text(svg)).contains(Disclaimer.SHORT);
        }
        assertThat(page.getDocumentElement().getTextContent()).contains(Disclaimer.LONG);
    }

    @Test
    void dataFilesAreRectanglesOfNumbersAndWords() {
        List<Path> files = written.files(".csv");

        assertThat(files).hasSize(10);
        for (Path file : files) {
            List<List<String>> rows = Written.csv(Written.text(file));
            int columns = rows.get(0).size();
            assertThat(rows)
                    .as("%s", file)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(row -> assertThat(row).hasSize(columns));
            assertThat(rows.get(0))
                    .as("header of %s", file)
                    .doesNotHaveDuplicates()
                    .doesNotContain("");
            assertThat(rows.stream().flatMap(List::stream))
                    .as("%s", file)
                    .noneMatch(cell -> cell.matches("(?i)[+-]?(nan|inf(inity)?|null)"));
        }
    }

    @Test
    void theHashesAreThoseOfTheFiles() throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        for (Path file : written.files(".csv")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            expected.put("data/" + file.getFileName(), HexFormat.of().formatHex(digest));
        }

        assertThat(new LinkedHashMap<Object, Object>(
                        (Map<?, ?>) written.result().get("sha256")))
                .containsExactlyInAnyOrderEntriesOf(new LinkedHashMap<Object, Object>(expected));
    }

    @Test
    void theScenarioInTheResultRunsToTheSameData() {
        Scenario again = ScenarioReader.parse("result.json", written.echo());
        assertThat(again).isEqualTo(written.comparison().scenario());

        Written second = Written.of(Written.run(written.echo()), folder);
        assertThat(second.result().get("sha256")).isEqualTo(written.result().get("sha256"));
    }

    @Test
    void whatVariesBetweenRunsStandsInOnePlace() {
        Provenance other = new Provenance(Written.MADE.version(), List.of("compare", "--threads", "7"), 7, 99.25);
        Written second = Written.of(written.comparison(), other, folder);
        Map<Object, Object> first = new LinkedHashMap<>(written.result());
        Map<Object, Object> later = new LinkedHashMap<>(second.result());

        assertThat(first.remove("run")).isNotEqualTo(later.remove("run"));
        assertThat(later).isEqualTo(first);
        assertThat(second.html()).isEqualTo(written.html());
        for (Path file : written.files("")) {
            Path twin = folder.resolve(shared.relativize(file));
            assertThat(twin).exists();
            if (Files.isRegularFile(file) && !file.endsWith("result.json")) {
                assertThat(twin).hasSameBinaryContentAs(file);
            }
        }
        for (String property : List.of("java.version", "java.vm.name", "os.arch")) {
            assertThat(written.html()).as(property).doesNotContain(System.getProperty(property));
            assertThat(first.toString()).as(property).doesNotContain(System.getProperty(property));
        }
    }

    /** A file is not trusted: its words are shown as words. */
    @Test
    void wordsOfAScenarioStayWords() {
        String attack = "<script>alert(1)</script> & \"q\", 'r' ]]> --";
        String condition = """
                {"schemaVersion": 1, "name": %1$s, "label": %1$s, "description": %1$s, "symptom": "threat", "changes": [
                  {"kind": "drive", "target": "AMY", "value": -0.5, "source": %1$s, "evidence": "low", "status": "assumed"}]}
                """.formatted(Written.quoted(attack));
        Written hostile = Written.of(
                Written.run(Written.scenario(
                                attack,
                                "twelve-regions",
                                condition,
                                2,
                                Written.arm(attack),
                                Written.arm(attack + "2", Written.INFUSION))
                        .replace("\"description\": \"\"", "\"description\": " + Written.quoted(attack))),
                folder);

        assertThat(hostile.html()).doesNotContain("<script").doesNotContain("& \"q\"");
        Document page = hostile.page();
        assertThat(Written.elements(page, "h1").get(0).getTextContent()).isEqualTo(attack);
        assertThat(Written.elements(page, "title").get(0).getTextContent()).startsWith(attack);
        assertThat(page.getDocumentElement().getTextContent()).contains("\"" + attack + "\"", "drive - 0.5");
        assertThat(Written.elements(page, "th")).map(Element::getTextContent).contains(attack, attack + "2");
        assertThat(Written.elements(page, "script")).isEmpty();
        for (Path svg : hostile.files(".svg")) {
            assertThat(Written.elements(Written.xml(Written.text(svg)), "script"))
                    .isEmpty();
        }
        for (String table : List.of("scans", "summary", "course", "links", "connectivity")) {
            List<List<String>> rows = Written.csv(Written.text(folder.resolve("data/" + table + ".csv")));
            assertThat(rows.subList(1, rows.size()))
                    .as(table)
                    .extracting(row -> row.get(0))
                    .containsOnly(attack, attack + "2");
        }
        assertThat(ScenarioReader.parse("result.json", hostile.echo()))
                .isEqualTo(hostile.comparison().scenario());
    }
}
