package org.unstuck.landscape;

import java.util.Arrays;
import org.unstuck.integrate.Drift;
import org.unstuck.integrate.Heun;
import org.unstuck.integrate.Rows;
import org.unstuck.integrate.Scheme;
import org.unstuck.noise.Address;
import org.unstuck.noise.GaussianStreams;

/** Many runs of a noisy field side by side, from one state, with {@link Heun}. The noise of run k is addressed by its number. */
final class NoisyRun {

    private final Noisy noisy;
    private final double dt;
    private final Drift drift;
    private final Scheme.Stepper stepper;
    private final double[][] y;
    private final double[][] dN;
    private final GaussianStreams[] normal;
    private long done;

    NoisyRun(Noisy noisy, double dt, double[] start, int runs, Address seed) {
        this.noisy = noisy;
        this.dt = dt;
        int n = noisy.field().dimension();
        this.drift = noisy.field().start(runs);
        this.stepper = new Heun().start(n, runs);
        this.y = Rows.of(n, runs);
        this.dN = new double[n][];
        this.normal = new GaussianStreams[n];
        for (int i = 0; i < n; i++) {
            if (i < start.length) {
                Arrays.fill(y[i], start[i]);
            }
            if (noisy.amplitude()[i] > 0) {
                dN[i] = Rows.of(runs);
                normal[i] = new GaussianStreams(runs);
                for (int k = 0; k < runs; k++) {
                    normal[i].address(
                            k, seed.with("run", k).with(noisy.field().names().get(i)));
                }
            }
        }
    }

    double step() {
        return dt;
    }

    /** Time since the start. */
    double time() {
        return done * dt;
    }

    /** The live state {@code state[coordinate][run]}. */
    double[][] state() {
        return y;
    }

    void advance(int steps) {
        double root = Math.sqrt(dt);
        for (int s = 0; s < steps; s++) {
            for (int i = 0; i < dN.length; i++) {
                if (dN[i] != null) {
                    normal[i].fill(done, noisy.amplitude()[i] * root, dN[i]);
                }
            }
            stepper.step(drift, done * dt, dt, y, dN);
            done++;
        }
    }
}
