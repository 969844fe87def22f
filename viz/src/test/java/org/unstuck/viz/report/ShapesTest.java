package org.unstuck.viz.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.network.Change;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.Scenario;
import org.unstuck.viz.theme.Palette;

/** Scenarios at the edges of what is allowed get a whole report too. */
class ShapesTest {

    @TempDir
    Path folder;

    /** A scenario, and figures that its report must or must not have. */
    record Shape(String what, String scenario, String has, String lacks) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Shape> shapes() {
        String twelve = "twelve-regions";
        String anxious = "\"generalised-anxiety\"";
        return Stream.of(
                new Shape(
                        "more arms than one figure holds",
                        Written.scenario("Nine", "four-networks", anxious, 2, arms(Palette.size() + 2)),
                        "course-2",
                        "course-3"),
                new Shape(
                        "one arm more than one figure holds",
                        Written.scenario("Eight", "four-networks", anxious, 2, arms(Palette.size() + 1)),
                        "protocol-2",
                        "course-3"),
                new Shape(
                        "a condition of which only a part has a place",
                        Written.scenario(
                                "Four",
                                "four-networks",
                                "\"depression-rumination\"",
                                2,
                                Written.arm("untreated"),
                                Written.arm("ketamine", Written.INFUSION)),
                        "network-condition",
                        "measures-day-28"),
                new Shape(
                        "health, one arm, nothing done",
                        Written.scenario("Healthy", twelve, "\"healthy\"", 2, Written.arm("untreated")),
                        "course",
                        "protocol"),
                new Shape(
                        "one arm with therapy alone",
                        Written.scenario("Therapy", twelve, anxious, 2, Written.arm("therapy", Written.THERAPY)),
                        "protocol",
                        "connectivity-change"),
                new Shape(
                        "one arm with a pill",
                        Written.scenario("Pill", twelve, anxious, 2, Written.arm("pill", Written.PILL)),
                        "protocol",
                        "protocol-2"),
                new Shape(
                        "doses by symptom and periods alone",
                        Written.scenario(
                                "Needed", twelve, anxious, 2, Written.arm("needed", Written.NEEDED, Written.SLEEP)),
                        "protocol",
                        "protocol-2"),
                new Shape(
                        "doses that differ between patients",
                        Written.scenario("Differ", twelve, anxious, 2, Written.arm("raised", Written.RAISED)),
                        "protocol",
                        "protocol-2"),
                new Shape(
                        "a single patient",
                        Written.scenario(
                                "One",
                                twelve,
                                anxious,
                                1,
                                Written.arm("untreated"),
                                Written.arm("ketamine", Written.INFUSION, Written.THERAPY)),
                        "course",
                        "course-2"),
                new Shape(
                        "two hemispheres",
                        Written.scenario("Both", "twenty-four-units", anxious, 2, Written.arm("pill", Written.PILL)),
                        "network-condition",
                        "course-2"));
    }

    private static String[] arms(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> i == 1
                        ? Written.arm("pill", Written.PILL)
                        : i == n - 1 ? Written.arm("ketamine", Written.INFUSION) : Written.arm("arm " + i))
                .toArray(String[]::new);
    }

    /** Otherwise the case of lost changes would test nothing. */
    @Test
    void theTeachingNetworkIsTooCoarseForSomeChanges() {
        assertThat(BuiltIn.CONDITIONS
                        .named("depression-rumination")
                        .withoutPlaceIn(BuiltIn.NETWORKS.named("four-networks")))
                .extracting(Change::target)
                .contains("sgACC<->mPFC");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void getsAReport(Shape shape) {
        Written written = Written.of(Written.run(shape.scenario()), folder);

        assertThat(Written.elements(written.page(), "figure"))
                .map(figure -> figure.getAttribute("id"))
                .contains(shape.has() + "-figure")
                .doesNotContain(shape.lacks() + "-figure")
                .hasSameSizeAs(written.files(".png"));
        assertThat(SummaryTable.text(written.comparison(), false))
                .doesNotContain("NaN")
                .contains(written.comparison().scenario().arms().stream()
                        .map(arm -> arm.name())
                        .toList());
        assertThat(written.html()).doesNotContain("NaN");
        Scenario scenario = written.comparison().scenario();
        for (Change lost : scenario.condition().withoutPlaceIn(scenario.network())) {
            assertThat(written.html()).contains("Not represented in this network: ", Html.escape(lost.target()));
        }
    }
}
