package org.unstuck.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.protocol.Arm;
import org.unstuck.simulate.ScanPlan;
import org.unstuck.study.Comparison;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Progress;
import org.unstuck.study.Reading;
import org.unstuck.study.Relief;
import org.unstuck.study.Scenario;

/**
 * Finds the factor of {@link Match} by bisection of its logarithm: the relief at the ends of the range must enclose that of the
 * reference. Every trial runs the same patients with the same noise. Relief is that of the scenario and the first seed; noise of
 * the estimate is what a few percent of tolerance are for.
 */
public final class Matching {

    /** Relief within this share of that of the reference counts as equal. */
    public static final double TOLERANCE = 0.02;

    private static final int MOST_TRIALS = 14;
    private static final int DIGITS = 4;

    private final Scenario scenario;
    private final int threads;
    private final BooleanSupplier cancelled;

    private Matching(Scenario scenario, int threads, BooleanSupplier cancelled) {
        this.scenario = scenario;
        this.threads = threads;
        this.cancelled = cancelled;
    }

    /**
     * One factor that was found.
     *
     * @param arm the arm
     * @param factor what its doses were multiplied by
     * @param relief of the arm then
     * @param reference relief of the reference
     */
    public record Found(String arm, double factor, double relief, double reference) {}

    /**
     * The study with doses that match.
     *
     * @param found told of every factor
     * @throws Invalid if no factor in the range does it
     */
    public static Study of(
            Study study, int threads, BooleanSupplier cancelled, java.util.function.Consumer<Found> found) {
        Scenario scenario = study.base();
        for (int m = 0; m < study.matches().size(); m++) {
            Match match = study.matches().get(m);
            Matching matching = new Matching(scenario.withSeed(study.seeds().get(0)), threads, cancelled);
            double wanted = matching.relief(match, arm(scenario, match.reference()));
            for (int a = 0; a < match.arms().size(); a++) {
                try {
                    Found one = matching.find(match, match.arms().get(a), wanted);
                    found.accept(one);
                    scenario = Copies.with(scenario, "arms", scaled(scenario, one.arm(), one.factor()));
                } catch (Invalid e) {
                    throw new Invalid("match/" + m + "/arms/" + a, e.problem(), e.maybe());
                }
            }
        }
        return study.matched(scenario);
    }

    private Found find(Match match, String arm, double wanted) {
        double low = match.low();
        double high = match.high();
        double atLow = relief(match, arm, low);
        double atHigh = relief(match, arm, high);
        if (!(atLow <= wanted && wanted <= atHigh)) {
            throw new Invalid(
                    "the " + Value.word(match.on()) + " of arm \"" + arm + "\" goes from " + text(atLow) + " to "
                            + text(atHigh) + " with factors from " + text(low) + " to " + text(high) + ", that of \""
                            + match.reference() + "\" is " + text(wanted) + ".",
                    "Maybe a wider range of factors, or another reference.");
        }
        double factor = low;
        double relief = atLow;
        for (int trial = 0; trial < MOST_TRIALS && Math.abs(relief - wanted) > TOLERANCE * Math.abs(wanted); trial++) {
            factor = Math.sqrt(low * high);
            relief = relief(match, arm, factor);
            low = relief <= wanted ? factor : low;
            high = relief <= wanted ? high : factor;
        }
        return new Found(arm, factor, relief, wanted);
    }

    /** Relief with all doses of {@code arm} times {@code factor}; as with the largest allowed dose if that is too much. */
    private double relief(Match match, String arm, double factor) {
        return relief(match, scaled(arm(scenario, arm), factor));
    }

    private double relief(Match match, Arm treated) {
        Arm nothing = scenario.arms().stream()
                .filter(a -> a.events().isEmpty())
                .findFirst()
                .orElseThrow();
        ScanPlan plan = scenario.scans();
        ScanPlan none =
                new ScanPlan(List.of(), plan.rest(), plan.cues(), plan.cueOn(), plan.cueEvery(), plan.challenges());
        Scenario two = Copies.with(Copies.with(scenario, "arms", List.of(nothing, treated)), "scans", none);
        Comparison run = new ComparisonRun(two, Reading.standard()).run(threads, Progress.NONE, cancelled);
        return relief(match, run);
    }

    private static double relief(Match match, Comparison run) {
        double[] mean = new double[match.days()];
        int days = 0;
        double gap = Reliefs.meanGap(run);
        for (int p = 0; p < run.people().size(); p++) {
            Relief relief = Reliefs.of(run, 1, p, false, gap);
            double[] daily = relief.daily();
            days = Math.min(match.days(), daily.length);
            for (int d = 0; d < days; d++) {
                mean[d] += Double.isFinite(daily[d]) ? daily[d] / run.people().size() : 0;
            }
        }
        double peak = Double.NEGATIVE_INFINITY;
        double area = 0;
        for (int d = 0; d < days; d++) {
            peak = Math.max(peak, mean[d]);
            area += mean[d];
        }
        return match.on() == Match.Target.PEAK_RELIEF ? peak : area;
    }

    private static Arm arm(Scenario scenario, String name) {
        return scenario.arms().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Arm> scaled(Scenario scenario, String name, double factor) {
        return scenario.arms().stream()
                .map(a -> a.name().equals(name) ? scaled(a, factor) : a)
                .toList();
    }

    /** Every dose in {@code arm}, wherever it stands, times {@code factor}. */
    static Arm scaled(Arm arm, double factor) {
        return (Arm) scaled((Object) arm, factor);
    }

    private static Object scaled(Object part, double factor) {
        if (part instanceof Dose dose) {
            return new Dose(dose.amount() * factor, dose.unit());
        }
        if (part instanceof List<?> list) {
            List<Object> scaled = new ArrayList<>();
            list.forEach(each -> scaled.add(scaled(each, factor)));
            return scaled;
        }
        if (part instanceof Record record) {
            return Copies.with(record, (name, old) -> old == null ? null : scaled(old, factor));
        }
        return part;
    }

    private static String text(double x) {
        return Decimal.of(x, DIGITS);
    }
}
