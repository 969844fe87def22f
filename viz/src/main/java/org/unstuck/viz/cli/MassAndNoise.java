package org.unstuck.viz.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Parameter;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Suggestion;
import org.unstuck.mass.NeuralMass;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.noise.OrnsteinUhlenbeck;

/**
 * The equations of the fast clock.
 *
 * @param mass of a region
 * @param noise its fluctuating input
 */
record MassAndNoise(NeuralMass mass, OrnsteinUhlenbeck noise) {

    private static final String AMPLITUDE = "sigma";

    /** All parameters at their defaults. */
    static MassAndNoise standard(NeuralMass mass) {
        return new MassAndNoise(mass, OrnsteinUhlenbeck.standard());
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
        Record record = (Record) mass;
        List<String> ofMass = names(record.getClass());
        List<String> ofNoise = names(OrnsteinUhlenbeck.class);
        if (ofMass.contains(name)) {
            return new MassAndNoise((NeuralMass) Parameters.with(record, name, value), noise);
        }
        if (ofNoise.contains(name)) {
            return new MassAndNoise(mass, Parameters.with(noise, name, value));
        }
        List<String> all = new ArrayList<>(ofMass);
        all.addAll(ofNoise);
        throw new Invalid(
                "there is no parameter \"" + Shown.text(name) + "\" of mass or noise.", Suggestion.among(all, name));
    }

    /** The value of every parameter of the mass, then of the noise, in their own units. */
    Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Record each : List.of((Record) mass, noise)) {
            for (String name : names(each.getClass())) {
                values.put(name, Parameters.value(each, name));
            }
        }
        return values;
    }

    /** A line for every parameter of the default mass and the noise: name, default, unit, range explored, meaning. */
    static List<String> table() {
        List<Parameters.Declaration> all = new ArrayList<>(Parameters.of(WilsonCowan.class));
        all.addAll(Parameters.of(OrnsteinUhlenbeck.class));
        return all.stream().map(MassAndNoise::line).toList();
    }

    private static String line(Parameters.Declaration each) {
        Parameter p = each.declared();
        String unit = p.unit().equals("1") ? "" : " " + p.unit();
        return String.format(
                Locale.ROOT,
                "  %-12s%-10s%-17s%s",
                each.name(),
                Decimal.exact(p.value()) + unit,
                Decimal.exact(p.low()) + " to " + Decimal.exact(p.high()) + unit,
                p.meaning());
    }

    private static List<String> names(Class<? extends Record> type) {
        return Parameters.of(type).stream().map(Parameters.Declaration::name).toList();
    }
}
