package org.unstuck.simulate;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Meaning;
import org.unstuck.describe.Optional;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.pharma.Dissociation;
import org.unstuck.pharma.GlutamateCascade;
import org.unstuck.pharma.Serotonin;
import org.unstuck.pharma.Tolerance;
import org.unstuck.plasticity.Homeostasis;
import org.unstuck.plasticity.Learning;
import org.unstuck.protocol.StimulusStrength;

/**
 * Every number of the model that is not in a network, condition or drug.
 *
 * @param wilsonCowan the neural mass
 * @param noise its fluctuating input
 * @param tolerance adaptation to benzodiazepines
 * @param cascade from NMDA block to the window of plasticity
 * @param learning plasticity and consolidation of links
 * @param homeostasis plasticity of local inhibition
 * @param stimuli strength of cues and therapy
 * @param serotonin from occupancy of the serotonin transporter to the gain of inputs
 * @param dissociation habituation of dissociation
 * @param life sleep, exercise and avoidance
 * @param expectancy bias on what is reported
 * @param mass a neural mass of another family, in place of {@code wilsonCowan}; null for that
 */
public record ModelParameters(
        @Meaning("the neural mass") WilsonCowan wilsonCowan,

        @Meaning("its fluctuating input") OrnsteinUhlenbeck noise,

        @Meaning("adaptation to benzodiazepines") Tolerance tolerance,

        @Meaning("from NMDA block to the window of plasticity")
        GlutamateCascade cascade,

        @Meaning("plasticity and consolidation of links") Learning learning,

        @Meaning("plasticity of local inhibition") Homeostasis homeostasis,

        @Meaning("strength of cues and therapy") StimulusStrength stimuli,

        @Meaning("from occupancy of the serotonin transporter to the gain of inputs")
        Serotonin serotonin,

        @Meaning("habituation of dissociation") Dissociation dissociation,

        @Meaning("sleep, exercise and avoidance") Life life,

        @Meaning("bias on what is reported") Expectancy expectancy,

        @Meaning("a neural mass of another family, in place of wilsonCowan") @Optional
        NeuralMass mass) {

    public ModelParameters {
        if (mass != null && !(mass instanceof WilsonCowan) && !wilsonCowan.equals(WilsonCowan.standard())) {
            throw new Invalid(
                    "wilsonCowan",
                    "wilsonCowan has numbers of its own, but the mass is " + mass.name() + ", which does not use them.",
                    "Maybe leave one of them out.");
        }
        if (mass instanceof WilsonCowan own) {
            if (!wilsonCowan.equals(WilsonCowan.standard()) && !wilsonCowan.equals(own)) {
                throw new Invalid(
                        "mass",
                        "mass and wilsonCowan give the default mass different numbers.",
                        "Maybe leave one of them out.");
            }
            wilsonCowan = own;
            mass = null;
        }
    }

    /** All parameters at their defaults. */
    public static ModelParameters standard() {
        return new ModelParameters(
                WilsonCowan.standard(),
                OrnsteinUhlenbeck.standard(),
                Tolerance.standard(),
                GlutamateCascade.standard(),
                Learning.standard(),
                Homeostasis.standard(),
                StimulusStrength.standard(),
                Serotonin.standard(),
                Dissociation.standard(),
                Life.standard(),
                Expectancy.standard(),
                null);
    }

    /** The equations of a region: {@code mass}, or {@code wilsonCowan} without it. */
    public NeuralMass neuralMass() {
        return mass == null ? wilsonCowan : mass;
    }

    /** The same parameters with other equations of a region. */
    public ModelParameters withMass(NeuralMass other) {
        return new ModelParameters(
                other instanceof WilsonCowan own ? own : WilsonCowan.standard(),
                noise,
                tolerance,
                cascade,
                learning,
                homeostasis,
                stimuli,
                serotonin,
                dissociation,
                life,
                expectancy,
                other instanceof WilsonCowan ? null : other);
    }

    /** All groups in the order of their declaration; a mass of another family last, if there is one. */
    public List<Record> groups() {
        List<Record> groups = new ArrayList<>(List.of(
                wilsonCowan,
                noise,
                tolerance,
                cascade,
                learning,
                homeostasis,
                stimuli,
                serotonin,
                dissociation,
                life,
                expectancy));
        if (mass instanceof Record own) {
            groups.add(own);
        }
        return List.copyOf(groups);
    }

    /**
     * The same parameters with another group in the place of that of its type.
     *
     * @throws Invalid if there is no group of that type
     */
    public ModelParameters with(Record group) {
        if (groups().stream().noneMatch(g -> g.getClass() == group.getClass())) {
            throw new Invalid(
                    group.getClass().getSimpleName(),
                    "there is no group of parameters " + group.getClass().getSimpleName() + ".",
                    "");
        }
        return new ModelParameters(
                put(wilsonCowan, group),
                put(noise, group),
                put(tolerance, group),
                put(cascade, group),
                put(learning, group),
                put(homeostasis, group),
                put(stimuli, group),
                put(serotonin, group),
                put(dissociation, group),
                put(life, group),
                put(expectancy, group),
                mass != null && mass.getClass() == group.getClass() ? (NeuralMass) group : mass);
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R put(R old, Record group) {
        return old.getClass() == group.getClass() ? (R) group : old;
    }
}
