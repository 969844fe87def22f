package org.unstuck.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Parameters;
import org.unstuck.metric.Interval;
import org.unstuck.metric.Measurement;
import org.unstuck.network.Link;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.recording.Slow;
import org.unstuck.recording.Trace;
import org.unstuck.simulate.Person;

/** A comparison as tidy tables. Numbers have nine significant digits. */
public final class Tables {

    private static final int DIGITS = 9;
    private static final double HOURS = 24;

    private final Comparison comparison;

    private Tables(Comparison comparison) {
        this.comparison = comparison;
    }

    /** All tables of a comparison. */
    public static List<Table> of(Comparison comparison) {
        Tables t = new Tables(comparison);
        return List.of(
                t.summary(),
                t.scans(),
                t.healthy(),
                t.course(),
                t.patients(),
                t.links(),
                t.connectivity(),
                t.protocol(),
                t.parameters());
    }

    private Table summary() {
        List<String> header =
                List.of("arm", "day", "outcome", "unit", "mean", "low95", "high95", "patients", "patients_undefined");
        return new Table(
                "summary",
                header,
                rows -> eachScan((arm, scan) -> {
                    rows.accept(summary(
                            arm, scan, "intensity", "ratio to healthy", comparison.intensityInterval(arm, scan)));
                    for (Outcome outcome : Outcome.values()) {
                        Interval interval = comparison.interval(outcome, arm, scan);
                        rows.accept(summary(arm, scan, outcome.key(), outcome.unit(), interval));
                    }
                }));
    }

    private List<String> summary(int arm, int scan, String outcome, String unit, Interval interval) {
        return List.of(
                armName(arm),
                day(scan),
                outcome,
                unit,
                cell(interval.mean()),
                cell(interval.low()),
                cell(interval.high()),
                Integer.toString(interval.patients()),
                Integer.toString(interval.missing()));
    }

    private Table scans() {
        List<String> header = List.of("arm", "patient", "day", "outcome", "unit", "value", "undefined_because");
        return new Table(
                "scans",
                header,
                rows -> eachScan((arm, scan) -> {
                    Measurement[] intensity = comparison.intensity(arm, scan);
                    for (int p = 0; p < intensity.length; p++) {
                        observe(rows, armName(arm), p, day(scan), "intensity", "ratio to healthy", intensity[p]);
                        observe(
                                rows,
                                armName(arm),
                                p,
                                day(scan),
                                comparison.scans().get(arm).get(scan).get(p));
                    }
                }));
    }

    private Table healthy() {
        List<String> header = List.of("arm", "patient", "day", "outcome", "unit", "value", "undefined_because");
        return new Table("healthy", header, rows -> {
            Measurement[] intensity = comparison.healthyIntensity();
            for (int p = 0; p < intensity.length; p++) {
                observe(rows, "healthy twin", p, "0", "intensity", "ratio to healthy", intensity[p]);
                observe(rows, "healthy twin", p, "0", comparison.healthy().get(p));
            }
        });
    }

    private static void observe(
            Consumer<List<String>> rows, String arm, int patient, String day, Assessment assessment) {
        for (Outcome outcome : Outcome.values()) {
            observe(rows, arm, patient, day, outcome.key(), outcome.unit(), outcome.of(assessment));
        }
    }

    private static void observe(
            Consumer<List<String>> rows,
            String arm,
            int patient,
            String day,
            String outcome,
            String unit,
            Measurement value) {
        String reason = value instanceof Measurement.Undefined none ? none.reason() : "";
        rows.accept(List.of(arm, Integer.toString(patient), day, outcome, unit, cell(value), reason));
    }

    private Table course() {
        List<String> header = new ArrayList<>(List.of("arm", "patient", "time_h", "in_session"));
        comparison.scenario().network().regionNames().forEach(r -> header.add("activity_" + r + "_fraction"));
        comparison.scenario().drugs().stream().map(Drug::name).forEach(d -> header.add("plasma_" + d + "_ng_per_mL"));
        for (Slow quantity : Slow.values()) {
            header.add(quantity.column());
        }
        return new Table("course", header, rows -> {
            for (int arm = 0; arm < arms(); arm++) {
                for (int p = 0; p < comparison.people().size(); p++) {
                    course(rows, armName(arm), p, comparison.traces().get(arm).get(p));
                }
            }
        });
    }

    private static void course(Consumer<List<String>> rows, String arm, int patient, Trace trace) {
        for (int s = 0; s < trace.hours().length; s++) {
            List<String> row = new ArrayList<>();
            row.add(arm);
            row.add(Integer.toString(patient));
            row.add(number(trace.hours()[s]));
            row.add(trace.inSession()[s] ? "1" : "0");
            for (double activity : trace.activity()[s]) {
                row.add(number(activity));
            }
            for (double plasma : trace.plasma()[s]) {
                row.add(number(plasma));
            }
            for (double[] quantity : trace.levels()) {
                row.add(number(quantity[s]));
            }
            rows.accept(row);
        }
    }

