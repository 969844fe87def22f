package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Time;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Condition;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.SlowGrid;
import org.unstuck.recording.Scan;
import org.unstuck.recording.Trace;
import org.unstuck.scenario.BuiltIn;

/** Invariances of the two clocks, bit for bit where they are exact. */
class CourseTest {

    private static final Network NETWORK = BuiltIn.NETWORKS.named("twelve-regions");
    private static final Condition ANXIETY = BuiltIn.CONDITIONS.named("generalised-anxiety");
    private static final Arm UNTREATED = new Arm("untreated", List.of());
    private static final Event.Infusion INFUSION =
            new Event.Infusion("ketamine", Dose.parse("0.5 mg/kg"), Time.parse("40 min"), Time.parse("2 h"));
    private static final Event.Course COURSE = new Event.Course(
            "alprazolam", Dose.parse("0.5 mg"), "oral", Time.parse("8 h"), Time.parse("0 h"), Time.parse("3 d"));
    private static final Event.Therapy THERAPY =
            new Event.Therapy(Time.parse("60 min"), Time.parse("24 h"), Time.parse("6 h"), Time.parse("3 d"));
    private static final Arm ALL = new Arm("all", List.of(INFUSION, COURSE, THERAPY));
    private static final List<Double> SCANS = List.of(0.0, 24.0, 96.0);

    private record Run(List<List<Trace>> traces, List<List<Scan>> scans) {}

    private static Course.Plan plan(List<Arm> arms, ModelParameters parameters) {
        return plan(arms, SlowGrid.of(List.of(ALL), SCANS, 96, 24), parameters);
    }

    private static Course.Plan plan(List<Arm> arms, SlowGrid grid, ModelParameters parameters) {
        Numerics numerics = new Numerics(
                new EulerMaruyama(),
                Time.parse("2 ms"),
                Time.parse("24 h"),
                Time.parse("2 s"),
                Time.parse("0.2 s"),
                Time.parse("2 s"),
                Time.parse("40 ms"));
        ScanPlan scans = new ScanPlan(
                SCANS.stream().map(Time::new).toList(), Time.parse("4 s"), 3, Time.parse("0.6 s"), Time.parse("1 s"));
        return new Course.Plan(
                NETWORK,
                ANXIETY,
                parameters,
                List.of(BuiltIn.DRUGS.named("alprazolam"), BuiltIn.DRUGS.named("ketamine")),
                arms,
                grid,
                SCANS,
                scans,
                numerics,
                Address.of(1));
    }

    private static Run run(Course.Plan plan, Person... people) {
        List<List<Scan>> scans = new ArrayList<>();
        for (int k = 0; k < plan.arms().size() * people.length; k++) {
            scans.add(new ArrayList<>());
        }
        List<Person> list = List.of(people);
        List<List<Trace>> traces = new Course(plan, list)
                .run(
                        new Course.Listener() {
                            @Override
                            public void scanned(
                                    int arm, Person person, int scan, double hours, Scan taken, double[] links) {
                                scans.get(arm * people.length + list.indexOf(person))
                                        .add(taken.copy());
                            }

                            @Override
                            public void stepped() {
                                // Not looked at here.
                            }
                        },
                        () -> false);
        return new Run(traces, scans);
    }

    private static Person person(int index) {
        return Spread.standard().draw(Address.of(1), index, 70);
    }

    @Test
    void anUntreatedPatientStaysExactlyAsHeIs() {
        Run run = run(plan(List.of(UNTREATED), ModelParameters.standard()), person(0));
        double[][] activity = run.traces().get(0).get(0).activity();
        for (double[] step : activity) {
            assertThat(step).containsExactly(activity[0]);
        }
        for (Scan scan : run.scans().get(0)) {
            assertThat(scan.rest()).isDeepEqualTo(run.scans().get(0).get(0).rest());
        }
    }

    @Test
    void patientsDoNotDependOnTheirGroup() {
        ModelParameters standard = ModelParameters.standard();
        Run together = run(plan(List.of(UNTREATED, ALL), standard), person(0), person(1), person(2));
        Run alone = run(plan(List.of(UNTREATED, ALL), standard), person(1));
        for (int arm = 0; arm < 2; arm++) {
            same(together.traces().get(arm).get(1), alone.traces().get(arm).get(0));
            assertThat(together.scans().get(arm * 3 + 1).get(2).cued())
                    .isDeepEqualTo(alone.scans().get(arm).get(2).cued());
        }
    }

    @Test
    void armsDoNotDependOnEachOther() {
        ModelParameters standard = ModelParameters.standard();
        Run both = run(plan(List.of(UNTREATED, ALL), standard), person(0));
        Run one = run(plan(List.of(ALL), standard), person(0));
        same(both.traces().get(1).get(0), one.traces().get(0).get(0));
    }

    @Test
    void aDifferentPatientIsDifferent() {
        Run run = run(plan(List.of(UNTREATED), ModelParameters.standard()), person(0), person(1));
        assertThat(run.traces().get(0).get(0).activity()[0])
                .isNotEqualTo(run.traces().get(0).get(1).activity()[0]);
    }

