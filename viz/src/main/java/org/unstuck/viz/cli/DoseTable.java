package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.unstuck.describe.Decimal;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Effect;
import org.unstuck.pharma.Receptor;
import org.unstuck.protocol.Arm;
import org.unstuck.recording.Slow;
import org.unstuck.simulate.DrugCourse;

/**
 * Drugs over time as CSV, one row per arm, moment and substance: time, substance (a drug, or a metabolite of it),
 * concentrations, effect of the drug at each receptor, then the state of the body, which is the same in all rows of a moment.
 * A cell is empty where there is nothing to say: metabolites act through the effect site of their drug. Numbers are read back
 * as exactly the bits that were computed.
 */
final class DoseTable {

    /** A time in h as it was asked for, free of the rounding of its unit. */
    private static final int DIGITS_OF_TIME = 12;

    private static final List<String> BODY = List.of(
            "sedation_tolerance_fraction",
            "counter_drive_fraction",
            "sedation_fraction",
            "dissociation_fraction",
            "gate_1",
            "pool_1");

    private DoseTable() {}

    /** The names of the columns, with their units. */
    static String header() {
        String receptors = Arrays.stream(Receptor.values())
                .map(r -> "effect_" + r.name().toLowerCase(Locale.ROOT) + "_fraction")
                .collect(Collectors.joining(","));
        return "arm,time_h,drug,substance,plasma_ng_per_mL,effect_site_ng_per_mL," + receptors + ","
                + String.join(",", BODY);
    }

    /**
     * Appends the rows of one arm.
     *
     * @param csv where to
     * @param arm the arm
     * @param drugs the drugs of the course, in its order
     * @param course what happened in the body
     * @param moment called before every moment; may throw to stop
     */
    static void rows(Appendable csv, Arm arm, List<Drug> drugs, DrugCourse course, Runnable moment) {
        try {
            for (int i = 0; i < course.hours().length; i++) {
                moment.run();
                String begin = quoted(arm.name()) + "," + Decimal.of(course.hours()[i], DIGITS_OF_TIME) + ",";
                String end = body(course, i);
                for (int d = 0; d < drugs.size(); d++) {
                    Drug drug = drugs.get(d);
                    double site = course.site()[d][i];
                    csv.append(begin).append(quoted(drug.name())).append(',').append(quoted(drug.name()));
                    csv.append(',').append(Decimal.exact(course.plasma()[d][i]));
                    csv.append(',').append(Decimal.exact(site));
                    for (Receptor receptor : Receptor.values()) {
                        Effect effect = drug.on(receptor);
                        csv.append(',').append(effect == null ? "" : Decimal.exact(effect.at(site)));
                    }
                    csv.append(end);
                    for (int m = 0; m < drug.metabolites().size(); m++) {
                        csv.append(begin).append(quoted(drug.name())).append(',');
                        csv.append(quoted(drug.metabolites().get(m).name())).append(',');
                        csv.append(Decimal.exact(course.metabolites()[d][m][i]));
                        csv.append(",".repeat(1 + Receptor.values().length)).append(end);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(DrugCourse course, int i) {
        StringBuilder text = new StringBuilder();
        for (double[] quantity : List.of(
                course.of(Slow.SEDATION_TOLERANCE),
                course.of(Slow.COUNTER),
                course.of(Slow.SEDATION),
                course.of(Slow.DISSOCIATION),
                course.of(Slow.GATE),
                course.of(Slow.POOL))) {
            text.append(',').append(Decimal.exact(quantity[i]));
        }
        return text.append('\n').toString();
    }

    /** RFC 4180: in quotes if it holds a comma or a quote. */
    private static String quoted(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
