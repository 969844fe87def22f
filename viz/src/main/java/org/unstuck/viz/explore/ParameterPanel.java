package org.unstuck.viz.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Parameters.Declaration;
import org.unstuck.mass.NeuralMass;
import org.unstuck.simulate.Command;
import org.unstuck.simulate.ModelParameters;

/** Every number of the model in its group, with a search. Groups and rows come from the declarations. */
final class ParameterPanel {

    private record Group(int number, String title, List<ParameterRow> rows) {}

    private final JPanel root = new JPanel(new MigLayout("insets 6, fill, wrap 1", "[grow]", "[]4[]4[grow]"));
    private final ScrollingPanel list =
            new ScrollingPanel(new MigLayout("insets 0 2 0 2, wrap 5, gapy 1", "[][grow]2[]2[]0[]"));
    private final JTextField search = new JTextField();
    private final JLabel count = new JLabel(" ");
    private final List<Group> groups = new ArrayList<>();

    /** Rows for {@code start}; what is changed goes to {@code commands}. */
    ParameterPanel(ModelParameters start, Consumer<Command> commands) {
        var components = ModelParameters.class.getRecordComponents();
        List<Record> records = start.groups();
        for (int g = 0; g < records.size(); g++) { // The last, another neural mass, need not be there.
            String name = components[g].getName();
            Record record = records.get(g);
            boolean mass = record instanceof NeuralMass;
            if (mass && record != start.neuralMass()) {
                continue; // Its numbers are not used.
            }
            List<ParameterRow> rows = new ArrayList<>();
            for (Declaration d : Parameters.of(record.getClass())) {
                rows.add(new ParameterRow(
                        name,
                        d,
                        Parameters.value(record, d.name()),
                        v -> commands.accept(new Command.Set(name, d.name(), v))));
            }
            String meaning = components[g].getAnnotation(Meaning.class).value();
            String title = mass
                    ? "The neural mass: " + start.neuralMass().name()
                    : Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1);
            groups.add(mass ? 0 : groups.size(), new Group(g, title, rows));
        }
        search.setName("parameter-search");
        search.putClientProperty("JTextField.placeholderText", "Search, as in GABA, tau, rate");
        search.setToolTipText("Shows only parameters whose symbol, name or meaning has these letters");
        search.getAccessibleContext().setAccessibleName("Search parameters");
        search.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                fill();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                fill();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                fill();
            }
        });
        JButton all = new JButton("Reset all");
        all.setName("parameter-reset-all");
        all.setMnemonic('R');
        all.setToolTipText("Every parameter back to the scenario");
        all.addActionListener(e -> groups.forEach(g -> g.rows().forEach(ParameterRow::reset)));
        JPanel head = new JPanel(new MigLayout("insets 0, fillx", "[grow][]"));
        head.add(search, "growx, wmin 80");
        head.add(all);
        root.add(head, "growx");
        root.add(count, "growx, wmin 0");
        JScrollPane scroll =
                new JScrollPane(list, JScrollPane.VERTICAL_SCROLLBAR_ALWAYS, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(24);
        root.add(scroll, "grow, wmin 0");
        fill();
    }

    JPanel component() {
        return root;
    }

    private void fill() {
        list.removeAll();
        String words = search.getText();
        for (Group group : groups) {
            List<ParameterRow> found =
                    group.rows().stream().filter(r -> r.matches(words)).toList();
            if (!found.isEmpty()) {
                JLabel title = new JLabel(group.title());
                title.putClientProperty("FlatLaf.styleClass", "h4");
                list.add(title, "newline, span 5, gaptop 8, wmin 0");
                found.forEach(r -> r.addTo(list));
            }
        }
        list.revalidate();
        list.repaint();
        count();
    }

    private void count() {
        long all = groups.stream().mapToLong(g -> g.rows().size()).sum();
        long changed = groups.stream()
                .flatMap(g -> g.rows().stream())
                .filter(ParameterRow::isChanged)
                .count();
        String words = all + " parameters, " + (changed == 0 ? "none" : changed) + " changed (●)";
        if (!words.equals(count.getText())) {
            count.setText(words);
        }
    }

    /** Shows what the patient has now. */
    void follow(ModelParameters now) {
        List<Record> records = now.groups();
        for (Group group : groups) {
            Record record = records.get(group.number());
            List<Declaration> declared = Parameters.of(record.getClass());
            List<ParameterRow> rows = group.rows();
            for (int r = 0; r < rows.size(); r++) {
                rows.get(r).follow(Parameters.value(record, declared.get(r).name()));
            }
        }
        count();
    }
}
