package org.unstuck.viz.explore;

import java.awt.FlowLayout;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.unstuck.describe.Decimal;
import org.unstuck.study.Session;

/** Every run of the session; a click returns to it. */
final class HistoryStrip {

    private static final double MS = 1000;

    private final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 2));
    private final JScrollPane scroll =
            new JScrollPane(row, JScrollPane.VERTICAL_SCROLLBAR_NEVER, JScrollPane.HORIZONTAL_SCROLLBAR_AS_NEEDED);
    private final IntConsumer chosen;
    private String shown = "";

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
        double sampleMs = session.scenario().numerics().sample().hours() * 3.6e6;
        StringBuilder now =
                new StringBuilder().append(session.left()).append(' ').append(session.right());
        List<Session.Run> runs = session.runs();
        for (Session.Run run : runs) {
            now.append(run.name())
                    .append(run.samples() * sampleMs / MS / 10 > 0 ? (int) (run.samples() * sampleMs / MS / 10) : 0)
                    .append(run.commands().size());
        }
        if (now.toString().equals(shown)) {
            return;
        }
        shown = now.toString();
        row.removeAll();
        for (int i = 0; i < runs.size(); i++) {
            Session.Run run = runs.get(i);
            int number = i;
            String side = i == session.left() ? "A: " : i == session.right() ? "B: " : "";
            String words = side + run.name() + " · " + Decimal.of(Math.floor(run.samples() * sampleMs / MS), 4) + " s";
            JButton button = new JButton(words);
            button.setName("run-" + (i + 1));
            button.setEnabled(side.isEmpty());
            button.setToolTipText(
                    run.commands().size() + " commands. Click to return: the run is done again and goes on.");
            button.getAccessibleContext().setAccessibleName("Return to " + words);
            button.addActionListener(e -> chosen.accept(number));
            row.add(button);
        }
        row.revalidate();
        row.repaint();
    }
}
