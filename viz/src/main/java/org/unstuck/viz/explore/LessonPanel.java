package org.unstuck.viz.explore;

import java.awt.BorderLayout;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JTextPane;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.unstuck.describe.Decimal;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.Lesson;

/** The six lessons: look, predict, run, see what happened in this run. */
final class LessonPanel {

    private static final int DIGITS = 3;

    /** What a lesson needs from the window. */
    interface Host {
        /** Begins the session of a lesson. */
        void begin(Lesson lesson);

        /** Runs an experiment. */
        void run(String name, Lesson.Experiment experiment, java.util.function.Consumer<double[]> done);

        /** Faster or slower while it runs. */
        void speed(double times);

        /** Ends the lesson: back to the session before it. */
        void leave();

        /** Writes the worksheet. */
        void worksheet(Lesson lesson, String answers);
    }

    private final Host host;
    private final JPanel root = new JPanel(new BorderLayout());
    private final JComboBox<String> which = new JComboBox<>();
    private final JButton begin = new JButton("Begin");
    private final JTextPane text = new JTextPane();
    private final JRadioButton[] choices = {new JRadioButton(), new JRadioButton(), new JRadioButton()};
    private final ButtonGroup group = new ButtonGroup();
    private final JButton run = new JButton("Run it");
    private final JButton hurry = new JButton("Faster");
    private final JButton next = new JButton("Next");
    private final JButton sheet = new JButton("Worksheet");
    private final JButton leave = new JButton("Leave lesson");
    private final JProgressBar progress = new JProgressBar(0, 100);
    private final StringBuilder answers = new StringBuilder();
    private Lesson lesson;
    private int step = -1;

    LessonPanel(Host host) {
        this.host = host;
        for (String name : BuiltIn.LESSONS.names()) {
            which.addItem(BuiltIn.LESSONS.named(name).title());
        }
        name(which, "lesson", "Lesson");
        name(begin, "lesson-begin", "Begin the lesson");
        name(run, "lesson-run", "Run the experiment");
        name(hurry, "lesson-faster", "Run the experiment faster");
        name(next, "lesson-next", "Next step of the lesson");
        name(sheet, "lesson-worksheet", "Write the worksheet");
        name(leave, "lesson-leave", "Leave the lesson");
        name(text, "lesson-text", "Text of the lesson");
        name(progress, "lesson-progress", "Progress of the experiment");
        begin.setMnemonic('B');
        run.setMnemonic('R');
        next.setMnemonic('X');
        sheet.setMnemonic('W');
        begin.addActionListener(e -> begin());
        run.addActionListener(e -> run());
        hurry.addActionListener(e -> host.speed(Engine.FASTEST));
        next.addActionListener(e -> show(step + 1));
        sheet.addActionListener(e -> host.worksheet(
                lesson == null ? BuiltIn.LESSONS.named(BuiltIn.LESSONS.names().get(which.getSelectedIndex())) : lesson,
                answers.toString()));
        leave.addActionListener(e -> leave());
        text.setContentType("text/html");
        text.setEditable(false);
        text.putClientProperty(JTextPane.HONOR_DISPLAY_PROPERTIES, true);
        layOut();
        show(-1);
    }

    private static void name(javax.swing.JComponent part, String name, String words) {
        part.setName(name);
        part.getAccessibleContext().setAccessibleName(words);
    }

