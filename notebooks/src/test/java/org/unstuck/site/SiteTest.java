package org.unstuck.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.describe.Parameters;
import org.unstuck.notebook.Unstuck;
import org.unstuck.simulate.ModelParameters;

/** The site has every page, no broken link, no script, and what is made from the program is complete. */
class SiteTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    @TempDir
    static Path site;

    @BeforeAll
    static void build() throws IOException {
        new Site(Path.of(".."), site)
                .build(Unstuck.preset("gad")
                        .only("untreated", "ketamine + therapy")
                        .patients(2)
                        .until("2 d")
                        .scans("0 d", "2 d")
                        .brief());
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        }
    }

    @Test
    void everyPageOfTheRepositoryIsThere() throws IOException {
        assertThat(pages())
                .extracting(f -> site.relativize(f).toString())
                .contains(
                        "index.html",
                        "docs/tutorial.html",
                        "docs/model.html",
                        "docs/how-to/index.html",
                        "docs/how-to/own-network.html",
                        "docs/how-to/own-drug.html",
                        "docs/how-to/own-measure.html",
                        "docs/how-to/own-chart.html",
                        "docs/decisions/index.html",
                        "docs/reading-order.html",
                        "parameters.html",
                        "equations.html",
                        "gallery.html",
                        "notebooks/index.html",
                        "notebooks/01-first-simulation.html",
                        "notebooks/08-your-recording.html",
                        "notebooks/teaching/worksheets.html",
                        "notebooks/teaching/instructors-guide.html");
    }

    @Test
    void noLinkIsBroken() throws IOException {
        List<String> broken = new ArrayList<>();
        int looked = 0;
        for (Path page : pages()) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                String link = links.group(1);
                if (link.matches("[a-z]+:.*")) {
                    continue;
                }
                looked++;
                String[] parts = link.split("#", 2);
                Path to = parts[0].isEmpty()
                        ? page
                        : page.resolveSibling(parts[0]).normalize();
                boolean there = Files.isRegularFile(to)
                        && (parts.length == 1 || Files.readString(to).contains("id=\"" + parts[1] + "\""));
                if (!there) {
                    broken.add(site.relativize(page) + " to " + link);
                }
            }
        }
        assertThat(looked).isGreaterThan(500);
        assertThat(broken).isEmpty();
    }

    @Test
    void nothingRunsAndNothingIsLoadedFromElsewhere() throws IOException {
        for (Path page : pages()) {
            String text = Files.readString(page);
            assertThat(text)
                    .as(page.toString())
                    .contains("default-src 'none'")
                    .doesNotContainIgnoringCase("<script")
                    .doesNotContainPattern("<[^>]* on[a-z]+=")
                    .doesNotContainPattern("src=\"https?:")
                    .doesNotContainPattern("<[a-z][^>]* style=");
            String style = text.substring(text.indexOf("<style>") + 7, text.indexOf("</style>"));
            assertThat(text).as("the policy allows this style").contains(hash(style));
        }
    }

    private static String hash(String style) {
        try {
            return "sha256-"
                    + java.util.Base64.getEncoder()
                            .encodeToString(java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(style.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyDeclaredNumberIsInTheTables() throws IOException {
        String text = Files.readString(site.resolve("parameters.html"));

        for (var c : ModelParameters.class.getRecordComponents()) {
            if (c.getType().isRecord()) {
                for (Parameters.Declaration d : Parameters.of(c.getType().asSubclass(Record.class))) {
                    assertThat(text).contains("<td>" + d.name() + "</td>");
                }
            }
        }
    }

    @Test
    void equationsComeFromTheCommentsOfTheCode() throws IOException {
        assertThat(Files.readString(site.resolve("equations.html")))
                .contains("id=\"WilsonCowan\"", "tau_E dE/dt = -E + F(x_E)", "id=\"Symptom\"")
                .doesNotContain("{@", "@param");
    }

    @Test
    void everyPictureOfTheGalleryIsThereWithWords() throws IOException {
        String text = Files.readString(site.resolve("gallery.html"));
        Matcher images = Pattern.compile("<img src=\"(gallery/[^\"]+)\" alt=\"([^\"]+)\"")
                .matcher(text);
        int count = 0;
        while (images.find()) {
            count++;
            assertThat(Files.size(site.resolve(images.group(1)))).isGreaterThan(2000);
            assertThat(images.group(2)).hasSizeGreaterThan(20);
        }
        assertThat(count).isGreaterThan(10);
    }
}
