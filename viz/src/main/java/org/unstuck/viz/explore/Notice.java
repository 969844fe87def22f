package org.unstuck.viz.explore;

import java.awt.BorderLayout;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** What went wrong, in full and inside the window, until it is put away. Nothing waits for it. */
final class Notice {

    private static final int MOST_LINES = 5;

    private final JPanel root = new JPanel(new BorderLayout(8, 0));
    private final JTextArea text = new JTextArea();
    private final JButton dismiss = new JButton("Dismiss");

    Notice() {
        text.setName("notice-text");
        text.getAccessibleContext().setAccessibleName("Notice");
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setOpaque(false);
        dismiss.setName("notice-dismiss");
        dismiss.getAccessibleContext().setAccessibleDescription("Puts the notice away");
        dismiss.addActionListener(e -> root.setVisible(false));
        JScrollPane scroll =
                new JScrollPane(text, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        JPanel side = new JPanel(new BorderLayout());
        side.setOpaque(false);
        side.add(dismiss, BorderLayout.NORTH);
        root.add(scroll, BorderLayout.CENTER);
        root.add(side, BorderLayout.EAST);
        root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "dismiss");
        root.getActionMap().put("dismiss", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
                root.setVisible(false);
            }
        });
        root.setName("notice");
        root.setVisible(false);
    }

    JComponent component() {
        return root;
    }

    /** Shows {@code lines}; {@code grab}: the focus goes to the button that puts them away. */
    void show(List<String> lines, boolean grab) {
        Shade shade = Shade.now();
        root.setBackground(Shade.mix(shade.paper(), shade.color(1), 0.22));
        root.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 6, 0, 0, shade.color(1)),
                BorderFactory.createEmptyBorder(4, 8, 4, 6)));
        text.setForeground(shade.ink());
        text.setText(String.join("\n", lines));
        text.setRows(Math.min(MOST_LINES, Math.max(2, lines.size())));
        text.setCaretPosition(0);
        root.setVisible(true);
        root.revalidate();
        if (grab) {
            SwingUtilities.invokeLater(dismiss::requestFocusInWindow); // When the dialog that asked for a file is gone.
        }
    }
}
