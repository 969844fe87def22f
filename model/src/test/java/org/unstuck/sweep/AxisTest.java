package org.unstuck.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Invalid;
import org.unstuck.network.Stuck;
import org.unstuck.study.MadeUp;
import org.unstuck.study.Scenario;

/** Axes and places: the positions between 0 and 1, both ends included, and what is found where. */
class AxisTest {

    private static final Place SEED = Place.of("seed");

    private static Axis.Span span(double low, double high, Axis.Scale scale, String unit) {
        return new Axis.Span("x", SEED, low, high, scale, unit);
    }

    private static Level two(Object... values) {
        return new Level(values[0] + "", List.of(values));
    }

    /** From 1 to 100 the middle is 50.5 by differences and 10 by ratios; a position beyond the ends is the end. */
    @Test
    void spans() {
        Axis linear = span(1, 100, Axis.Scale.LINEAR, "");
        Axis log = span(1, 100, Axis.Scale.LOG, "mg");
        assertThat(linear.at(0)).isEqualTo(new Level("1", 1.0));
        assertThat(linear.at(0.5)).isEqualTo(new Level("50.5", 50.5));
        assertThat(linear.at(1)).isEqualTo(new Level("100", 100.0));
        assertThat(linear.at(1.1).value()).isEqualTo(100.0);
        assertThat(linear.at(-0.1).value()).isEqualTo(1.0);
        assertThat(log.at(0)).isEqualTo(new Level("1", "1 mg"));
        assertThat(Double.parseDouble(log.at(0.5).text())).isCloseTo(10, within(1e-12));
        assertThat(log.at(1)).isEqualTo(new Level("100", "100 mg"));
        assertThat(linear.grid(5)).containsExactly(0, 0.25, 0.5, 0.75, 1);
        assertThat(linear.grid(1)).containsExactly(0.5);
        assertThat(linear.grid(2)).containsExactly(0, 1);
        assertThat(linear.places()).containsExactly(SEED);
        assertThat(linear.values(linear.at(0))).containsExactly(1.0);
    }

