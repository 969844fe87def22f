package org.unstuck.simulate;

import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Meaning;
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

        @Meaning("bias on what is reported") Expectancy expectancy) {

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
                Expectancy.standard());
    }

    /** All groups in the order of their declaration. */
    public List<Record> groups() {
        return List.of(
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
                expectancy);
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
                put(expectancy, group));
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R put(R old, Record group) {
        return old.getClass() == group.getClass() ? (R) group : old;
    }
}
