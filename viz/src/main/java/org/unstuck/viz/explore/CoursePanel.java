package org.unstuck.viz.explore;

import java.awt.Font;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jfree.chart.ui.RectangleEdge;
import org.unstuck.describe.Invalid;
import org.unstuck.protocol.Arm;
import org.unstuck.simulate.Cancelled;
import org.unstuck.simulate.Diverged;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Progress;
import org.unstuck.study.Reading;
import org.unstuck.study.Scenario;

/** The whole course of an arm: a timeline to move doses and sessions on, and what becomes of intensity and flexibility. */
final class CoursePanel {

    private static final double LOUDEST = 4;
    /** Top of the axis of shares: above 1 there is room for words. */
    private static final double ABOVE = 1.2;

    private final JPanel root = new JPanel(new MigLayout(
            "insets 6, fill, wrap 1, gapy 4",
            "[grow, fill]",
            "[][130:160:, fill, grow 20][grow 40, fill][grow 40, fill][]"));
    private final JComboBox<String> which = new JComboBox<>();
    private final JSpinner patients = new JSpinner(new SpinnerNumberModel(6, 2, 200, 1));
    private final JButton run = new JButton("Run the course");
    private final JButton cancel = new JButton("Cancel");
    private final JButton back = new JButton("Undo moves");
    private final JProgressBar progress = new JProgressBar(0, 1000);
    private final JLabel hint =
            new JLabel("Drag events (or arrow keys); run; then click a day to open it in the live view.");
    private final JSpinner day = new JSpinner(new SpinnerNumberModel(0, 0, 1, 1));
    private final JButton open = new JButton("Open day");
    private final TimelineView timeline = new TimelineView(this::move);
    private final Chart intensity;
    private final Chart flexibility;
    private final Consumer<String> told;
    private final BiConsumer<Arm, Double> opened;
    private final List<Arm> arms;
    private final Scenario scenario;
    private Shade shade = Shade.now();
    private CourseCurves curves;
    private AtomicBoolean stopped = new AtomicBoolean();

    /**
     * A panel for the arms of {@code scenario}.
     *
     * @param told receives messages
     * @param opened told which arm and day to open in the live view
     */
    CoursePanel(Scenario scenario, Consumer<String> told, BiConsumer<Arm, Double> opened) {
        this.scenario = scenario;
        this.arms = new ArrayList<>(scenario.arms());
        this.told = told;
        this.opened = opened;
        double days = scenario.horizon().inDays();
        this.intensity = new Chart(
                "course-intensity",
                "Intensity over the course",
                Chart.days(days),
                Chart.axis("intensity", 0, LOUDEST, 1),
                b -> CourseDrawing.intensity(b, shade, curves));
        this.flexibility = new Chart(
                "course-flexibility",
                "Cued shifts over the course",
                Chart.days(days),
                Chart.axis("cued shifts", 0, ABOVE, 0.25),
                b -> CourseDrawing.flexibility(b, shade, curves));
        day.setModel(new SpinnerNumberModel(0, 0, (int) Math.max(1, days), 1));
        digits(day);
        digits(patients);
        which.putClientProperty("html.disable", true);
        name(which, "course-arm", "Arm", "What happens in the course");
        name(patients, "course-patients", "Number of patients", "More patients: narrower intervals, longer runs");
        name(run, "course-run", "Run the course", "All patients, the whole course");
        name(cancel, "course-cancel", "Cancel the run", "Nothing of it is kept");
        name(back, "course-undo", "Undo moves", "The arm as the scenario has it");
        name(progress, "course-progress", "Progress of the course", "Share of the work that is done");
        name(day, "course-day", "Day to open", "Day of the arm that is shown");
        name(open, "course-open", "Open day in the live view", "The typical patient of that day, live");
        arms.forEach(a -> which.addItem(a.name()));
        which.addActionListener(e -> show());
        run.setMnemonic('R');
        run.addActionListener(e -> run());
        cancel.setMnemonic('E');
        back.setMnemonic('U');
        open.setMnemonic('O');
        open.addActionListener(e -> opened.accept(arms.get(which.getSelectedIndex()), (double) (int) day.getValue()));
        cancel.setEnabled(false);
        cancel.addActionListener(e -> stopped.set(true));
        back.addActionListener(e -> {
            arms.set(which.getSelectedIndex(), scenario.arms().get(which.getSelectedIndex()));
            show();
        });
        progress.setStringPainted(true);
        progress.setString("");
        JPanel head = new JPanel(new MigLayout("insets 0, fillx", "[][][][][][][][grow, fill]"));
        head.add(label("Arm", which));
        head.add(which);
        head.add(label("Patients", patients));
        head.add(patients);
        head.add(run);
        head.add(cancel);
        head.add(back);
        head.add(progress, "wmin 60");
        root.add(head);
        root.add(timeline.chart().panel(), "grow, wmin 0");
        root.add(intensity.panel(), "grow, wmin 0, hmin 100");
        root.add(flexibility.panel(), "grow, wmin 0, hmin 100");
        JPanel foot = new JPanel(new MigLayout("insets 0, fillx", "[grow][][][]"));
        foot.add(hint, "wmin 0");
        foot.add(label("Day", day));
        foot.add(day, "w 64lp!");
        foot.add(open);
        root.add(foot);
        click(intensity);
        click(flexibility);
        align();
        which.setSelectedIndex(Math.min(1, arms.size() - 1));
        show();
    }

