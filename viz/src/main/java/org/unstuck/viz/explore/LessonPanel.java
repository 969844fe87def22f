package org.unstuck.viz.explore;

import java.awt.BorderLayout;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
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
    /** Seeds that are tried besides the one that was shown. */
    private static final int SEEDS = 8;

    /** What a lesson needs from the window. */
    interface Host {
        /** Begins the session of a lesson. */
        void begin(Lesson lesson);

        /** Runs an experiment. */
        void run(String name, Lesson.Experiment experiment, Consumer<double[]> done);

        /**
         * Runs an experiment unseen with other seeds.
         *
         * @param heard receives how many of each answer there are so far, and how many were undefined; on the event thread
         * @return ends it
         */
        Runnable repeat(Lesson.Experiment experiment, int seeds, Consumer<int[]> heard);

        /** Faster or slower while it runs. */
        void speed(double times);

        /** Ends the lesson: back to the session before it. */
        void leave();

        /** Ends the lesson because another session begins. */
        void drop();

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
    private final JButton seeds = new JButton("Try " + SEEDS + " other seeds");
    private final JButton next = new JButton("Next");
    private final JButton sheet = new JButton("Worksheet");
    private final JButton leave = new JButton("Leave lesson");
    private final JProgressBar progress = new JProgressBar(0, 100);
    private final List<String> answers = new ArrayList<>();
    private Lesson lesson;
    private int step = -1;
    private String happened = "";
    private Runnable ends = () -> {};

    LessonPanel(Host host) {
        this.host = host;
        BuiltIn.LESSONS.names().forEach(name -> which.addItem(title(name)));
        name(which, "lesson", "Lesson", "Which of the six");
        name(begin, "lesson-begin", "Begin the lesson", "Your own session is kept meanwhile");
        name(run, "lesson-run", "Run the experiment", "After you have chosen what you expect");
        name(hurry, "lesson-faster", "Run the experiment faster", "As fast as this machine can");
        name(seeds, "lesson-seeds", "Try other seeds", "The same experiment, unseen: was the answer chance?");
        name(next, "lesson-next", "Next step of the lesson", "To the next question or the end");
        name(sheet, "lesson-worksheet", "Write the worksheet", "A page to print, with what happened so far");
        name(leave, "lesson-leave", "Leave the lesson", "Back to your own session");
        name(progress, "lesson-progress", "Progress of the experiment", null);
        begin.setMnemonic('B');
        seeds.setMnemonic('O');
        seeds.addActionListener(e -> repeat());
        run.setMnemonic('R');
        next.setMnemonic('X');
        sheet.setMnemonic('W');
        hurry.setMnemonic('E');
        leave.setMnemonic('Y');
        begin.addActionListener(e -> begin());
        run.addActionListener(e -> run());
        hurry.addActionListener(e -> host.speed(Engine.FASTEST));
        next.addActionListener(e -> show(step + 1));
        sheet.addActionListener(e -> host.worksheet(
                lesson == null ? BuiltIn.LESSONS.named(BuiltIn.LESSONS.names().get(which.getSelectedIndex())) : lesson,
                String.join("\n", answers)));
        leave.addActionListener(e -> leave());
        text.setContentType("text/html"); // Which makes another accessible context, so the name comes after it.
        name(text, "lesson-text", "Text of the lesson", null);
        text.setEditable(false);
        text.putClientProperty(JTextPane.HONOR_DISPLAY_PROPERTIES, true);
        layOut();
        show(-1);
    }

    private static void name(javax.swing.JComponent part, String name, String words, String tip) {
        part.setName(name);
        part.setToolTipText(tip);
        part.getAccessibleContext().setAccessibleName(words);
        part.getAccessibleContext().setAccessibleDescription(tip);
    }

    private void layOut() {
        JPanel head = new JPanel(new MigLayout("insets 6, fillx", "[grow, fill][]"));
        head.add(which, "wmin 100");
        head.add(begin);
        JScrollPane scroll =
                new JScrollPane(text, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder(1, 1, 1, 1));
        text.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
                scroll.setBorder(BorderFactory.createLineBorder(Shade.now().color(0)));
            }

            @Override
            public void focusLost(FocusEvent e) {
                scroll.setBorder(BorderFactory.createEmptyBorder(1, 1, 1, 1));
            }
        });
        JPanel foot =
                new JPanel(new MigLayout("insets 6, fillx, wrap 2, hidemode 3, gapy 3", "[grow, fill][grow, fill]"));
        for (int k = 0; k < choices.length; k++) {
            choices[k].setName(
                    "lesson-choice-" + Lesson.Answer.values()[k].name().toLowerCase(Locale.ROOT));
            choices[k].getAccessibleContext().setAccessibleDescription("What do you expect? One of three predictions.");
            choices[k].addActionListener(e -> run.setEnabled(true));
            group.add(choices[k]);
            foot.add(choices[k], "span 2, wmin 0");
        }
        foot.add(run, "wmin 0");
        foot.add(hurry, "wmin 0");
        foot.add(progress, "span 2, growx");
        foot.add(seeds, "span 2, growx");
        foot.add(next, "span 2, growx");
        foot.add(sheet, "wmin 0");
        foot.add(leave, "wmin 0");
        root.add(head, BorderLayout.NORTH);
        root.add(scroll, BorderLayout.CENTER);
        root.add(foot, BorderLayout.SOUTH);
    }

    /** The title without reading the whole lesson before anybody wants it. */
    private static String title(String name) {
        return BuiltIn.LESSONS.named(name).title();
    }

    JPanel component() {
        return root;
    }

    /** Ends what runs unseen. */
    void close() {
        ends.run();
    }

    /** Whether a lesson is on. */
    boolean isOn() {
        return lesson != null;
    }

    private void begin() {
        lesson = BuiltIn.LESSONS.named(BuiltIn.LESSONS.names().get(which.getSelectedIndex()));
        answers.clear();
        host.begin(lesson);
        show(-1);
    }

    /** Ends the lesson, if one is on, without going back to the session before it. */
    void drop() {
        if (lesson != null) {
            lesson = null;
            show(-1);
            host.drop();
        }
    }

    private void leave() {
        lesson = null;
        answers.clear();
        show(-1);
        host.leave();
    }

    /** Step -1 is the look before, the one after the last the end. */
    private void show(int wanted) {
        ends.run();
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
        seeds.setVisible(false);
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
            write("<h3>" + escaped(lesson.title()) + "</h3>" + String.join("", answers) + "<p>"
                    + escaped(lesson.afterwards()) + "</p>");
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
        for (JRadioButton choice : choices) {
            choice.setVisible(false); // What was predicted stands in the text, which needs the room.
        }
        run.setVisible(false);
        hurry.setVisible(false);
        next.setEnabled(true);
        next.requestFocusInWindow();
        progress.setValue(100);
        if (Double.isNaN(values[0]) || Double.isNaN(values[1])) {
            write(
                    "<h3>No answer</h3><p>In this run one of the two numbers is undefined: no network was ever dominant.</p>");
            return;
        }
        Lesson.Answer came = e.answer(values[0], values[1]);
        Lesson.Answer predicted = Lesson.Answer.SAME;
        for (int k = 0; k < choices.length; k++) {
            predicted = choices[k].isSelected() ? Lesson.Answer.values()[k] : predicted;
        }
        String said = "<p>" + escaped(e.first().label()) + unit(e.first()) + ": <b>" + read(e.first(), values[0])
                + "</b>, then <b>" + read(e.second(), values[1]) + "</b>. Differences up to "
                + Decimal.of(e.margin(), DIGITS) + " count as the same.</p><p>In this run: <b>"
                + escaped(now.words(came)) + "</b>. You predicted: " + escaped(now.words(predicted))
                + (predicted == came ? " (as it happened)." : " (it came otherwise).") + "</p>";
        happened = "<h3>What happened</h3>" + said + "<p>" + escaped(now.why(came))
                + "</p><p>One patient, one seed. Was it chance? Try other seeds.</p>";
        answers.add("<p><b>" + (step + 1) + ". " + escaped(now.question()) + "</b></p><p><i>" + escaped(now.text())
                + "</i></p>" + said);
        write(happened);
        seeds.setVisible(true);
        seeds.setEnabled(true);
    }

    /** A value with its patient and moment, as in "0.12 (A after 20 s of activity)". */
    private static String read(Lesson.Probe probe, double value) {
        return Decimal.of(value, DIGITS) + "</b> (" + probe.patient() + " after " + Decimal.of(probe.atS(), DIGITS)
                + " s of activity)<b>";
    }

    private static String unit(Lesson.Probe probe) {
        return probe.unit().equals("1") ? "" : " (" + escaped(probe.unit()) + ")";
    }

    private void repeat() {
        Lesson.Step now = lesson.steps().get(step);
        int at = answers.size() - 1;
        String before = answers.get(at);
        seeds.setEnabled(false);
        progress.setValue(0);
        ends = host.repeat(now.experiment(), SEEDS, heard -> {
            int n = heard[0] + heard[1] + heard[2] + heard[3];
            StringBuilder words = new StringBuilder("<p>With ").append(n).append(" other seeds: ");
            for (Lesson.Answer answer : Lesson.Answer.values()) {
                words.append("<br>")
                        .append(heard[answer.ordinal()])
                        .append(" &times; ")
                        .append(escaped(now.words(answer)));
            }
            words.append(heard[3] == 0 ? "" : "<br>" + heard[3] + " &times; undefined")
                    .append("</p>");
            progress.setValue(100 * n / SEEDS);
            answers.set(at, before + words);
            write(happened + words);
            text.setCaretPosition(text.getDocument().getLength());
        });
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