    @Test
    void wrongSpans() {
        assertThatThrownBy(() -> span(2, 1, Axis.Scale.LINEAR, ""))
                .hasMessage(
                        "the axis \"x\" goes from 2.0 to 1.0, its high must be above its low. Maybe the two were swapped.");
        assertThatThrownBy(() -> span(1, 1, Axis.Scale.LINEAR, "")).hasMessageEndingWith("above its low.");
        assertThatThrownBy(() -> span(1, Double.POSITIVE_INFINITY, Axis.Scale.LINEAR, ""))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> span(Double.NEGATIVE_INFINITY, 1, Axis.Scale.LINEAR, ""))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> span(0, 1, Axis.Scale.LOG, "")).hasMessageContaining("it must begin above 0");
        assertThat(span(-1, 1, Axis.Scale.LINEAR, "").at(0.5).value()).isEqualTo(0.0);
    }

    /** Three levels: thirds of the axis, the last with its end. The grid stands in their middles. */
    @Test
    void levelsShareTheAxisEqually() {
        Axis axis = Axis.of("x", "seed", Level.of(1), Level.of(2), Level.of(3));
        assertThat(axis.at(0).text()).isEqualTo("1");
        assertThat(axis.at(0.33).text()).isEqualTo("1");
        assertThat(axis.at(1 / 3.0).text()).isEqualTo("2");
        assertThat(axis.at(0.99).text()).isEqualTo("3");
        assertThat(axis.at(1).text()).as("the end belongs to the last").isEqualTo("3");
        assertThat(axis.grid(99)).containsExactly(new double[] {1 / 6.0, 0.5, 5 / 6.0}, within(1e-15));
    }

    @Test
    void placesThatChangeTogether() {
        List<Place> places = List.of(Place.of("seed"), Place.of("cohort/patients"));
        Axis axis = new Axis.Linked("x", places, List.of(two(5, 3), two(6, 4)));
        assertThat(axis.place()).isEqualTo(SEED);
        assertThat(axis.places()).isEqualTo(places);
        assertThat(axis.values(axis.at(1))).containsExactly(6, 4);
        assertThat(axis.grid(7)).containsExactly(0.25, 0.75);
        Scenario scenario = new Space(MadeUp.SCENARIO, List.of(axis), new Design.Grid(1))
                .scenario(new Space(MadeUp.SCENARIO, List.of(axis), new Design.Grid(1)).point(1));
        assertThat(scenario.seed()).isEqualTo(6);
        assertThat(scenario.cohort().patients()).isEqualTo(4);
        assertThatThrownBy(() -> new Axis.Linked("x", List.of(), List.of(two(5, 3))))
                .hasMessageContaining("has no path");
        assertThatThrownBy(() -> new Axis.Linked("x", places, List.of(two(5, 3), two(6))))
                .hasMessage("there are 1 values for 2 paths of the axis \"x\".");
        assertThatThrownBy(() -> new Axis.Linked("x", places, List.of(Level.of(1))))
                .hasMessage("there are 1 values for 2 paths of the axis \"x\".");
    }

    @Test
    void rangesAreDeclaredOrRefused() {
        Axis.Span axis = (Axis.Span) Axis.declared("parameters/tolerance/adaptation", MadeUp.SCENARIO);
        assertThat(axis.name()).isEqualTo("parameters/tolerance/adaptation");
        assertThat(axis.at(1).value()).isEqualTo(axis.high());
        assertThatThrownBy(() -> Axis.declared("seed", MadeUp.SCENARIO))
                .hasMessage("no range is declared for seed. Maybe give \"low\" and \"high\", or \"values\".");
    }

    @Test
    void whatStandsAtAPlace() {
        assertThat(Place.of("stuck").in(MadeUp.SCENARIO)).isEqualTo(Stuck.LOOP);
        assertThat(Place.of("stuck").type(MadeUp.SCENARIO)).isEqualTo(Stuck.class);
        assertThat(Place.of("stuck").declared(MadeUp.SCENARIO)).isNull();
        assertThat(SEED.in(MadeUp.SCENARIO)).isEqualTo(1L);
        assertThat(SEED.type(MadeUp.SCENARIO)).isEqualTo(long.class);
        assertThat(Place.of("arms/drug/name").in(MadeUp.SCENARIO)).isEqualTo("drug");
        assertThat(Place.of("arms/1/name").in(MadeUp.SCENARIO)).isEqualTo("drug");
        assertThatThrownBy(() -> Place.of("arms/2/name").in(MadeUp.SCENARIO))
                .hasMessageContaining("there is no \"arms/2\"");
        assertThatThrownBy(() -> Place.of("a//b")).hasMessageContaining("is not a path in a scenario");
        assertThatThrownBy(() -> Place.of(" ")).hasMessageContaining("is not a path in a scenario");
    }

    /** A place holds itself and what is inside it; the meaning of "stuck" holds what is inside the condition. */
    @Test
    void placesHoldPlaces() {
        assertThat(Place.of("condition").holds(Place.of("condition"))).isTrue();
        assertThat(Place.of("condition").holds(Place.of("condition/severity"))).isTrue();
        assertThat(Place.of("condition").holds(Place.of("conditions"))).isFalse();
        assertThat(Place.of("condition/severity").holds(Place.of("condition"))).isFalse();
        assertThat(Place.of("stuck").holds(Place.of("condition/severity"))).isTrue();
        assertThat(Place.of("stuck").holds(Place.of("seed"))).isFalse();
        assertThat(Place.of("seed").holds(Place.of("condition/severity"))).isFalse();
    }

    /** A rule that joins two values names the first place that was set inside. */
    @Test
    void brokenRulesNameThePlace() {
        assertThatThrownBy(() -> Place.of("horizon").set(MadeUp.SCENARIO, "1 d"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("at horizon: this scan is at 2 d, after the horizon (1 d).");
        assertThatThrownBy(() -> Place.of("arms/drug/events/0/dose").set(MadeUp.SCENARIO, "900 mg"))
                .hasMessageContaining("at arms/drug/events/0/dose: ");
        assertThatThrownBy(() -> Place.of("arms/drug/events/0/at").set(MadeUp.SCENARIO, "9 d"))
                .hasMessageContaining("at arms/drug/events/0/at: ");
    }
}
