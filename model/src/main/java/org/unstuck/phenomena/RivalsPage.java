package org.unstuck.phenomena;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Parameters;

/** The page on which conclusions hold in which mass, from runs. The first mass is the default, with which the others are compared. */
public final class RivalsPage {

    private RivalsPage() {}

    /** The page as Markdown. */
    public static String of(List<Rivals> masses, Setting setting) {
        List<String> lines = new ArrayList<>();
        head(lines, masses, setting);
        summary(lines, masses);
        phenomena(lines, masses);
        statements(lines, masses);
        failures(lines, masses);
        points(lines, masses);
        return String.join("\n", lines) + "\n";
    }

    private static void head(List<String> lines, List<Rivals> masses, Setting setting) {
        lines.add("# Which conclusions hold in which neural mass");
        lines.add("");
        lines.add("A conclusion that depends on one set of equations is not one. This page is written by");
        lines.add("");
        lines.add("```");
        lines.add("mvn -Privals verify -Dunstuck.write=true");
        lines.add("```");
        lines.add("");
        lines.add("from runs of " + setting.patients() + " virtual patients for each of the seeds " + setting.seeds()
                + " (bursts of " + Decimal.exact(setting.burstS()) + " s and scans of " + Decimal.exact(setting.restS())
                + " s for the phenomena), with the networks, conditions, drugs, learning, patients and noise of the default model and another mass in every region. "
                + "Nothing was tuned to a mass but its working point, by one rule on the untreated healthy network "
                + "([decision 20](decisions/0020-working-point-of-a-mass.md)). The default mass is not the truth: its numbers were set by hand, and those of the slow clock were "
                + "calibrated with it. Toy research model, not medical advice.");
        lines.add("");
        lines.add(
                "Masses: "
                        + String.join(
                                ", ",
                                masses.stream()
                                        .map(m -> "`" + m.mass().name() + "`")
                                        .toList())
                        + ". In `stuart-landau` the effect of a drug on a region is put in as in the default mass, not found; its agreement there counts for less.");
        lines.add("");
    }

    private static void summary(List<String> lines, List<Rivals> masses) {
        lines.add(
                "| mass | phenomena shown | conclusions as with the default mass | undecided | opposite | undefined |");
        lines.add("|---|---|---|---|---|---|");
        Rivals standard = masses.get(0);
        for (Rivals m : masses) {
            long shown = m.phenomena().stream()
                    .filter(v -> v.status() == Verdict.Status.PASS)
                    .count();
            int[] count = new int[4];
            for (RivalStatement s : standard.statements()) {
                if (isDecided(s)) {
                    count[agreement(s, m.statement(s.text())).ordinal()]++;
                }
            }
            lines.add("| " + m.mass().name() + " | " + shown + " of "
                    + m.phenomena().size() + " | "
                    + count[Agreement.SAME.ordinal()] + " of "
                    + standard.statements().stream()
                            .filter(RivalsPage::isDecided)
                            .count() + " | "
                    + count[Agreement.UNDECIDED.ordinal()] + " | " + count[Agreement.OPPOSITE.ordinal()] + " | "
                    + count[Agreement.UNDEFINED.ordinal()] + " |");
        }
        lines.add("");
    }

    private enum Agreement {
        SAME,
        UNDECIDED,
        OPPOSITE,
        UNDEFINED
    }

    private static boolean isDecided(RivalStatement s) {
        return s.way() == RivalStatement.Way.UP || s.way() == RivalStatement.Way.DOWN;
    }

    private static Agreement agreement(RivalStatement standard, RivalStatement other) {
        if (other == null || other.way() == RivalStatement.Way.UNDEFINED) {
            return Agreement.UNDEFINED;
        }
        if (other.way() == RivalStatement.Way.UNDECIDED) {
            return Agreement.UNDECIDED;
        }
        return other.way() == standard.way() ? Agreement.SAME : Agreement.OPPOSITE;
    }

