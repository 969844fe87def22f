package org.unstuck.viz.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.unstuck.describe.Decimal;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.Design;
import org.unstuck.sweep.Place;
import org.unstuck.sweep.Store;
import org.unstuck.sweep.Study;
import org.unstuck.viz.figure.Figure;

/** The report of a sweep: what was run, effects of arms, outcomes over the axes, patients. Tables of every number lie beside it. */
public final class SweepPage {

    private static final int DIGITS = 4;
    private static final int MOST_WORDS = 8;

    private SweepPage() {}

    /**
     * Draws the figures.
     *
     * @param store what is shown
     * @param day where one scan is shown, the one nearest to this day
     * @param charts an existing folder for the figures, as SVG and PNG
     * @return the page
     * @throws IOException if something cannot be written
     */
    public static String draw(Store store, double day, Provenance provenance, Path charts) throws IOException {
        Study study = store.study();
        SweepMeans means = SweepMeans.of(store, day);
        StudyPage page = new StudyPage(
                "sweep", study.name(), study.description(), study.seeds().get(0), sections(store, means), List.of());
        String seeds = (study.seeds().size() == 1 ? "seed " : "seeds ") + seeds(study);
        String stamp = "Unstuck " + provenance.version() + " - " + Disclaimer.SHORT + " - " + seeds;
        Map<String, String> svg = ReportFolder.draw(page.sections(), stamp, charts);
        return page.html(provenance, svg, seeds);
    }

    private static String seeds(Study study) {
        String few =
                study.seeds().stream().limit(MOST_WORDS).map(String::valueOf).collect(Collectors.joining(", "));
        return study.seeds().size() > MOST_WORDS ? few + ", ..." : few;
    }

    private static List<ReportFolder.Section> sections(Store store, SweepMeans means) {
        SweepFigures figures = new SweepFigures(means);
        List<ReportFolder.Section> sections = new ArrayList<>();
        sections.add(
                new ReportFolder.Section("What was run", whatWasRun(store, means), axes(means, figures), List.of()));
        List<Figure> effects = means.runs() == 0 ? List.of() : figures.effects();
        if (!effects.isEmpty()) {
            sections.add(new ReportFolder.Section(
                    "What each arm does",
                    "Every patient is in every arm, with the same noise, and is compared with itself. Outcomes are numbers of this model; more is"
                            + " not better, and measures of flexibility disagree. All days: summary.csv.",
                    List.of(),
                    effects));
        }
        List<Figure> surfaces = means.runs() == 0 ? List.of() : figures.surfaces();
        if (!surfaces.isEmpty()) {
            sections.add(new ReportFolder.Section(
                    "How it depends on what is varied",
                    "On day " + Decimal.of(means.day(), DIGITS) + ". "
                            + (means.isPointwise()
                                    ? "An arm in which the outcome is 0 by definition is left out."
                                    : "Every axis by itself, the others anywhere in their ranges: a flat curve does not say that an axis"
                                            + " matters nowhere."),
                    List.of(),
                    surfaces));
        }
        List<Figure> patients = means.runs() == 0 ? List.of() : figures.patients();
        if (!patients.isEmpty()) {
            sections.add(new ReportFolder.Section(
                    "Patient by patient",
                    "A mean hides who gets it. Of each arm at most the first 400 patients are drawn.",
                    List.of(),
                    patients));
        }
        sections.add(new ReportFolder.Section(
                "The numbers",
                "rows.csv has every patient, summary.csv means and quantiles, failed.csv and undefined.csv what is missing and why, columns.csv what"
                        + " columns mean; study.json is the study in full. Equal studies give equal tables, byte for byte.",
                List.of(),
                List.of()));
        return sections;
    }

    private static String whatWasRun(Store store, SweepMeans means) {
        Study study = store.study();
        long points = study.space().size();
        String missing = store.stored() < study.tasks()
                ? " " + (study.tasks() - store.stored()) + " runs are missing: this is not the whole study."
                : "";
        String failed = store.failures() > 0
                ? " " + store.failures() + " runs failed and are not shown: failed.csv says why."
                : "";
        String other = means.otherForm() > 0
                ? " " + means.otherForm()
                        + " runs have other arms, scans or patients than the scenario: they are in the tables alone."
                : "";
        return points + (points == 1 ? " point" : " points") + design(study) + ", "
                + study.seeds().size()
                + (study.seeds().size() == 1 ? " seed (" : " seeds (") + seeds(study) + "), "
                + study.base().cohort().patients() + " virtual patients for each seed, "
                + means.arms().size()
                + (means.arms().size() == 1 ? " arm" : " arms") + ": " + study.tasks() + " runs, " + means.runs()
                + " of them shown here." + failed + missing + other;
    }

    private static String design(Study study) {
        if (study.space().axes().isEmpty()) {
            return "";
        }
        return study.space().design() instanceof Design.Grid ? " of a grid" : " spread evenly over the ranges";
    }

    private static List<List<String>> axes(SweepMeans means, SweepFigures figures) {
        List<Axis> axes = means.study().space().axes();
        if (axes.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("axis", "what it sets", "values"));
        for (int a = 0; a < axes.size(); a++) {
            Axis axis = axes.get(a);
            rows.add(List.of(
                    figures.axis(a),
                    axis.places().stream().map(Place::path).collect(Collectors.joining(", ")),
                    values(axis)));
        }
        return rows;
    }

    private static String values(Axis axis) {
        if (axis instanceof Axis.Span span) {
            return Decimal.of(span.low(), DIGITS) + " to " + Decimal.of(span.high(), DIGITS)
                    + (span.unit().isEmpty() ? "" : " " + span.unit())
                    + (span.scale() == Axis.Scale.LOG ? ", equal ratios" : "");
        }
        double[] at = axis.grid(1);
        List<String> words = new ArrayList<>();
        for (int k = 0; k < Math.min(MOST_WORDS, at.length); k++) {
            words.add(axis.at(at[k]).text());
        }
        return String.join(", ", words) + (at.length > MOST_WORDS ? ", ... (" + at.length + ")" : "");
    }
}
