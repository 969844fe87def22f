package org.unstuck.viz.explore;

import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.unstuck.describe.Decimal;

/** Play, step and speed; one patient or two, and whom commands go to. */
final class Transport {

    /** The speed slider moves in quarters of a doubling, from 2^-2 to 2^6. */
    private static final int PER_DOUBLING = 4;

    private static final int LOWEST = -2 * PER_DOUBLING;
    private static final int HIGHEST = 6 * PER_DOUBLING;

    /** So long after somebody moved a part it does not follow the engine, which hears of it a moment later; ns. */
    private static final long SETTLES_NS = 500_000_000;

    /** Whoever is aimed at has the colour that it has in the charts. */
    private static final String[] STYLES = {
        "selectedBackground: #0072B2; selectedForeground: #FFFFFF",
        "selectedBackground: #E69F00; selectedForeground: #000000",
        "selectedBackground: #555555; selectedForeground: #FFFFFF"
    };

    private final JPanel root =
            new JPanel(new MigLayout("insets 4 6 4 6, fillx, hidemode 3", "[][][][][][]push[][][][][]"));
    private final JToggleButton play = new JToggleButton("Pause");
    private final JSlider speed = new JSlider(LOWEST, HIGHEST, 0);
    private final JLabel times = new JLabel("1x");
    private final JToggleButton compare = new JToggleButton("Compare A | B");
    private final JLabel to = new JLabel("Commands go to");
    private final JToggleButton[] targets = {new JToggleButton("A"), new JToggleButton("B"), new JToggleButton("both")};
    private boolean showing;
    private long touched = Long.MIN_VALUE / 2;

    /** What the buttons do. */
    interface Actions {
        /** Plays or pauses. */
        void play(boolean on);

        /** One sample. */
        void step();

        /** Sets the speed. */
        void speed(double times);

        /** Adds or removes patient B. */
        void compare(boolean on);

        /** Begins a new run. */
        void restart();

        /** Scans now. */
        void scan();
    }

    Transport(Actions actions) {
        name(play, "play", "Play or pause", "Lets time pass, or holds it: F5");
        play.setSelected(true);
        play.setMnemonic('P');
        play.addActionListener(e -> {
            touched = System.nanoTime();
            actions.play(play.isSelected());
        });
        JButton step = button("Step", 'T', "step", "One sample of 40 ms: F7", actions::step);
        JButton restart = button(
                "New run", 'N', "restart", "Starts again; the old run stays in the history: Ctrl+N", actions::restart);
        JButton scan = button(
                "Scan",
                'S',
                "scan",
                "Rest and cues from this moment: all measures of a report, for every patient: Ctrl+K",
                actions::scan);
        name(speed, "speed", "Speed", "How much activity passes per second of real time: Ctrl+comma, Ctrl+point");
        speed.addChangeListener(e -> {
            if (!showing) {
                touched = System.nanoTime();
                actions.speed(Math.pow(2, speed.getValue() / (double) PER_DOUBLING));
            }
        });
        times.setName("speed-value");
        name(compare, "compare", "Compare A and B", "B begins as a copy of A, with the same noise: Ctrl+B");
        compare.setMnemonic('M');
        compare.addActionListener(e -> actions.compare(compare.isSelected()));
        ButtonGroup group = new ButtonGroup();
        root.add(play, "sg play, wmin 68lp");
        root.add(step);
        JLabel label = new JLabel("Speed");
        label.setLabelFor(speed);
        root.add(label, "gapleft 6");
        root.add(speed, "w 90lp:120lp:120lp");
        root.add(times, "w 46lp!");
        root.add(restart);
        root.add(to);
        String[] words = {"A", "B", "both"};
        for (int k = 0; k < targets.length; k++) {
            name(targets[k], "to-" + words[k], "Commands go to " + words[k], "Whom parameters, cues and doses reach");
            targets[k].putClientProperty("FlatLaf.style", STYLES[k]);
            group.add(targets[k]);
            root.add(targets[k], "gap 0");
        }
        targets[Engine.A].setSelected(true);
        root.add(compare);
        root.add(scan);
        target(false);
    }

    private static void name(JComponent part, String name, String words, String tip) {
        part.setName(name);
        part.setToolTipText(tip);
        part.getAccessibleContext().setAccessibleName(words);
        part.getAccessibleContext().setAccessibleDescription(tip);
    }

    private static JButton button(String words, char mnemonic, String name, String tip, Runnable task) {
        JButton button = new JButton(words);
        button.setMnemonic(mnemonic);
        name(button, name, words, tip);
        button.addActionListener(e -> task.run());
        return button;
    }

    JPanel component() {
        return root;
    }

    private void target(boolean two) {
        to.setVisible(two);
        for (JToggleButton b : targets) {
            b.setVisible(two);
        }
    }

    /** Whether commands go to A. */
    boolean toA() {
        return !targets[Engine.B].isSelected() || !targets[Engine.B].isVisible();
    }

    /** Whether commands go to B. */
    boolean toB() {
        return targets[0].isVisible() && !targets[Engine.A].isSelected();
    }

    /** Chooses B as the target: what one does right after adding it. */
    void aimAtB() {
        targets[Engine.B].setSelected(true);
    }

    /** Shows what the engine does. */
    void follow(Frame now) {
        showing = true;
        String words = now.playing ? "Pause" : "Play";
        if (!words.equals(play.getText())) {
            play.setText(words);
        }
        if (now.playing != play.isSelected() && System.nanoTime() - touched > SETTLES_NS) {
            play.setSelected(now.playing);
        }
        int value = (int) Math.rint(Math.log(now.speed) / Math.log(2) * PER_DOUBLING);
        if (!speed.getValueIsAdjusting() && speed.getValue() != value && System.nanoTime() - touched > SETTLES_NS) {
            speed.setValue(value);
        }
        String x = Decimal.of(now.speed, 2) + "x";
        if (!x.equals(times.getText())) {
            times.setText(x);
        }
        boolean two = now.sides[Engine.B].on;
        if (two != targets[0].isVisible()) {
            target(two);
            compare.setSelected(two);
            if (two) {
                aimAtB();
            }
        }
        showing = false;
    }
}
