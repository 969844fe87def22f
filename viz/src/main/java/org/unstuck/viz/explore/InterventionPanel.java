package org.unstuck.viz.explore;

import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Dose;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Time;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Route;
import org.unstuck.protocol.Stimulus;
import org.unstuck.recording.Slow;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.Command;
import org.unstuck.simulate.Live;

/** Condition, cues, doses, infusions, sessions, and the pace of the slow clock. */
final class InterventionPanel {

    private static final List<Stimulus> CUES = List.of(Stimulus.THREAT, Stimulus.SOCIAL, Stimulus.TASK, Stimulus.REST);
    /** Words of the cues, in the order of their buttons. */
    static final List<String> CUE_WORDS = List.of("Threat", "Social", "Task", "Rest");

    private static final double SEVERITY_TICKS = 100;
    /** So long after somebody moved a part it does not follow the patient, who hears of it a moment later; ns. */
    private static final long SETTLES_NS = 500_000_000;

    private static final double[] PACES = {0, 1, 10, 60, 240, 720, 1440};
    private static final List<String> PACE_WORDS = List.of(
            "slow clock stands",
            "1 min per second",
            "10 min per second",
            "1 h per second",
            "4 h per second",
            "12 h per second",
            "1 day per second");
    private static final List<Slow> SHOWN = List.of(
            Slow.GABA,
            Slow.SEDATION,
            Slow.COUNTER,
            Slow.BLOCK_I,
            Slow.DISSOCIATION,
            Slow.GATE,
            Slow.POOL,
            Slow.SEROTONIN_EFFECT);

    /** No letter: there are more fields than letters, and the menu Act has keys for what is done often. */
    private static final char NO_KEY = 0;

    private final Live.Setting setting;
    private final Consumer<Command> commands;
    private final Consumer<String> told;
    private final ScrollingPanel root =
            new ScrollingPanel(new MigLayout("insets 6, fillx, wrap 2, gapy 4", "[grow 0][grow, fill]"));
    private final JComboBox<String> condition = new JComboBox<>();
    private final JSlider severity = new JSlider(0, 200, 100);
    private final JComboBox<String> pace = new JComboBox<>();
    private final JToggleButton[] cues = new JToggleButton[CUES.size()];
    private final JComboBox<String> drug = new JComboBox<>();
    private final JTextField dose = new JTextField("1 mg");
    private final JComboBox<String> route = new JComboBox<>();
    private final JTextField every = new JTextField("8 h");
    private final JTextField times = new JTextField("1");
    private final JTextField over = new JTextField("40 min");
    private final JComboBox<String> session = new JComboBox<>();
    private final JTextField length = new JTextField("60 min");
    private final JLabel[] levels = new JLabel[SHOWN.size()];
    private final JLabel whose = new JLabel("Levels now (A)");
    private boolean showing;
    private long touched = Long.MIN_VALUE / 2;

    InterventionPanel(Live.Setting setting, Consumer<Command> commands, Consumer<String> told) {
        this.setting = setting;
        this.commands = command -> {
            touched = System.nanoTime();
            commands.accept(command);
        };
        this.told = told;
        patient();
        slowClock();
        cues();
        drugs();
        sessions();
        readings();
    }

    JComponent component() {
        JScrollPane scroll =
                new JScrollPane(root, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        return scroll;
    }

    private void heading(String words) {
        JLabel label = new JLabel(words);
        label.putClientProperty("FlatLaf.styleClass", "h4");
        root.add(label, "span 2, gaptop 6");
    }

    private void row(String words, char mnemonic, JComponent field, String name, String tip) {
        JLabel label = new JLabel(words);
        if (mnemonic != NO_KEY) {
            label.setDisplayedMnemonic(mnemonic);
        }
        label.setLabelFor(field);
        name(field, name, words, tip);
        root.add(label);
        root.add(field, "growx, wmin 60");
    }

    private static void name(JComponent field, String name, String words, String tip) {
        field.setName(name);
        field.setToolTipText(tip);
        field.getAccessibleContext().setAccessibleName(words);
        field.getAccessibleContext().setAccessibleDescription(tip);
    }

    private JButton button(String words, char mnemonic, String name, String tip, Runnable task) {
        JButton button = new JButton(words);
        if (mnemonic != NO_KEY) {
            button.setMnemonic(mnemonic);
        }
        name(button, name, words, tip);
        button.addActionListener(e -> task.run());
        return button;
    }

    /** What is typed may be no dose: the message is that of the command line. */
    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (Invalid e) {
            told.accept(e.getMessage());
        } catch (NumberFormatException e) {
            told.accept("The number of doses must be a whole number. Maybe 1.");
        }
    }

