package org.unstuck.viz.explore;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;
import org.unstuck.describe.Decimal;
import org.unstuck.metric.Measurement;
import org.unstuck.study.Assessment;
import org.unstuck.study.Outcome;

/** All measures of a scan, side by side: the same that reports are made of, and they may disagree. */
final class ScanTable {

    private static final int DIGITS = 3;
    private static final Dimension SIZE = new Dimension(560, 400);

    private ScanTable() {}

    static JDialog show(JFrame over, String title, Map<String, Assessment> scans) {
        List<String> columns = new ArrayList<>(List.of("Measure", "Unit"));
        columns.addAll(scans.keySet());
        DefaultTableModel model = new DefaultTableModel(columns.toArray(), 0) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isCellEditable(int row, int column) {
                return false;
            }
        };
        for (Outcome outcome : Outcome.values()) {
            List<Object> row = new ArrayList<>(List.of(outcome.label(), outcome.unit()));
            for (Assessment scan : scans.values()) {
                row.add(
                        outcome.of(scan) instanceof Measurement.Defined d
                                ? Decimal.of(d.value(), DIGITS)
                                : "undefined");
            }
            model.addRow(row.toArray());
        }
        JTable table = new JTable(model);
        table.setName("scan-table");
        table.getColumnModel().getColumn(0).setPreferredWidth(240);
        table.getColumnModel().getColumn(1).setPreferredWidth(130);
        table.getAccessibleContext().setAccessibleName("Measures of the scan");
        JDialog dialog = new JDialog(over, title, false);
        dialog.setName("scan");
        dialog.add(
                new JLabel(
                        "  One scan of one virtual patient: no intervals. More is not better, and measures disagree."),
                BorderLayout.NORTH);
        dialog.add(new JScrollPane(table), BorderLayout.CENTER);
        dialog.setSize(SIZE);
        dialog.setLocationRelativeTo(over);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        dialog.setVisible(true);
        return dialog;
    }
}
