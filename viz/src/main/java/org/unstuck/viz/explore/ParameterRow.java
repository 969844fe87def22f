package org.unstuck.viz.explore;

import java.awt.Color;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters.Declaration;

/** One number of the model: symbol, slider over the range explored, value, unit, reset. Made from its declaration alone. */
final class ParameterRow {

    private static final int TICKS = 400;
    /** So long after somebody moved it a row does not follow the patient, who hears of it a moment later; ns. */
    private static final long SETTLES_NS = 500_000_000;

    private static final int DIGITS = 4;

    private final Declaration declaration;
    private final double start;
    private final DoubleConsumer changed;
    private final JLabel symbol;
    private final JSlider slider;
    private final JTextField field;
    private final JButton reset;
    private double value;
    private boolean showing;
    private long touched = Long.MIN_VALUE / 2;

    /**
     * A row.
     *
     * @param group words of its group, for screen readers
     * @param start the value of the scenario, to which reset goes back
     * @param changed told of every new value
     */
    ParameterRow(String group, Declaration declaration, double start, DoubleConsumer changed) {
        Parameter p = declaration.declared();
        this.declaration = declaration;
        this.start = start;
        this.changed = changed;
        String tip = tip(declaration, start);
        this.symbol = new JLabel(markup(p.symbol()));
        symbol.setToolTipText(tip);
        this.slider = new JSlider(0, TICKS);
        slider.setName(group + "." + declaration.name());
        slider.setToolTipText(tip);
        slider.getAccessibleContext().setAccessibleName(p.meaning());
        slider.getAccessibleContext()
                .setAccessibleDescription(p.symbol() + ", " + words(p.low()) + " to " + words(p.high()) + unit(p));
        symbol.setLabelFor(slider);
        this.field = new JTextField(6);
        field.setName(slider.getName() + ".value");
        field.setToolTipText(tip);
        field.getAccessibleContext().setAccessibleName(p.meaning() + unit(p));
        this.reset = new JButton("↺");
        reset.setName(slider.getName() + ".reset");
        reset.setToolTipText("Back to " + words(start) + unit(p));
        reset.getAccessibleContext().setAccessibleName("Reset " + p.meaning());
        reset.putClientProperty("JButton.buttonType", "toolBarButton");
        slider.addChangeListener(e -> {
            if (!showing) {
                take(p.low() + (p.high() - p.low()) * slider.getValue() / TICKS);
            }
        });
        field.addActionListener(e -> typed());
        field.addFocusListener(new java.awt.event.FocusAdapter() {
            @Override
            public void focusLost(java.awt.event.FocusEvent e) {
                typed();
            }
        });
        reset.addActionListener(e -> take(start));
        show(start);
    }

    /** Adds the parts to a panel with five columns. */
    void addTo(JPanel panel) {
        panel.add(symbol, "newline, sg symbol");
        panel.add(slider, "growx, wmin 50");
        panel.add(field, "w 66lp!");
        panel.add(unitLabel(), "sg unit");
        panel.add(reset, "gapright 2");
    }

    private JLabel unitLabel() {
        String unit = declaration.declared().unit();
        JLabel label = new JLabel(unit.equals("1") ? "" : unit);
        label.setToolTipText(symbol.getToolTipText());
        return label;
    }

    /** Whether {@code words} occur in its name, symbol or meaning. */
    boolean matches(String words) {
        Parameter p = declaration.declared();
        String all = (declaration.name() + " " + p.symbol() + " " + p.meaning()).toLowerCase(Locale.ROOT);
        return all.contains(words.toLowerCase(Locale.ROOT).strip());
    }

    boolean isChanged() {
        return value != start;
    }

    void reset() {
        if (isChanged()) {
            take(start);
        }
    }

    /** Shows {@code now} without telling anybody; not while it is being edited. */
    void follow(double now) {
        boolean typing = field.isFocusOwner() && !field.getText().equals(words(value));
        if (now != value && !slider.getValueIsAdjusting() && !typing && System.nanoTime() - touched > SETTLES_NS) {
            show(now);
        }
    }

    private void typed() {
        try {
            double wanted = Double.parseDouble(field.getText().strip().replace(',', '.'));
            if (!words(wanted).equals(words(value))) {
                take(wanted);
            } else {
                show(value);
            }
        } catch (NumberFormatException e) {
            show(value);
        }
    }

    private void take(double wanted) {
        touched = System.nanoTime();
        show(wanted);
        changed.accept(wanted);
    }

    private void show(double now) {
        Parameter p = declaration.declared();
        value = now;
        showing = true;
        slider.setValue((int) Math.rint((now - p.low()) / (p.high() - p.low()) * TICKS));
        showing = false;
        field.setText(words(now));
        symbol.setText(markup((isChanged() ? "● " : "") + p.symbol()));
        Color mark = Shade.now().color(3);
        symbol.setForeground(isChanged() ? mark : null);
        reset.setEnabled(isChanged());
    }

    private static String words(double v) {
        return Decimal.of(v, DIGITS);
    }

    private static String unit(Parameter p) {
        return p.unit().equals("1") ? "" : " " + p.unit();
    }

    /** Subscripts as in the equations: tau_E becomes a Greek letter with a small E. */
    private static String markup(String symbol) {
        String text = symbol.replace("tau", "τ")
                .replace("theta", "θ")
                .replace("sigma", "σ")
                .replace("gamma", "γ")
                .replace("alpha", "α")
                .replace("lambda", "λ")
                .replace("beta", "β")
                .replace("kappa", "κ")
                .replace("chi", "χ")
                .replace("rho", "ρ")
                .replace("eta", "η")
                .replace("mu", "μ")
                .replace("nu", "ν");
        int at = text.indexOf('_');
        return at < 0
                ? text
                : "<html><nobr>" + text.substring(0, at) + "<sub>" + text.substring(at + 1) + "</sub></nobr></html>";
    }

    private static String tip(Declaration d, double start) {
        Parameter p = d.declared();
        return "<html><body style='width:260px'><b>" + escaped(p.symbol()) + "</b> " + escaped(p.meaning())
                + "<br>Range explored: " + words(p.low()) + " to " + words(p.high()) + escaped(unit(p))
                + ". Here: " + words(start) + escaped(unit(p)) + ". Default: " + words(p.value()) + escaped(unit(p))
                + ".<br>" + escaped(p.status().name().toLowerCase(Locale.ROOT)) + ", evidence "
                + escaped(p.evidence().name().toLowerCase(Locale.ROOT)) + ".<br><i>" + escaped(p.source())
                + "</i></body></html>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
