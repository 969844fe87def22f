package org.unstuck.viz.cli;

import java.util.List;
import org.unstuck.describe.Time;
import org.unstuck.integrate.EulerMaruyama;
import org.unstuck.integrate.Scheme;
import org.unstuck.mass.NeuralMass;
import org.unstuck.network.Condition;
import org.unstuck.network.Expression;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.simulate.FastClock;

/**
 * The fast clock of one typical patient without treatment.
 *
 * @param healthy the network in health
 * @param condition what the patient has
 * @param equations mass and noise
 */
record FastRun(Network healthy, Condition condition, MassAndNoise equations) {

    /** Severity of the condition of the typical patient. */
    private static final double TYPICAL = 1;

    /** Refuses a condition that changes nothing in the network. */
    FastRun {
        condition.checkFits(healthy);
    }

    /** Network, condition and settings by the words of a command. */
    static FastRun of(
            String network,
            String condition,
            NeuralMass mass,
            List<Convert.Setting.Of> settings,
            boolean deterministic) {
        MassAndNoise equations = MassAndNoise.standard(mass);
        for (Convert.Setting.Of setting : settings) {
            equations = equations.with(setting.name(), setting.value());
        }
        return new FastRun(
                Named.network(network),
                Named.condition(condition),
                deterministic ? equations.withoutNoise() : equations);
    }

    /** The network and factors of the patient. */
    Expression person() {
        return condition.expressedIn(healthy, TYPICAL);
    }

    /** A run of this patient that has not begun. */
    SampledRun sampled(Signal.Kind kind, Scheme scheme, Time dt, Time sample, double seconds, long seed) {
        double dtMs = SampledRun.ms(dt);
        FastClock clock = new FastClock(
                healthy,
                equations.mass(),
                equations.noise(),
                scheme,
                dtMs,
                1,
                1,
                p -> Address.of(seed).with("patient", p));
        clock.dynamics().express(person(), 0);
        clock.purpose("simulate");
        return new SampledRun(
                clock,
                kind.of(healthy.regionNames(), equations.mass()),
                dtMs,
                sample == null ? Time.parse(kind.sample()) : sample,
                seconds);
    }

    /** As {@code simulate} does without options: Euler-Maruyama, 2 ms. */
    SampledRun sampled(Signal.Kind kind, Time sample, double seconds, long seed) {
        return sampled(kind, new EulerMaruyama(), Time.parse("2 ms"), sample, seconds, seed);
    }
}
