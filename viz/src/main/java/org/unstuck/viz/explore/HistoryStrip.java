package org.unstuck.viz.explore;

import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JToggleButton;
import org.unstuck.describe.Decimal;
import org.unstuck.study.Session;

/** Every run of the session; a click returns to it. Buttons stay as long as their run, so that the focus stays on them. */
final class HistoryStrip {

    private static final int DIGITS = 4;
    private static final double SECONDS = 3600;

    private final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 2));
    private final JScrollPane scroll =
            new JScrollPane(row, JScrollPane.VERTICAL_SCROLLBAR_NEVER, JScrollPane.HORIZONTAL_SCROLLBAR_AS_NEEDED);
    private final List<JToggleButton> buttons = new ArrayList<>();
    private final IntConsumer chosen;
    private int left = Session.NONE;
    private int right = Session.NONE;

    HistoryStrip(IntConsumer chosen) {
        this.chosen = chosen;
        scroll.setBorder(BorderFactory.createEmptyBorder());
        row.getAccessibleContext().setAccessibleName("Runs of this session");
    }

    JComponent component() {
        return scroll;
    }

    /** Shows the runs of {@code session}. */
    void follow(Session session) {
        double sampleS = session.scenario().numerics().sample().hours() * SECONDS;
        List<Session.Run> runs = session.runs();
        boolean moved = session.left() != left || session.right() != right || runs.size() != buttons.size();
        left = session.left();
        right = session.right();
        while (buttons.size() > runs.size()) {
            row.remove(buttons.remove(buttons.size() - 1));
        }
        while (buttons.size() < runs.size()) {
            add();
        }
        for (int i = 0; i < runs.size(); i++) {
            show(buttons.get(i), i, runs.get(i), sampleS);
        }
        if (moved) {
            row.revalidate();
            row.repaint();
            JToggleButton shown = buttons.get(left);
            javax.swing.SwingUtilities.invokeLater(() -> row.scrollRectToVisible(shown.getBounds()));
        }
    }

    private void add() {
        int number = buttons.size();
        JToggleButton button = new JToggleButton();
        button.putClientProperty("html.disable", true);
        button.setName("run-" + (number + 1));
        button.addActionListener(e -> {
            button.setSelected(isShown(number));
            chosen.accept(number);
        });
        buttons.add(button);
        row.add(button);
    }

    private boolean isShown(int run) {
        return run == left || run == right;
    }

    private void show(JToggleButton button, int number, Session.Run run, double sampleS) {
        String side = number == left ? "A: " : number == right ? "B: " : "";
        String words = side + run.name() + " · " + Decimal.of(Math.floor(run.samples() * sampleS), DIGITS) + " s";
        if (!words.equals(button.getText())) {
            button.setText(words);
            button.getAccessibleContext().setAccessibleName((side.isEmpty() ? "Return to " : "Shown as ") + words);
            int n = run.commands().size();
            button.setToolTipText((n == 1 ? "1 command. " : n + " commands. ")
                    + (side.isEmpty() ? "Click to return: the run is done again and goes on." : "This run is shown."));
        }
        if (button.isSelected() == side.isEmpty()) {
            button.setSelected(!side.isEmpty());
        }
    }
}