    private void patient() {
        heading("Patient");
        String own = setting.condition().name();
        condition.putClientProperty("html.disable", true);
        condition.addItem(own);
        BuiltIn.CONDITIONS.names().stream().filter(n -> !n.equals(own)).forEach(condition::addItem);
        condition.addActionListener(e -> {
            if (!showing) {
                String name = (String) condition.getSelectedItem();
                attempt(() -> commands.accept(
                        new Command.Become(name.equals(own) ? setting.condition() : BuiltIn.CONDITIONS.named(name))));
            }
        });
        row(
                "Condition",
                'O',
                condition,
                "condition",
                "How the patient differs from health: a hypothesis, not a diagnosis");
        severity.addChangeListener(e -> {
            if (!showing) {
                commands.accept(new Command.Severity(severity.getValue() / SEVERITY_TICKS));
            }
        });
        row(
                "Severity",
                'Y',
                severity,
                "severity",
                "0 is healthy, the middle is the condition as described, right is twice that");
    }

    private void slowClock() {
        heading("Slow clock");
        PACE_WORDS.forEach(pace::addItem);
        pace.setSelectedIndex(2);
        pace.addActionListener(e -> {
            if (!showing) {
                commands.accept(new Command.Pace(PACES[pace.getSelectedIndex()]));
            }
        });
        row(
                "Pace",
                NO_KEY,
                pace,
                "pace",
                "How much slow time (drugs, learning) passes with a second of activity. In a session or infusion at most 10 min.");
    }

    private void cues() {
        heading("Cues");
        JPanel panel = new JPanel(new MigLayout("insets 0, fillx, wrap 4", "[grow, fill, sg cue]"));
        for (int c = 0; c < cues.length; c++) {
            Stimulus cue = CUES.get(c);
            JToggleButton button = new JToggleButton(CUE_WORDS.get(c));
            button.setMargin(new java.awt.Insets(2, 2, 2, 2));
            name(
                    button,
                    "cue-" + cue.word(),
                    CUE_WORDS.get(c) + " cue",
                    "On while pressed in (Alt+" + (c + 1) + "): drives " + driven(cue));
            button.addActionListener(e -> commands.accept(new Command.Cue(cue.word(), button.isSelected() ? 1 : 0)));
            cues[c] = button;
            panel.add(button, "growx, wmin 0");
        }
        root.add(panel, "span 2, growx");
    }

    private static String driven(Stimulus cue) {
        List<String> all = new java.util.ArrayList<>(cue.threatened());
        all.addAll(cue.engaged());
        return String.join(", ", all);
    }

    private void drugs() {
        heading("Drug");
        setting.drugs().forEach(d -> drug.addItem(d.name()));
        drug.addActionListener(e -> chosen());
        row("Drug", 'D', drug, "drug", "Its data and sources are in the manual");
        row("Dose", NO_KEY, dose, "dose", "With its unit: mg or mg/kg");
        row("Route", 'U', route, "route", "How it is taken");
        JPanel again = new JPanel(new MigLayout("insets 0, fillx", "[grow, fill][][grow, fill]"));
        name(times, "times", "How many doses", "1 for a single dose");
        name(every, "every", "Interval between doses", "With its unit, as in 8 h");
        again.add(times, "wmin 30");
        JLabel interval = new JLabel("every");
        interval.setLabelFor(every);
        again.add(interval);
        again.add(every, "wmin 40");
        JLabel doses = new JLabel("Doses");
        doses.setLabelFor(times);
        root.add(doses);
        root.add(again, "growx");
        JButton give =
                button("Give dose", 'G', "give", "Now, and again at the interval if there are several", this::give);
        JButton stop = button("Stop drug", NO_KEY, "stop", "No later doses, and the end of an infusion", this::stop);
        JPanel buttons = new JPanel(new MigLayout("insets 0, fillx", "[grow, fill][grow, fill]"));
        buttons.add(give, "wmin 0");
        buttons.add(stop, "wmin 0");
        root.add(buttons, "span 2, growx");
        row("Over", NO_KEY, over, "over", "How long an infusion lasts");
        root.add(
                button("Infuse dose", 'I', "infuse", "The dose at a constant rate into a vein", this::infuse),
                "span 2, growx");
        chosen();
    }

