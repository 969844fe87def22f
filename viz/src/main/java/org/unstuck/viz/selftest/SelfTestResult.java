package org.unstuck.viz.selftest;

import java.util.List;
import java.util.Locale;
import org.unstuck.describe.Version;
import org.unstuck.viz.report.Disclaimer;
import org.unstuck.viz.report.PlainPage;

/** What the self-test found, as a page of text or of HTML. */
public final class SelfTestResult {

    private static final List<String> HEADER =
            List.of("What", "Truth", "Values", "Largest error (share of allowed)", "Seconds", "Result");
    private static final String PASSED = "passed";
    private static final String FAILED = "FAILED";

    private final List<Check.Outcome> outcomes;

    SelfTestResult(List<Check.Outcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    /** Whether every check passed. */
    public boolean passes() {
        return outcomes.stream().allMatch(Check.Outcome::passes);
    }

    List<Check.Outcome> outcomes() {
        return outcomes;
    }

    /** One sentence: how many checks passed. */
    public String sentence() {
        long passed = outcomes.stream().filter(Check.Outcome::passes).count();
        int values = outcomes.stream().mapToInt(Check.Outcome::values).sum();
        double seconds = outcomes.stream().mapToDouble(Check.Outcome::seconds).sum();
        return String.format(
                Locale.ROOT,
                "%d of %d checks passed (%d numbers compared, %.0f s).",
                passed,
                outcomes.size(),
                values,
                seconds);
    }

    /** Where it ran. */
    private static List<String> machine() {
        return List.of(
                "Unstuck " + Version.current() + ", numeric semantics " + Version.NUMERIC_SEMANTICS,
                "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vm.name") + "), "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors, language "
                        + Locale.getDefault().toLanguageTag());
    }

    private static String share(Check.Outcome o) {
        return o.worst() == 0 ? "0" : o.worst() >= 1e6 ? "large" : String.format(Locale.ROOT, "%.2g", o.worst());
    }

    /** The page as text. */
    public String text() {
        StringBuilder page = new StringBuilder("Self-test of Unstuck\n");
        machine().forEach(line -> page.append(line).append('\n'));
        String area = "";
        for (Check.Outcome o : outcomes) {
            if (!o.check().area().equals(area)) {
                area = o.check().area();
                page.append('\n').append(area).append('\n');
            }
            page.append(String.format(
                    Locale.ROOT,
                    "  %-6s  %-58s %5d values, error %-8s%n",
                    o.passes() ? PASSED : FAILED,
                    o.check().name(),
                    o.values(),
                    share(o)));
            if (!o.passes()) {
                page.append("          ").append(o.problem()).append('\n');
            }
        }
        page.append("\nThe error is the largest of the check, as a share of what is allowed.\n");
        page.append(sentence()).append('\n');
        return page.toString().replace("\r\n", "\n");
    }

    /** The page as HTML that stands alone. */
    public String html() {
        PlainPage page = PlainPage.titled("Self-test of Unstuck");
        machine().forEach(page::paragraph);
        page.paragraph(sentence());
        String area = "";
        List<List<String>> rows = new java.util.ArrayList<>();
        for (Check.Outcome o : outcomes) {
            if (!o.check().area().equals(area)) {
                flush(page, area, rows);
                area = o.check().area();
            }
            rows.add(List.of(
                    o.check().name(),
                    o.check().truth(),
                    Integer.toString(o.values()),
                    share(o),
                    String.format(Locale.ROOT, "%.2f", o.seconds()),
                    o.passes() ? PASSED : FAILED + ": " + o.problem()));
        }
        flush(page, area, rows);
        page.paragraph("A " + Disclaimer.SHORT + ".");
        return page.html();
    }

    private static void flush(PlainPage page, String area, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            page.heading(area);
            page.table(HEADER, rows);
            rows.clear();
        }
    }
}
