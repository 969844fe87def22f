package org.unstuck.viz.cli;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Suggestion;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.noise.OrnsteinUhlenbeck;

/**
 * The equations of the fast clock.
 *
 * @param mass of a region
 * @param noise its fluctuating input
 */
record MassAndNoise(WilsonCowan mass, OrnsteinUhlenbeck noise) {

    private static final String AMPLITUDE = "sigma";

    /** All parameters at their defaults. */
    static MassAndNoise standard() {
        return new MassAndNoise(WilsonCowan.standard(), OrnsteinUhlenbeck.standard());
    }

    /** The same without fluctuating input. */
    MassAndNoise withoutNoise() {
        return new MassAndNoise(mass, Parameters.with(noise, AMPLITUDE, 0));
    }

    /**
     * A copy with one parameter changed.
     *
     * @throws Invalid if there is none of this name, or the value breaks its rule
     */
    MassAndNoise with(String name, double value) {
        List<String> ofMass = names(WilsonCowan.class);
        List<String> ofNoise = names(OrnsteinUhlenbeck.class);
        if (ofMass.contains(name)) {
            return new MassAndNoise(Parameters.with(mass, name, value), noise);
        }
        if (ofNoise.contains(name)) {
            return new MassAndNoise(mass, Parameters.with(noise, name, value));
        }
        List<String> all = new ArrayList<>(ofMass);
        all.addAll(ofNoise);
        throw new Invalid(
                "there is no parameter \"" + Shown.text(name) + "\" of mass or noise.", Suggestion.among(all, name));
    }

    private static List<String> names(Class<? extends Record> type) {
        return Parameters.of(type).stream().map(Parameters.Declaration::name).toList();
    }
}