    /** Gives the dose that is written there. */
    void give() {
        attempt(() -> {
            int n = Integer.parseInt(times.getText().strip());
            commands.accept(new Command.Give(
                    drug(),
                    Dose.parse(dose.getText()),
                    (String) route.getSelectedItem(),
                    n > 1 ? Time.parse(every.getText()) : null,
                    n));
        });
    }

    /** Begins the infusion that is written there. */
    void infuse() {
        attempt(() ->
                commands.accept(new Command.Infuse(drug(), Dose.parse(dose.getText()), Time.parse(over.getText()))));
    }

    /** Ends the drug that is chosen. */
    void stop() {
        attempt(() -> commands.accept(new Command.Stop(drug())));
    }

    /** Begins the session that is written there. */
    void begin() {
        attempt(() -> commands.accept(
                new Command.Session((String) session.getSelectedItem(), Time.parse(length.getText()), 1)));
    }

    /** Presses the button of a cue: on if it was off. */
    void cue(int which) {
        cues[which].doClick(0);
    }

    private String drug() {
        return (String) drug.getSelectedItem();
    }

    private void chosen() {
        Drug of = setting.drugs().get(drug.getSelectedIndex());
        route.removeAllItems();
        for (Route r : of.routes()) {
            route.addItem(r.name());
        }
        if (of.usualDose() != null) {
            dose.setText(Decimal.of(of.usualDose().value(), 4) + " mg");
        }
    }

    private void sessions() {
        heading("Session");
        List.of("therapy", "exposure", "sham").forEach(session::addItem);
        row("Kind", 'K', session, "session-kind", "Therapy: threat together with regulation");
        row("Length", NO_KEY, length, "session-length", "On the slow clock");
        root.add(button("Start session", NO_KEY, "session", "It starts now", this::begin), "span 2, growx");
    }

    private void readings() {
        whose.putClientProperty("FlatLaf.styleClass", "h4");
        root.add(whose, "span 2, gaptop 6");
        for (int k = 0; k < levels.length; k++) {
            Slow slow = SHOWN.get(k);
            JLabel name = new JLabel(slow.label());
            name.setToolTipText(slow.meaning());
            levels[k] = new JLabel("0");
            levels[k].setName("level-" + slow.key());
            levels[k].setToolTipText(slow.meaning());
            root.add(name, "span 2, split 2, growx, wmin 0");
            root.add(levels[k], "w 56lp!");
        }
    }

    /** Shows what patient {@code side}, A or B, has now. */
    void follow(Frame.Side now, int side) {
        showing = true;
        String levelsOf = "Levels now (" + (side == Engine.A ? "A)" : "B)");
        if (!levelsOf.equals(whose.getText())) {
            whose.setText(levelsOf);
        }
        boolean settled = System.nanoTime() - touched > SETTLES_NS;
        if (settled && !now.condition.name().equals(condition.getSelectedItem()) && !condition.isPopupVisible()) {
            condition.setSelectedItem(now.condition.name());
        }
        if (settled && !severity.getValueIsAdjusting()) {
            severity.setValue((int) Math.rint(now.severity * SEVERITY_TICKS));
        }
        for (int k = 0; k < PACES.length; k++) {
            if (settled && PACES[k] == now.pace && pace.getSelectedIndex() != k && !pace.isPopupVisible()) {
                pace.setSelectedIndex(k);
            }
        }
        for (int c = 0; c < cues.length; c++) {
            boolean on = now.cues[CUES.get(c).ordinal()] > 0;
            if (settled && cues[c].isSelected() != on && !cues[c].getModel().isPressed()) {
                cues[c].setSelected(on);
            }
        }
        for (int k = 0; k < levels.length; k++) {
            String text = Decimal.of(Math.rint(now.level(SHOWN.get(k)) * 1000) / 1000, 3);
            if (!text.equals(levels[k].getText())) {
                levels[k].setText(text);
            }
        }
        showing = false;
    }
}
