package org.unstuck.viz.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.simulate.ModelParameters;

/** The charts: networks and activity in the middle, side by side for two patients; planes and connectivity on the right. */
final class Bench {

    /** Frames between two looks at words: twice a second. */
    private static final int READ_EVERY = 15;
    /** Frames between two drawings while time stands. */
    private static final int STANDING_EVERY = 6;

    private final Supplier<Frame> frames;
    private final JPanel root =
            new JPanel(new MigLayout("insets 0, fill, gap 4", "[grow, fill]4[33%!, fill]", "[grow, fill]"));
    private final JPanel middle = new JPanel(new MigLayout("insets 0, fill, gap 4, hidemode 3", "", ""));
    private final List<NetworkView> networks = new ArrayList<>();
    private final List<TraceView> traces = new ArrayList<>();
    private final DifferenceView difference;
    private final PhaseView phase;
    private final AxesView axes;
    private final ConnectivityView connectivity;
    private final JComboBox<String> region = new JComboBox<>();
    private final JLabel[] heads = {new JLabel("A"), new JLabel("B")};
    private final List<Chart> past = new ArrayList<>();
    private final long[] drawn = {-1, -1};
    private final ModelParameters[] parameters = new ModelParameters[2];
    private boolean two;
    private long ticks;

    Bench(Network network, Supplier<Frame> frames) {
        this.frames = frames;
        for (int side : new int[] {Engine.A, Engine.B}) {
            networks.add(new NetworkView(network, side, frames));
            traces.add(new TraceView(network, side, frames));
        }
        difference = new DifferenceView(network, frames);
        traces.forEach(t -> past.add(t.chart()));
        past.add(difference.chart());
        phase = new PhaseView(frames);
        axes = new AxesView(frames);
        connectivity = new ConnectivityView(network, frames);
        for (Region r : network.regions()) {
            region.addItem(r.name());
        }
        int amygdala = network.regionNames().indexOf("AMY");
        region.setName("region");
        region.getAccessibleContext().setAccessibleName("Region of the phase plane");
        region.setToolTipText("Whose excitation and inhibition are shown");
        region.putClientProperty("html.disable", true);
        region.addActionListener(e -> phase.region(region.getSelectedIndex()));
        region.setSelectedIndex(Math.max(0, amygdala));
        root.add(middle, "grow, wmin 0");
        root.add(right(), "grow, wmin 0");
        heads[0].setName("head-A");
        heads[1].setName("head-B");
        for (JLabel head : heads) {
            head.putClientProperty("html.disable", true);
        }
        arrange(false);
    }

    private JPanel right() {
        JPanel right = new JPanel(new MigLayout(
                "insets 0, fill, wrap 1, gap 2", "[grow, fill]", "[][grow, fill][][grow, fill][][grow, fill]"));
        JPanel head = new JPanel(new MigLayout("insets 0 0 0 2, fillx", "[grow][]"));
        JLabel title = title("Phase plane");
        title.setLabelFor(region);
        head.add(title, "wmin 0");
        head.add(region);
        right.add(head);
        right.add(phase.chart().panel(), "grow, hmin 90, wmin 0");
        right.add(title("Intensity and shifts"), "wmin 0");
        right.add(axes.chart().panel(), "grow, hmin 90, wmin 0");
        right.add(title("Connectivity"), "wmin 0");
        right.add(connectivity.chart().panel(), "grow, hmin 90, wmin 0");
        return right;
    }

    private static JLabel title(String words) {
        JLabel label = new JLabel(words);
        label.putClientProperty("FlatLaf.styleClass", "h4");
        return label;
    }

    JPanel component() {
        return root;
    }

    /** One patient, or two side by side with their difference below. */
    private void arrange(boolean both) {
        two = both;
        middle.removeAll();
        String columns = both ? "[50%, fill]4[50%, fill]" : "[grow, fill]";
        String rows = both
                ? "[][grow 55, fill][grow 45, fill][104:104:170, fill, grow 20]"
                : "[][grow 60, fill][grow 40, fill]";
        middle.setLayout(new MigLayout("insets 0, fill, gap 2", columns, rows));
        String span = "wmin 0";
        for (int side = 0; side <= (both ? 1 : 0); side++) {
            middle.add(heads[side], "cell " + side + " 0, wmin 0");
            middle.add(networks.get(side).chart().panel(), "cell " + side + " 1, grow, hmin 100, " + span);
            middle.add(traces.get(side).chart().panel(), "cell " + side + " 2, grow, hmin 80, " + span);
        }
        if (both) {
            middle.add(difference.chart().panel(), "cell 0 3 2 1, grow, wmin 0");
        }
        middle.revalidate();
        middle.repaint();
    }

    /** Regions one by one, or means of networks. */
    void showRegions(boolean each) {
        traces.forEach(t -> t.showRegions(each));
    }

    /** Takes the colours of the window. */
    void dress(Shade shade) {
        networks.forEach(v -> v.dress(shade));
        traces.forEach(v -> v.dress(shade));
        difference.dress(shade);
        phase.dress(shade);
        axes.dress(shade);
        connectivity.dress(shade);
    }

    /** All charts, for export. */
    List<Chart> charts() {
        List<Chart> all = new ArrayList<>();
        networks.forEach(v -> all.add(v.chart()));
        traces.forEach(v -> all.add(v.chart()));
        all.addAll(List.of(difference.chart(), phase.chart(), axes.chart(), connectivity.chart()));
        return all;
    }

    /** Whether {@code now} looks as the frame before it. */
    private boolean stands(Frame now, boolean moving) {
        boolean same = !moving;
        for (int side = 0; side < drawn.length; side++) {
            same &= drawn[side] == now.sides[side].samples && parameters[side] == now.sides[side].parameters;
            drawn[side] = now.sides[side].samples;
            parameters[side] = now.sides[side].parameters;
        }
        return same;
    }

    /** Shows the latest frame; while time stands, only now and then. */
    void refresh(boolean moving) {
        Frame now = frames.get();
        ticks++;
        if (now.sides[Engine.B].on != two) {
            arrange(!two);
        }
        for (int side = 0; side < heads.length; side++) {
            if (ticks % READ_EVERY == 0 && now.sides[side].on) {
                String words =
                        (side == Engine.A ? "A, " : "B, ") + networks.get(side).description(now.sides[side]);
                heads[side].setToolTipText(now.sides[side].run);
                if (!words.equals(heads[side].getText())) {
                    heads[side].setText(words);
                }
            }
        }
        if (stands(now, moving) && ticks % STANDING_EVERY != 0) {
            return;
        }
        phase.follow(now);
        Past.follow(now, past);
        for (Chart chart : charts()) {
            chart.refresh(moving);
        }
    }
}
