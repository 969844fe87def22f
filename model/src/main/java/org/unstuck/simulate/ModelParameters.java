package org.unstuck.simulate;

import org.unstuck.describe.Meaning;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.pharma.GlutamateCascade;
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
 */
public record ModelParameters(
        @Meaning("the neural mass") WilsonCowan wilsonCowan,

        @Meaning("its fluctuating input") OrnsteinUhlenbeck noise,

        @Meaning("adaptation to benzodiazepines") Tolerance tolerance,

        @Meaning("from NMDA block to the window of plasticity")
        GlutamateCascade cascade,

        @Meaning("plasticity and consolidation of links") Learning learning,

        @Meaning("plasticity of local inhibition") Homeostasis homeostasis,

        @Meaning("strength of cues and therapy") StimulusStrength stimuli) {

    /** All parameters at their defaults. */
    public static ModelParameters standard() {
        return new ModelParameters(
                WilsonCowan.standard(),
                OrnsteinUhlenbeck.standard(),
                Tolerance.standard(),
                GlutamateCascade.standard(),
                Learning.standard(),
                Homeostasis.standard(),
                StimulusStrength.standard());
    }

    /** The same parameters with another tolerance. */
    public ModelParameters with(Tolerance other) {
        return new ModelParameters(wilsonCowan, noise, other, cascade, learning, homeostasis, stimuli);
    }

    /** The same parameters with another cascade. */
    public ModelParameters with(GlutamateCascade other) {
        return new ModelParameters(wilsonCowan, noise, tolerance, other, learning, homeostasis, stimuli);
    }

    /** The same parameters with another learning. */
    public ModelParameters with(Learning other) {
        return new ModelParameters(wilsonCowan, noise, tolerance, cascade, other, homeostasis, stimuli);
    }

    /** The same parameters with another homeostasis. */
    public ModelParameters with(Homeostasis other) {
        return new ModelParameters(wilsonCowan, noise, tolerance, cascade, learning, other, stimuli);
    }

    /** The same parameters with another stimuli. */
    public ModelParameters with(StimulusStrength other) {
        return new ModelParameters(wilsonCowan, noise, tolerance, cascade, learning, homeostasis, other);
    }
}
