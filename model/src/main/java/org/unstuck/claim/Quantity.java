package org.unstuck.claim;

import java.util.Arrays;
import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Suggestion;
import org.unstuck.describe.Word;
import org.unstuck.metric.Measurement;
import org.unstuck.study.Assessment;
import org.unstuck.study.Comparison;
import org.unstuck.study.Outcome;
import org.unstuck.study.Relief;
import org.unstuck.study.Scenario;

/** A number that every patient has: one side of a claim. */
public sealed interface Quantity {

    /** How the names of outcomes about communities begin. */
    String FLEXIBILITY = "flexibility";

    /** The unit of relief. */
    String GAP = "share of the gap to health";

    /** Its value in every patient {@code [patient]}. */
    Measurement[] of(Found found);

    /**
     * Checks that {@code scenario} has what this reads.
     *
     * @throws Invalid if an arm, a day or a network is not there
     */
    void check(Scenario scenario);

    /** Whether it needs the communities of a scan, which are costly to find. */
    default boolean readsCommunities() {
        return false;
    }

    /** Its unit; empty of a plain number. */
    String unit();

    /** In a few words, as in "relief under ketamine on days 1 to 3". */
    String words();

    /** An outcome of a scan. */
    @Word("scan")
    @Meaning("an outcome that is read from a scan")
    record Scanned(
            @Meaning("which, as in data files: cued-shift, shift-gain, sedation, ...")
            String outcome,

            @Meaning("the arm") String arm,

            @Meaning(value = "day of the scan", unit = "d") @Limits(low = 0, high = 3660)
            double day)
            implements Quantity {

        @Override
        public Measurement[] of(Found found) {
            return found.comparison().values(keyed(outcome), found.arm(arm), found.scan(day));
        }

        @Override
        public void check(Scenario scenario) {
            keyed(outcome);
            checkArm(arm, scenario);
            checkScan(day, scenario);
        }

        @Override
        public boolean readsCommunities() {
            return outcome.startsWith(FLEXIBILITY);
        }

        @Override
        public String unit() {
            return keyed(outcome).unit();
        }

        @Override
        public String words() {
            return outcome + " under " + arm + " on day " + shown(day);
        }
    }

    /** An outcome of the healthy twin of each patient. */
    @Word("healthy")
    @Meaning("an outcome of the healthy twin of each patient")
    record Healthy(
            @Meaning("which, as in data files: cued-shift, dwell, ...")
            String outcome) implements Quantity {

        @Override
        public Measurement[] of(Found found) {
            return found.comparison().healthy().stream().map(keyed(outcome)::of).toArray(Measurement[]::new);
        }

        @Override
        public void check(Scenario scenario) {
            keyed(outcome);
        }

        @Override
        public boolean readsCommunities() {
            return outcome.startsWith(FLEXIBILITY);
        }

        @Override
        public String unit() {
            return keyed(outcome).unit();
        }

        @Override
        public String words() {
            return outcome + " of healthy twins";
        }
    }

    /** Mean relief over some days: see {@link Relief}. */
    @Word("relief")
    @Meaning("mean relief R over some days: 1 as the healthy twin, 0 as untreated, below 0 worse than untreated")
    record Relieved(
            @Meaning("the arm") String arm,

            @Meaning(value = "first day", unit = "d") @Limits(low = 0, high = 3660)
            int from,

            @Meaning(value = "day at whose start it ends", unit = "d") @Limits(low = 1, high = 3660)
            int until,

            @Meaning("the arm that says what would have been without it") @Default("untreated")
            String against)
            implements Quantity {

        public Relieved {
            if (until <= from) {
                throw new Invalid(
                        "until", "until is day " + until + ", it must be after day " + from + ", the first.", "");
            }
        }

        @Override
        public Measurement[] of(Found found) {
            return Arrays.stream(found.relief(arm, against))
                    .map(r -> r == null ? Found.noGap() : r.mean(from, until))
                    .toArray(Measurement[]::new);
        }

        @Override
        public void check(Scenario scenario) {
            checkArm(arm, scenario);
            checkArm(against, scenario);
            checkDay(until, scenario);
        }

        @Override
        public String unit() {
            return GAP;
        }

        @Override
        public String words() {
            return "relief under " + arm + " on days " + from + " to " + until
                    + (against.equals("untreated") ? "" : " against " + against);
        }
    }

    /** Relief as a scan sees it. */
    @Word("scan-relief")
    @Meaning("relief R read from the stretch of rest of a scan, which is longer than a burst")
    record Rested(
            @Meaning("the arm") String arm,

            @Meaning(value = "day of the scan", unit = "d") @Limits(low = 0, high = 3660)
            double day,

            @Meaning("the arm that says what would have been without it") @Default("untreated")
            String against)
            implements Quantity {

        @Override
        public Measurement[] of(Found found) {
            return found.rested(arm, day, against);
        }

        @Override
        public void check(Scenario scenario) {
            checkArm(arm, scenario);
            checkArm(against, scenario);
            checkScan(day, scenario);
        }

        @Override
        public String unit() {
            return GAP;
        }

        @Override
        public String words() {
            return "relief under " + arm + " on day " + shown(day)
                    + (against.equals("untreated") ? "" : " against " + against);
        }
    }