    private static JLabel label(String words, javax.swing.JComponent of) {
        JLabel label = new JLabel(words);
        label.setLabelFor(of);
        return label;
    }

    /** The digits of all other numbers in the window, in any language. */
    private static void digits(JSpinner spinner) {
        JSpinner.NumberEditor editor = new JSpinner.NumberEditor(spinner, "0");
        editor.getFormat().setDecimalFormatSymbols(DecimalFormatSymbols.getInstance(Locale.ROOT));
        editor.getTextField().setValue(spinner.getValue());
        spinner.setEditor(editor);
    }

    private static void name(javax.swing.JComponent part, String name, String words, String tip) {
        part.setName(name);
        part.setToolTipText(tip);
        part.getAccessibleContext().setAccessibleName(words);
        part.getAccessibleContext().setAccessibleDescription(tip);
        if (part instanceof JSpinner spinner && spinner.getEditor() instanceof JSpinner.DefaultEditor editor) {
            editor.getTextField().getAccessibleContext().setAccessibleName(words);
            editor.getTextField().getAccessibleContext().setAccessibleDescription(tip);
            editor.getTextField().setToolTipText(tip);
        }
    }

    private void click(Chart chart) {
        chart.panel().addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                var area = chart.panel().getChartRenderingInfo().getPlotInfo().getDataArea();
                double day = chart.plot().getDomainAxis().java2DToValue(e.getX(), area, RectangleEdge.BOTTOM);
                if (area.contains(e.getPoint()) && curves != null && day >= 0) {
                    opened.accept(curves.arm(), Math.rint(day));
                }
            }
        });
    }

    JPanel component() {
        return root;
    }

    /** Room for the numbers and the label of the vertical axes, in heights of a letter. */
    private static final double LEFT = 4.5;

    private void align() {
        double left = LEFT * Chart.font(Font.PLAIN, 0).getSize2D();
        charts().forEach(c -> c.beginAt(left));
    }

    List<Chart> charts() {
        return List.of(timeline.chart(), intensity, flexibility);
    }

    void dress(Shade now) {
        shade = now;
        timeline.dress(now);
        align();
        intensity.dress(now);
        flexibility.dress(now);
    }

    private void show() {
        timeline.show(arms.get(which.getSelectedIndex()), scenario.horizon().inDays());
    }

    private void move(int event, double hours) {
        int k = which.getSelectedIndex();
        try {
            Arm next = Protocol.shifted(arms.get(k), event, hours);
            Protocol.with(scenario, List.of(next));
            arms.set(k, next);
        } catch (Invalid e) {
            told.accept(e.getMessage());
        }
        show();
    }

    private void run() {
        Arm arm = arms.get(which.getSelectedIndex());
        Scenario small;
        try {
            small = CourseCurves.small(Protocol.with(scenario, List.of(arm)), (int) patients.getValue());
        } catch (Invalid e) {
            told.accept(e.getMessage());
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        stopped = stop;
        run.setEnabled(false);
        cancel.setEnabled(true);
        Progress shown = progress();
        Thread worker = new Thread(
                () -> {
                    try {
                        CourseCurves result = CourseCurves.of(
                                new ComparisonRun(small, Reading.standard()).run(1, shown, stop::get), arm);
                        SwingUtilities.invokeLater(() -> finished(result, "done"));
                    } catch (Cancelled e) {
                        SwingUtilities.invokeLater(() -> finished(null, "cancelled"));
                    } catch (Diverged | Invalid e) {
                        told.accept(e.getMessage());
                        SwingUtilities.invokeLater(() -> finished(null, "stopped"));
                    } catch (RuntimeException e) { // Or the button would stay off for ever.
                        SwingUtilities.invokeLater(() -> finished(null, "stopped"));
                        throw e;
                    }
                },
                "unstuck-course");
        worker.setDaemon(true);
        worker.start();
    }

    /** Ends a run that is going on. */
    void close() {
        stopped.set(true);
    }

    private Progress progress() {
        AtomicLong done = new AtomicLong();
        AtomicLong all = new AtomicLong(1);
        return new Progress() {
            @Override
            public void starts(long steps) {
                all.set(Math.max(1, steps));
            }

            @Override
            public void advances(long steps) {
                long now = done.addAndGet(steps);
                SwingUtilities.invokeLater(() -> {
                    progress.setValue((int) (1000 * now / all.get()));
                    progress.setString(100 * now / all.get() + " %");
                });
            }
        };
    }

    private void finished(CourseCurves result, String words) {
        run.setEnabled(true);
        cancel.setEnabled(false);
        progress.setString(words);
        progress.setValue(0);
        if (result != null) {
            curves = result;
            intensity.refresh(false);
            flexibility.refresh(false);
        }
    }
}