    private static void phenomena(List<String> lines, List<Rivals> masses) {
        lines.add("## Phenomena");
        lines.add("");
        lines.add("P01 to P04 are about the body alone. `yes`: every quantity is inside its band in "
                + Math.round(100 * Verdict.ENOUGH)
                + " % of the seeds or more. The bands are for 200 patients ([phenomena](phenomena.md)); with as few as here a row near the "
                + "edge of its band may fall on either side.");
        lines.add("");
        row(lines, "", masses.stream().map(m -> m.mass().name()).toList());
        rule(lines, masses.size());
        for (Verdict v : masses.get(0).phenomena()) {
            row(
                    lines,
                    v.phenomenon().id() + " " + v.phenomenon().title(),
                    masses.stream()
                            .map(m -> word(m.verdict(v.phenomenon().id())))
                            .toList());
        }
        lines.add("");
    }

    private static String word(Verdict v) {
        return switch (v.status()) {
            case PASS -> "yes";
            case FAIL -> "no";
            case NOT_RUNNABLE -> "not run";
        };
    }

    private static void statements(List<String> lines, List<Rivals> masses) {
        lines.add("## The default comparison");
        lines.add("");
        lines.add(
                "Scenario `generalised-anxiety`. `up` and `down`: the 95 % bootstrap interval of the mean difference over patients excludes 0; in brackets the mean, in the units of "
                        + "the measure (intensity: 1 is healthy; cued shifts: share that succeed). The benzodiazepine is stopped at once after day 56: day 58 shows its rebound. **Bold** where a mass decides otherwise than the default.");
        lines.add("");
        row(lines, "", masses.stream().map(m -> m.mass().name()).toList());
        rule(lines, masses.size());
        for (RivalStatement s : masses.get(0).statements()) {
            row(
                    lines,
                    s.text(),
                    masses.stream().map(m -> cell(s, m.statement(s.text()))).toList());
        }
        for (Rivals m : masses) {
            if (!m.reason().isEmpty()) {
                lines.add("");
                lines.add("`" + m.mass().name() + "` could not be run: " + m.reason());
            }
        }
        lines.add("");
    }

    private static String cell(RivalStatement standard, RivalStatement own) {
        if (own == null) {
            return "not run";
        }
        String text = own.way() == RivalStatement.Way.UNDEFINED
                ? own.way().word()
                : own.way().word() + " (" + Band.number(own.mean()) + ")";
        boolean opposite = isDecided(standard) && isDecided(own) && own.way() != standard.way();
        return opposite ? "**" + text + "**" : text;
    }

    private static void failures(List<String> lines, List<Rivals> masses) {
        lines.add("## What was outside its band");
        lines.add("");
        for (Rivals m : masses) {
            lines.add("### " + m.mass().name());
            lines.add("");
            for (Verdict v : m.phenomena()) {
                if (v.status() == Verdict.Status.NOT_RUNNABLE) {
                    lines.add("- " + v.phenomenon().id() + ": not run: " + v.needs());
                } else if (v.status() == Verdict.Status.FAIL) {
                    List<String> outside = v.lines().stream()
                            .filter(l -> !l.passes())
                            .map(l -> l.band().quantity() + " " + Band.number(l.value()) + " (band "
                                    + l.band().range() + ")")
                            .toList();
                    lines.add("- " + v.phenomenon().id() + ": "
                            + (outside.isEmpty()
                                    ? "each quantity inside often enough, but not all in the same seeds"
                                    : String.join("; ", outside)));
                }
            }
            lines.add("");
        }
    }

    private static void points(List<String> lines, List<Rivals> masses) {
        lines.add("## Working points");
        lines.add("");
        lines.add("| mass | c_P | A_0 | A_1 |");
        lines.add("|---|---|---|---|");
        for (Rivals m : masses.subList(1, masses.size())) {
            Record mass = (Record) m.mass();
            lines.add("| " + m.mass().name() + " | " + Parameters.value(mass, "perDrive") + " | "
                    + Parameters.value(mass, "recordedZero") + " | " + Parameters.value(mass, "recordedOne") + " |");
        }
        lines.add("");
        lines.add(
                "All other numbers of a mass are those of its paper or of the tool it is taken from; they are declared, with sources, beside the equations, and "
                        + "[the masses](masses.md) lists what each handle of drugs and links does in each.");
    }

    private static void row(List<String> lines, String first, List<String> cells) {
        lines.add("| " + first + " | " + String.join(" | ", cells) + " |");
    }

    private static void rule(List<String> lines, int columns) {
        lines.add("|---|" + "---|".repeat(columns));
    }
}