    /** Without long-range links a region does not know of the others: the same bits as a network of one. */
    @Test
    void zeroCouplingDecouples() {
        Network apart = NETWORK.with(
                NETWORK.regions(),
                NETWORK.links().stream().map(l -> l.withWeight(0)).toList());
        Region amygdala = NETWORK.regions().get(NETWORK.indexOf("AMY"));
        Network single = new Network("one", "", List.of(amygdala), List.<Link>of(), List.of());
        FastClock many = clock(apart);
        FastClock one = clock(single);
        int i = NETWORK.indexOf("AMY");
        for (int v = 0; v < 4; v++) {
            assertThat(many.state()[v][i]).isEqualTo(one.state()[v][0]);
        }
    }

    private static FastClock clock(Network network) {
        FastClock clock = new FastClock(
                network,
                WilsonCowan.standard(),
                OrnsteinUhlenbeck.standard(),
                new EulerMaruyama(),
                2,
                1,
                1,
                p -> Address.of(9));
        clock.purpose("test");
        clock.run(1000, 100, (s, y) -> {});
        return clock;
    }

    /** Relabelling: regions and links in another order give the same numbers, up to the rounding of sums. */
    @Test
    void theOrderOfRegionsDoesNotMatter() {
        List<Region> reversed = new ArrayList<>(NETWORK.regions());
        java.util.Collections.reverse(reversed);
        FastClock forward = clock(NETWORK);
        FastClock backward = clock(NETWORK.with(reversed, NETWORK.links()));
        int n = NETWORK.size();
        for (int i = 0; i < n; i++) {
            assertThat(backward.state()[0][n - 1 - i]).isEqualTo(forward.state()[0][i]);
        }
    }

    /** The left/right network is mirror-symmetric: without noise both hemispheres stay equal, bit for bit. */
    @Test
    void symmetricHemispheresStaySymmetricWithoutNoise() {
        Network two = BuiltIn.NETWORKS.named("twenty-four-units");
        FastClock clock = new FastClock(
                two,
                WilsonCowan.standard(),
                Parameters.with(OrnsteinUhlenbeck.standard(), "sigma", 0),
                new EulerMaruyama(),
                2,
                1,
                1,
                p -> Address.of(9));
        clock.purpose("test");
        clock.run(5000, 5000, (s, y) -> {});
        for (Region region : two.regions()) {
            if (region.name().endsWith(".L")) {
                int left = two.indexOf(region.name());
                int right = two.indexOf(region.name().replace(".L", ".R"));
                assertThat(clock.state()[0][left])
                        .as(region.name())
                        .isCloseTo(clock.state()[0][right], org.assertj.core.api.Assertions.within(1e-9));
            }
        }
    }

    /** The stationary fluctuating input has the standard deviation sigma (4.5 standard errors; false alarm 7e-6). */
    @Test
    void fluctuatingInputHasItsStandardDeviation() {
        double[] sums = new double[2];
        FastClock clock = new FastClock(
                NETWORK,
                WilsonCowan.standard(),
                OrnsteinUhlenbeck.standard(),
                new EulerMaruyama(),
                2,
                1,
                64,
                p -> Address.of(11).with(p));
        clock.purpose("test");
        int apart = 1500;
        clock.run(apart * 20, apart, (s, y) -> {
            for (double u : y[3]) {
                sums[0] += u * u;
                sums[1]++;
            }
        });
        // Euler-Maruyama at step h has the variance sigma^2 / (1 - h / (2 tau)); samples are 5 correlation times apart.
        double expected = 0.36 / (1 - 2.0 / (2 * 600));
        double n = sums[1];
        assertThat(sums[0] / n)
                .isCloseTo(expected, org.assertj.core.api.Assertions.within(4.5 * expected * Math.sqrt(2 / n)));
    }

    @Test
    void aStepThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> new FastClock(
                        NETWORK,
                        WilsonCowan.standard(),
                        OrnsteinUhlenbeck.standard(),
                        new EulerMaruyama(),
                        8,
                        1,
                        1,
                        p -> Address.of(9)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("at most 7.5 ms");
    }

    @Test
    void aStateThatIsNotFiniteStopsTheRunAndSaysWhere() {
        FastClock clock = new FastClock(
                NETWORK,
                WilsonCowan.standard(),
                OrnsteinUhlenbeck.standard(),
                new EulerMaruyama(),
                2,
                1,
                2,
                p -> Address.of(9).with(p));
        clock.purpose("test");
        clock.dynamics().inputs().drive[NETWORK.indexOf("AMY") * 2 + 1] = Double.NaN;
        assertThatThrownBy(() -> clock.run(100, 1, (s, y) -> {}))
                .isInstanceOf(Diverged.class)
                .hasMessageContaining("0.002 s")
                .hasMessageContaining("variable E of region AMY")
                .hasMessageContaining("patient 1");
    }

    @Test
    void aCourseCanBeCancelled() {
        Course course = new Course(plan(List.of(ALL), ModelParameters.standard()), List.of(person(0)));
        int[] steps = new int[1];
        Course.Listener listener = new Course.Listener() {
            @Override
            public void scanned(int arm, Person p, int scan, double hours, Scan taken, double[] links) {
                // Not looked at here.
            }

            @Override
            public void stepped() {
                steps[0]++;
            }
        };
        assertThatThrownBy(() -> course.run(listener, () -> steps[0] == 3)).isInstanceOf(Cancelled.class);
        assertThat(steps[0]).isEqualTo(3);
    }

    private static void same(Trace a, Trace b) {
        assertThat(a.hours()).containsExactly(b.hours());
        assertThat(a.activity()).isDeepEqualTo(b.activity());
        assertThat(a.levels()).isDeepEqualTo(b.levels());
        assertThat(a.plasma()).isDeepEqualTo(b.plasma());
    }
}