    private Table patients() {
        List<String> header = List.of(
                "patient",
                "weight_kg",
                "severity_factor",
                "clearance_factor",
                "counter_drive_factor",
                "surge_factor",
                "learning_factor",
                "coupling_factor",
                "volume_factor",
                "absorption_factor",
                "receptor_loss_factor",
                "serotonin_factor",
                "expectancy_factor");
        return new Table("patients", header, rows -> {
            for (Person p : comparison.people()) {
                rows.accept(List.of(
                        Integer.toString(p.index()),
                        number(p.weightKg()),
                        number(p.severity()),
                        number(p.clearance()),
                        number(p.counterDrive()),
                        number(p.surge()),
                        number(p.learning()),
                        number(p.coupling()),
                        number(p.volume()),
                        number(p.absorption()),
                        number(p.receptors()),
                        number(p.serotonin()),
                        number(p.expectancy())));
            }
        });
    }

    private Table links() {
        List<String> header = List.of("arm", "day", "from", "to", "kind", "mean_weight");
        return new Table(
                "links",
                header,
                rows -> eachScan((arm, scan) -> {
                    List<Link> links = comparison.scenario().network().links();
                    double[] mean =
                            comparison.meanLinks(comparison.scans().get(arm).get(scan));
                    for (int e = 0; e < mean.length; e++) {
                        Link link = links.get(e);
                        rows.accept(List.of(
                                armName(arm),
                                day(scan),
                                link.from(),
                                link.to(),
                                link.kind().name().toLowerCase(Locale.ROOT),
                                number(mean[e])));
                    }
                }));
    }

    private Table connectivity() {
        List<String> header = List.of("arm", "day", "region_a", "region_b", "mean_correlation");
        return new Table(
                "connectivity",
                header,
                rows -> eachScan((arm, scan) -> {
                    List<String> names = comparison.scenario().network().regionNames();
                    double[][] mean = comparison.meanConnectivity(
                            comparison.scans().get(arm).get(scan));
                    for (int i = 0; i < mean.length; i++) {
                        for (int j = i + 1; j < mean.length; j++) {
                            rows.accept(
                                    List.of(armName(arm), day(scan), names.get(i), names.get(j), number(mean[i][j])));
                        }
                    }
                }));
    }

    private Table protocol() {
        List<String> header = List.of("arm", "from_h", "until_h", "event", "what", "amount", "unit");
        return new Table("protocol", header, rows -> {
            for (int arm = 0; arm < arms(); arm++) {
                for (Arm.Intake i : comparison.scenario().arms().get(arm).intakes()) {
                    rows.accept(List.of(
                            armName(arm),
                            number(i.atHours()),
                            number(i.atHours() + i.overHours()),
                            i.overHours() > 0 ? "infusion" : "dose",
                            i.drug(),
                            number(i.dose().amount()),
                            i.dose().unit()));
                }
                for (Arm.Session s : comparison.scenario().arms().get(arm).sessions()) {
                    rows.accept(List.of(
                            armName(arm),
                            number(s.fromHours()),
                            number(s.untilHours()),
                            "session",
                            s.stimulus().word(),
                            "",
                            ""));
                }
            }
        });
    }

    private Table parameters() {
        List<String> header = List.of(
                "group",
                "name",
                "symbol",
                "value",
                "default",
                "unit",
                "low",
                "high",
                "meaning",
                "source",
                "evidence",
                "status");
        return new Table("parameters", header, rows -> {
            var p = comparison.scenario().parameters();
            List<Record> groups = new ArrayList<>(p.groups());
            groups.add(comparison.scenario().cohort().spread());
            groups.add(comparison.reading());
            for (Record group : groups) {
                for (Parameters.Declaration d : Parameters.of(group.getClass())) {
                    rows.accept(List.of(
                            group.getClass().getSimpleName(),
                            d.name(),
                            d.declared().symbol(),
                            number(Parameters.value(group, d.name())),
                            number(d.declared().value()),
                            d.declared().unit(),
                            number(d.declared().low()),
                            number(d.declared().high()),
                            d.declared().meaning(),
                            d.declared().source(),
                            d.declared().evidence().name().toLowerCase(Locale.ROOT),
                            d.declared().status().name().toLowerCase(Locale.ROOT)));
                }
            }
        });
    }

    private interface EachScan {
        void accept(int arm, int scan);
    }

    private void eachScan(EachScan action) {
        for (int arm = 0; arm < arms(); arm++) {
            for (int scan = 0; scan < comparison.scanHours().size(); scan++) {
                action.accept(arm, scan);
            }
        }
    }

    private int arms() {
        return comparison.scenario().arms().size();
    }

    private String armName(int arm) {
        return comparison.scenario().arms().get(arm).name();
    }

    private String day(int scan) {
        return number(comparison.scanHours().get(scan) / HOURS);
    }

    private static String cell(Measurement value) {
        return value instanceof Measurement.Defined d ? number(d.value()) : "";
    }

    private static String number(double x) {
        return Decimal.of(x, DIGITS);
    }
}
