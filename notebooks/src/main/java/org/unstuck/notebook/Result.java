package org.unstuck.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.unstuck.describe.Suggestion;
import org.unstuck.metric.Interval;
import org.unstuck.metric.Measurement;
import org.unstuck.study.Comparison;
import org.unstuck.study.Outcome;
import org.unstuck.study.Table;
import org.unstuck.study.Tables;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.report.ReportFolder;

/** What came out of an experiment: charts, tables, numbers. */
public final class Result {

    private static final double DAY_H = 24;
    /** The name under which the symptom relative to health is asked for, besides the keys of {@link Outcome}. */
    private static final String INTENSITY = "intensity";

    private final Comparison comparison;
    private List<Figure> figures;

    Result(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Everything, for what has no sentence here. */
    public Comparison comparison() {
        return comparison;
    }

    /** The first chart of the report: intensity and flexibility over the course. */
    public Figure chart() {
        return chart("course");
    }

    /** A chart of the report by its name; {@link #charts} lists them. */
    public Figure chart(String name) {
        return figures().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Wrong("There is no chart \"" + name + "\". "
                        + Suggestion.among(figures().stream().map(Figure::name).toList(), name)));
    }

    /** The names of all charts and what they show. */
    public Rows charts() {
        Rows rows = Rows.of("Charts", "name", "what it shows");
        for (Figure figure : figures()) {
            rows = rows.and(figure.name(), figure.title());
        }
        return rows;
    }

    List<Figure> figures() {
        if (figures == null) {
            figures = Wrong.shortly(() -> ReportFolder.figures(comparison));
        }
        return figures;
    }

    /** Intensity and cued shifts of every arm at every scan: mean over patients and its 95 % interval. */
    public Rows table() {
        return table(INTENSITY, Outcome.CUED_SHIFT.key());
    }

    /** These measures of every arm at every scan: mean over patients and its 95 % interval. */
    public Rows table(String... measures) {
        List<String> header = new ArrayList<>(List.of("measure", "arm"));
        for (double hours : comparison.scanHours()) {
            header.add("day " + org.unstuck.describe.Decimal.of(hours / DAY_H, 3));
        }
        List<List<String>> rows = new ArrayList<>();
        for (String measure : measures) {
            for (int arm = 0; arm < comparison.scenario().arms().size(); arm++) {
                List<String> row = new ArrayList<>(List.of(
                        label(measure), comparison.scenario().arms().get(arm).name()));
                for (int scan = 0; scan < comparison.scanHours().size(); scan++) {
                    row.add(words(interval(measure, arm, scan)));
                }
                rows.add(row);
            }
        }
        return new Rows("Mean of " + comparison.people().size() + " patients [95 % interval]", header, rows);
    }

    private static String words(Interval i) {
        if (!(i.mean() instanceof Measurement.Defined mean)) {
            return "undefined";
        }
        String text = String.format(Locale.ROOT, "%.2f", mean.value());
        return i.low().isDefined()
                ? text
                        + String.format(
                                Locale.ROOT,
                                " [%.2f, %.2f]",
                                i.low().orElseThrow(),
                                i.high().orElseThrow())
                : text;
    }

    private Interval interval(String measure, int arm, int scan) {
        return measure.equals(INTENSITY)
                ? comparison.intensityInterval(arm, scan)
                : comparison.interval(outcome(measure), arm, scan);
    }

    private static String label(String measure) {
        return measure.equals(INTENSITY)
                ? "Intensity (1 = healthy)"
                : outcome(measure).label() + " (" + outcome(measure).unit() + ")";
    }

    private static Outcome outcome(String key) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.key().equals(key)) {
                return outcome;
            }
        }
        List<String> known = new ArrayList<>(List.of(INTENSITY));
        Arrays.stream(Outcome.values()).map(Outcome::key).forEach(known::add);
        throw new Wrong("There is no measure \"" + key + "\". " + Suggestion.among(known, key));
    }

    /**
     * The mean over patients at the scan nearest to a day.
     *
     * @param measure "intensity" or the key of an {@link Outcome}, as in "cued-shift"
     * @param arm its name
     * @param day of the course
     */
    public double value(String measure, String arm, double day) {
        Interval i = interval(measure, Experiment.arm(comparison.scenario(), arm), scan(day));
        if (i.mean() instanceof Measurement.Defined mean) {
            return mean.value();
        }
        throw new Wrong(label(measure) + " of \"" + arm + "\" is undefined on day " + day + ": "
                + ((Measurement.Undefined) i.mean()).reason() + ".");
    }

    private int scan(double day) {
        int nearest = 0;
        for (int s = 0; s < comparison.scanHours().size(); s++) {
            if (Math.abs(comparison.scanHours().get(s) / DAY_H - day)
                    < Math.abs(comparison.scanHours().get(nearest) / DAY_H - day)) {
                nearest = s;
            }
        }
        return nearest;
    }

    /** The mean of healthy twins. */
    public double healthy(String measure) {
        double sum = 0;
        int count = 0;
        for (var twin : comparison.healthy()) {
            if (outcome(measure).of(twin) instanceof Measurement.Defined d) {
                sum += d.value();
                count++;
            }
        }
        if (count == 0) {
            throw new Wrong(label(measure) + " is undefined in every healthy twin.");
        }
        return sum / count;
    }

    /**
     * Intensity of every day, read from bursts: mean over patients of the steps without a session that end on that day; the day before if
     * there is none. Index 0 is the first day.
     */
    public double[] days(String arm) {
        int a = Experiment.arm(comparison.scenario(), arm);
        int[] steps = comparison.quietSteps(a);
        Measurement[][] course = comparison.intensityCourse(a);
        double[] hours = comparison.traces().get(a).get(0).hours();
        int days = (int) Math.ceil(comparison.scenario().horizon().inDays());
        double[] sum = new double[days];
        int[] count = new int[days];
        for (int s = 0; s < steps.length; s++) {
            int day = Math.min(days - 1, Math.max(0, (int) Math.ceil(hours[steps[s]] / DAY_H - 1e-9) - 1));
            for (Measurement[] patient : course) {
                sum[day] += patient[s].orElseThrow();
                count[day]++;
            }
        }
        double[] mean = new double[days];
        for (int d = 0; d < days; d++) {
            mean[d] = count[d] > 0 ? sum[d] / count[d] : d > 0 ? mean[d - 1] : Double.NaN;
        }
        return mean;
    }

    /** Mean intensity of the days from {@code from} (the first is 0) to {@code until}, not included. */
    public double days(String arm, int from, int until) {
        double[] all = days(arm);
        if (from < 0 || until > all.length || from >= until) {
            throw new Wrong("Days " + from + " to " + until + " are not within the course of " + all.length + " days.");
        }
        return Arrays.stream(all, from, until).average().orElseThrow();
    }

    /** A data table of the report by its name: scans, course, links, patients, ... */
    public Rows data(String name) {
        List<Table> tables = Tables.of(comparison);
        return tables.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .map(Rows::of)
                .orElseThrow(() -> new Wrong("There is no table \"" + name + "\". "
                        + Suggestion.among(tables.stream().map(Table::name).toList(), name)));
    }

    /** The experiment it came from. */
    public Experiment experiment() {
        return new Experiment(comparison.scenario());
    }

    @Override
    public String toString() {
        return table().text();
    }
}
