package org.unstuck.viz.explore;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.function.Supplier;
import org.unstuck.mass.WilsonCowan;

/**
 * The E-I plane of one region: where dE/dt = 0 and where dI/dt = 0 for the input of this moment without its fluctuation, and the
 * point where the region is. The curves move because adaptation and the input from other regions do:
 *
 * <pre>
 *   dE/dt = 0:  I = (n_E w_EE E + G C - a + P - theta_E - logit E) / (gamma w_EI)
 *   dI/dt = 0:  E = (logit I + w_II I + theta_I - G_D D) / (n_I w_IE)
 * </pre>
 */
final class PhaseView {

    private static final int STEPS = 160;
    /** Height from which there is room for a key, px. */
    private static final double ROOM = 120;

    private final Supplier<Frame> frames;
    private final Chart chart;
    private Shade shade = Shade.now();
    private int region;

    PhaseView(Supplier<Frame> frames) {
        this.frames = frames;
        this.chart = new Chart(
                        "phase-plane",
                        "Phase plane of a region: inhibition against excitation",
                        Chart.axis("excitation E", 0, 1, 0.25),
                        Chart.axis("inhibition I", 0, 1, 0.25),
                        this::draw)
                .tips(at -> "E and I of one region. Solid: dE/dt = 0, dashed: dI/dt = 0 at the input of this moment");
    }

    Chart chart() {
        return chart;
    }

    void region(int i) {
        region = i;
    }

    void dress(Shade now) {
        shade = now;
        chart.dress(now);
    }

    private void draw(Painted.Brush b) {
        Frame frame = frames.get();
        for (int side = 0; side < frame.sides.length; side++) {
            Frame.Side now = frame.sides[side];
            if (now.on && region < now.E.length) {
                curves(b, now, side, frame.sides[Engine.B].on);
            }
        }
    }

    private void curves(Painted.Brush b, Frame.Side now, int side, boolean two) {
        WilsonCowan p = now.parameters.wilsonCowan();
        int i = region;
        Path2D ofE = new Path2D.Double();
        Path2D ofI = new Path2D.Double();
        double outer = p.globalGain() * now.excitation[i] - now.a[i] + now.drive[i] - p.thetaE();
        for (int s = 1; s < STEPS; s++) {
            double v = (double) s / STEPS;
            double logit = Math.log(v / (1 - v));
            double I = (now.nmdaGainE[i] * p.wEE() * v + outer - logit) / (now.gabaGain[i] * p.wEI());
            double E = (logit + p.wII() * v + p.thetaI() - p.globalGainD() * now.suppression[i])
                    / (now.nmdaGainI[i] * p.wIE());
            extend(ofE, b.px(v), b.py(clip(I)));
            extend(ofI, b.px(clip(E)), b.py(v));
        }
        Graphics2D g = b.g();
        BasicStroke dashed = new BasicStroke(1.4f, 0, 1, 1, new float[] {6, 4}, 0);
        g.setColor(two ? shade.side(side) : shade.color(3));
        g.setStroke(new BasicStroke(1.6f));
        g.draw(ofE);
        g.setColor(two ? shade.side(side) : shade.color(0));
        g.setStroke(dashed);
        g.draw(ofI);
        double r = 5;
        double x = b.px(now.E[i]);
        double y = b.py(now.I[i]);
        g.setColor(two ? shade.side(side) : shade.ink());
        g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        b.label(two ? (side == Engine.A ? "A" : "B") : "now", shade.ink(), x, y);
        if (!two && b.area().getHeight() > ROOM) {
            Font font = Chart.font(Font.PLAIN, -2);
            double right = b.area().getMaxX() - 4;
            b.text("solid: dE/dt = 0", font, shade.soft(), right, b.area().getMaxY() - 18, 1);
            b.text("dashed: dI/dt = 0", font, shade.soft(), right, b.area().getMaxY() - 5, 1);
        }
    }

    private static double clip(double v) {
        return Math.max(-1, Math.min(2, v));
    }

    private static void extend(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }
}