    private void layOut() {
        JPanel head = new JPanel(new MigLayout("insets 6, fillx", "[grow, fill][]"));
        head.add(which, "wmin 100");
        head.add(begin);
        JScrollPane scroll =
                new JScrollPane(text, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        JPanel foot =
                new JPanel(new MigLayout("insets 6, fillx, wrap 2, hidemode 3, gapy 3", "[grow, fill][grow, fill]"));
        for (int k = 0; k < choices.length; k++) {
            choices[k].setName(
                    "lesson-choice-" + Lesson.Answer.values()[k].name().toLowerCase(Locale.ROOT));
            choices[k].addActionListener(e -> run.setEnabled(true));
            group.add(choices[k]);
            foot.add(choices[k], "span 2, wmin 0");
        }
        foot.add(run, "wmin 0");
        foot.add(hurry, "wmin 0");
        foot.add(progress, "span 2, growx");
        foot.add(next, "span 2, growx");
        foot.add(sheet, "wmin 0");
        foot.add(leave, "wmin 0");
        root.add(head, BorderLayout.NORTH);
        root.add(scroll, BorderLayout.CENTER);
        root.add(foot, BorderLayout.SOUTH);
    }

    JPanel component() {
        return root;
    }

    /** Whether a lesson is on. */
    boolean isOn() {
        return lesson != null;
    }

    private void begin() {
        lesson = BuiltIn.LESSONS.named(BuiltIn.LESSONS.names().get(which.getSelectedIndex()));
        answers.setLength(0);
        host.begin(lesson);
        show(-1);
    }

    private void leave() {
        lesson = null;
        show(-1);
        host.leave();
    }

    /** Step -1 is the look before, the one after the last the end. */
    private void show(int wanted) {
        step = wanted;
        boolean question = lesson != null && step >= 0 && step < lesson.steps().size();
        boolean end = lesson != null && step >= lesson.steps().size();
        group.clearSelection();
        for (JRadioButton choice : choices) {
            choice.setVisible(question);
            choice.setEnabled(true);
        }
        run.setVisible(question);
        run.setEnabled(false);
        hurry.setVisible(question);
        hurry.setEnabled(false);
        progress.setVisible(question);
        progress.setValue(0);
        next.setVisible(lesson != null && !end);
        next.setEnabled(!question);
        next.setText(step < 0 ? "To the first question" : "Next");
        leave.setVisible(lesson != null);
        if (lesson == null) {
            write(
                    "<p>Six guided lessons of about ten minutes. Each begins with a patient that is ready, asks what you expect, runs"
                            + " the experiment in this window and reports what happened <i>in this run</i>. Nothing about the outcome is"
                            + " written down beforehand.</p><p>Your own session is kept and comes back when you leave the lesson.</p>");
        } else if (end) {
            write("<h3>" + escaped(lesson.title()) + "</h3>" + answers + "<p>" + escaped(lesson.afterwards()) + "</p>");
        } else if (!question) {
            write("<h3>" + escaped(lesson.title()) + "</h3><p><b>" + escaped(lesson.goal()) + "</b> ("
                    + lesson.minutes() + " min)</p><p>" + escaped(lesson.look()) + "</p>");
        } else {
            ask(lesson.steps().get(step));
        }
    }

    private void ask(Lesson.Step now) {
        Lesson.Answer[] all = Lesson.Answer.values();
        for (int k = 0; k < all.length; k++) {
            choices[k].setText(now.words(all[k]));
        }
        write("<h3>" + (step + 1) + " of " + lesson.steps().size() + "</h3><p>" + escaped(now.text())
                + "</p><p><b>What do you predict? " + escaped(now.question()) + "</b></p>");
    }

    private void run() {
        Lesson.Step now = lesson.steps().get(step);
        int at = step;
        Lesson of = lesson;
        for (JRadioButton choice : choices) {
            choice.setEnabled(false);
        }
        run.setEnabled(false);
        hurry.setEnabled(true);
        host.run(
                of.title() + " " + (at + 1),
                now.experiment(),
                values -> SwingUtilities.invokeLater(() -> {
                    if (lesson == of && step == at) {
                        report(now, values);
                    }
                }));
    }

    private void report(Lesson.Step now, double[] values) {
        Lesson.Experiment e = now.experiment();
        hurry.setEnabled(false);
        next.setEnabled(true);
        next.requestFocusInWindow();
        progress.setValue(100);
        if (Double.isNaN(values[0]) || Double.isNaN(values[1])) {
            write(
                    "<h3>No answer</h3><p>In this run one of the two numbers is undefined: no network was ever dominant.</p>");
            return;
        }
        Lesson.Answer happened = e.answer(values[0], values[1]);
        Lesson.Answer predicted = Lesson.Answer.SAME;
        for (int k = 0; k < choices.length; k++) {
            predicted = choices[k].isSelected() ? Lesson.Answer.values()[k] : predicted;
        }
        String said = "<p>" + escaped(e.first().label()) + " ("
                + escaped(e.first().unit()) + "): <b>"
                + Decimal.of(values[0], DIGITS) + "</b> in " + e.first().patient() + " at "
                + Decimal.of(e.first().atS(), DIGITS)
                + " s, <b>" + Decimal.of(values[1], DIGITS) + "</b> in "
                + e.second().patient() + " at "
                + Decimal.of(e.second().atS(), DIGITS) + " s. Differences up to " + Decimal.of(e.margin(), DIGITS)
                + " count as the same.</p><p>In this run: <b>" + escaped(now.words(happened)) + "</b>. You predicted: "
                + escaped(now.words(predicted)) + (predicted == happened ? " (as it happened)" : " (it came otherwise)")
                + ".</p>";
        answers.append("<p><b>")
                .append(escaped(now.question()))
                .append("</b></p>")
                .append(said);
        write("<h3>What happened</h3>" + said + "<p>" + escaped(now.why(happened))
                + "</p><p>One patient, one seed: with another seed it may come out otherwise."
                + "</p>");
    }

    /** Shows how far the experiment is. */
    void follow(Frame now) {
        if (now.script >= 0) {
            progress.setValue((int) (100 * now.script));
        }
    }

    private void write(String html) {
        text.setText("<html><body>" + html + "</body></html>");
        text.setCaretPosition(0);
    }

    private static String escaped(String words) {
        return ParameterRow.escaped(words);
    }
}