    /** How much worse than untreated somebody becomes after a stop. */
    @Word("rebound")
    @Meaning("size of the rebound after a stop: the largest worsening of a day beyond untreated, in units of the gap")
    record Rebounding(
            @Meaning("the arm") String arm,

            @Meaning(value = "day of the last dose", unit = "d") @Limits(low = 0, high = 3660)
            int after,

            @Meaning("the arm that says what would have been without it") @Default("untreated")
            String against)
            implements Quantity {

        @Override
        public Measurement[] of(Found found) {
            return Arrays.stream(found.relief(arm, against))
                    .map(r -> r == null
                            ? Found.noGap()
                            : Measurement.of(r.rebound(after).size()))
                    .toArray(Measurement[]::new);
        }

        @Override
        public void check(Scenario scenario) {
            checkArm(arm, scenario);
            checkArm(against, scenario);
            checkDay(after + 1, scenario);
        }

        @Override
        public String unit() {
            return GAP;
        }

        @Override
        public String words() {
            return "rebound under " + arm + " after day " + after;
        }
    }

    /** Mean functional connectivity between two networks, or within one. */
    @Word("connectivity")
    @Meaning("mean functional connectivity at rest between the regions of two networks, or within one")
    record Connected(
            @Meaning("a network, as in DMN") String one,
            @Meaning("the other network, or the same") String other,

            @Meaning("the arm; \"healthy\" for the healthy twins")
            String arm,

            @Meaning(value = "day of the scan", unit = "d") @Limits(low = 0, high = 3660) @Default("0")
            double day)
            implements Quantity {

        static final String TWINS = "healthy";

        @Override
        public Measurement[] of(Found found) {
            Comparison c = found.comparison();
            List<Assessment> scans = arm.equals(TWINS)
                    ? c.healthy()
                    : c.scans().get(found.arm(arm)).get(found.scan(day));
            List<Integer> a = c.scenario().network().modules().get(one);
            List<Integer> b = c.scenario().network().modules().get(other);
            return scans.stream().map(s -> mean(s.connectivity(), a, b)).toArray(Measurement[]::new);
        }

        private static Measurement mean(double[][] connectivity, List<Integer> a, List<Integer> b) {
            double sum = 0;
            int pairs = 0;
            for (int i : a) {
                for (int j : b) {
                    if (i != j) {
                        sum += connectivity[i][j];
                        pairs++;
                    }
                }
            }
            return pairs == 0 ? Measurement.undefined("a network of one region") : Measurement.of(sum / pairs);
        }

        @Override
        public void check(Scenario scenario) {
            var modules = scenario.network().modules();
            for (String module : List.of(one, other)) {
                if (!modules.containsKey(module)) {
                    throw new Invalid(
                            "",
                            "there is no network \"" + module + "\".",
                            Suggestion.among(List.copyOf(modules.keySet()), module));
                }
            }
            if (!arm.equals(TWINS)) {
                checkArm(arm, scenario);
                checkScan(day, scenario);
            }
        }

        @Override
        public String unit() {
            return "correlation";
        }

        @Override
        public String words() {
            return "connectivity " + (one.equals(other) ? "within " + one : one + " to " + other)
                    + (arm.equals(TWINS) ? " of healthy twins" : " under " + arm + " on day " + shown(day));
        }
    }

    /** The sum of quantities. */
    @Word("sum")
    @Meaning("the sum of quantities")
    record Sum(
            @Meaning("what is added") @Limits(low = 1, high = 10)
            List<Quantity> of) implements Quantity {

        public Sum {
            of = List.copyOf(of);
        }

        @Override
        public Measurement[] of(Found found) {
            Measurement[] sum = of.get(0).of(found);
            for (Quantity next : of.subList(1, of.size())) {
                Measurement[] values = next.of(found);
                for (int p = 0; p < sum.length; p++) {
                    sum[p] = sum[p].combine(values[p], Double::sum);
                }
            }
            return sum;
        }

        @Override
        public void check(Scenario scenario) {
            of.forEach(q -> q.check(scenario));
        }

        @Override
        public boolean readsCommunities() {
            return of.stream().anyMatch(Quantity::readsCommunities);
        }

        @Override
        public String unit() {
            return of.get(0).unit();
        }

        @Override
        public String words() {
            return String.join(" + ", of.stream().map(Quantity::words).toList());
        }
    }

    /** A number. */
    @Word("number")
    @Meaning("the same number for everybody")
    record Constant(@Meaning("the number") double value) implements Quantity {

        @Override
        public Measurement[] of(Found found) {
            Measurement[] values = new Measurement[found.patients()];
            Arrays.fill(values, Measurement.of(value));
            return values;
        }

        @Override
        public void check(Scenario scenario) {}

        @Override
        public String unit() {
            return "";
        }

        @Override
        public String words() {
            return shown(value);
        }
    }

    private static Outcome keyed(String key) {
        List<String> keys = Arrays.stream(Outcome.values()).map(Outcome::key).toList();
        if (!keys.contains(key)) {
            throw new Invalid("outcome", "there is no outcome \"" + key + "\".", Suggestion.among(keys, key));
        }
        return Outcome.values()[keys.indexOf(key)];
    }

    private static void checkArm(String arm, Scenario scenario) {
        List<String> arms = scenario.arms().stream().map(a -> a.name()).toList();
        if (!arms.contains(arm)) {
            throw new Invalid("arm", "there is no arm \"" + arm + "\".", Suggestion.among(arms, arm));
        }
    }

    private static void checkDay(int day, Scenario scenario) {
        if (day > scenario.horizon().inDays() + 1e-9) {
            throw new Invalid("until", "day " + day + " is after the horizon, " + scenario.horizon() + ".", "");
        }
    }

    private static void checkScan(double day, Scenario scenario) {
        List<String> days =
                scenario.scans().at().stream().map(t -> shown(t.inDays())).toList();
        if (day != 0 && !days.contains(shown(day))) {
            throw new Invalid(
                    "day",
                    "there is no scan on day " + shown(day) + ".",
                    "Maybe one of: " + String.join(", ", days) + ".");
        }
    }

    private static String shown(double x) {
        return org.unstuck.describe.Decimal.of(x, 6);
    }
}
