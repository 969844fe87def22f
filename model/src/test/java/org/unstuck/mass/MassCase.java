package org.unstuck.mass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.unstuck.ReferenceData;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Status;
import org.unstuck.network.Dynamics;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.network.Region;
import org.unstuck.noise.OrnsteinUhlenbeck;

/** A case of the reference data on neural masses. */
public record MassCase(JsonNode json) {

    /** Keys of the cases and the parameters they are. */
    private static final Map<String, Map<String, String>> NAMES = Map.of(
            "wc_n",
            Map.ofEntries(
                    Map.entry("tau_exc", "tauExc"),
                    Map.entry("tau_inh", "tauInh"),
                    Map.entry("c_excexc", "cExcExc"),
                    Map.entry("c_excinh", "cExcInh"),
                    Map.entry("c_inhexc", "cInhExc"),
                    Map.entry("c_inhinh", "cInhInh"),
                    Map.entry("a_exc", "aExc"),
                    Map.entry("a_inh", "aInh"),
                    Map.entry("mu_exc", "muExc"),
                    Map.entry("mu_inh", "muInh"),
                    Map.entry("exc_ext", "excExt"),
                    Map.entry("inh_ext", "inhExt")),
            "wc_t",
            Map.ofEntries(
                    Map.entry("c_ee", "cEe"),
                    Map.entry("c_ei", "cEi"),
                    Map.entry("c_ie", "cIe"),
                    Map.entry("c_ii", "cIi"),
                    Map.entry("tau_e", "tauE"),
                    Map.entry("tau_i", "tauI"),
                    Map.entry("a_e", "aE"),
                    Map.entry("b_e", "bE"),
                    Map.entry("c_e", "cE"),
                    Map.entry("theta_e", "thetaE"),
                    Map.entry("a_i", "aI"),
                    Map.entry("b_i", "bI"),
                    Map.entry("c_i", "cI"),
                    Map.entry("theta_i", "thetaI"),
                    Map.entry("r_e", "rE"),
                    Map.entry("r_i", "rI"),
                    Map.entry("k_e", "kE"),
                    Map.entry("k_i", "kI"),
                    Map.entry("P", "pE"),
                    Map.entry("Q", "qI"),
                    Map.entry("alpha_e", "alphaE"),
                    Map.entry("alpha_i", "alphaI"),
                    Map.entry("shift_sigmoid", "shift")),
            "jr",
            Map.ofEntries(
                    Map.entry("A", "A"),
                    Map.entry("B", "B"),
                    Map.entry("a", "a"),
                    Map.entry("b", "b"),
                    Map.entry("v0", "v0"),
                    Map.entry("nu_max", "nuMax"),
                    Map.entry("r", "r"),
                    Map.entry("J", "J"),
                    Map.entry("a_1", "a1"),
                    Map.entry("a_2", "a2"),
                    Map.entry("a_3", "a3"),
                    Map.entry("a_4", "a4"),
                    Map.entry("mu", "mu")),
            "hopf",
            Map.of("a", "a", "w", "omega"),
            "rww",
            Map.ofEntries(
                    Map.entry("a_e", "aE"),
                    Map.entry("b_e", "bE"),
                    Map.entry("d_e", "dE"),
                    Map.entry("tau_e", "tauE"),
                    Map.entry("gamma", "gamma"),
                    Map.entry("W_e", "wE"),
                    Map.entry("I_o", "i0"),
                    Map.entry("a_i", "aI"),
                    Map.entry("b_i", "bI"),
                    Map.entry("d_i", "dI"),
                    Map.entry("tau_i", "tauI"),
                    Map.entry("W_i", "wI"),
                    Map.entry("J_N", "jN"),
                    Map.entry("J_i", "jI"),
                    Map.entry("w_p", "wPlus")));

    /** In the cases per ms; per s in the paper and here. */
    private static final double MS = 1000;

    public static Stream<MassCase> all(String kind) {
        try (var in = MassCase.class.getResourceAsStream("/reference/neuralmass/manifest.json")) {
            JsonNode cases = new ObjectMapper().readTree(in).get("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .filter(c -> c.get("kind").asText().equals(kind))
                    .map(MassCase::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mass with the numbers of the case. */
    NeuralMass mass() {
        Map<String, Double> p = new TreeMap<>();
        json.get("params").fields().forEachRemaining(f -> p.put(f.getKey(), number(f.getValue())));
        double K = json.has("K") ? json.get("K").asDouble() : 0;
        return switch (json.get("model").asText()) {
            case "wc_n" -> with(WilsonCowanNeurolib.class, p, Map.of("globalGain", K));
            case "wc_t" -> with(WilsonCowanTvb.class, p, Map.of("globalGain", K));
            case "jr" -> with(JansenRit.class, p, Map.of("globalGain", K));
            case "hopf" -> with(StuartLandau.class, p, Map.of("globalGain", K, "tau", 1.0));
            case "rww" -> with(WongWang.class, perSecond(p), Map.of("globalGain", K, "targetHz", 0.0));
            case "kuramoto" -> new Kuramoto(K);
            case "mpr" -> new MontbrioPazoRoxin(p.get("tau"), p.get("Delta"), p.get("eta"), p.get("J"));
            default -> throw new IllegalStateException(toString());
        };
    }

    private static double number(JsonNode value) {
        return value.isBoolean() ? (value.asBoolean() ? 1 : 0) : value.asDouble();
    }

    private static Map<String, Double> perSecond(Map<String, Double> p) {
        for (String rate : List.of("a_e", "b_e", "a_i", "b_i")) {
            p.put(rate, p.get(rate) * MS);
        }
        p.put("d_e", p.get("d_e") / MS);
        p.put("d_i", p.get("d_i") / MS);
        return p;
    }

    private <R extends Record & NeuralMass> NeuralMass with(
            Class<R> type, Map<String, Double> numbers, Map<String, Double> more) {
        R mass = Parameters.defaults(type);
        Map<String, String> names = NAMES.get(json.get("model").asText());
        for (Map.Entry<String, Double> n : numbers.entrySet()) {
            if (names.containsKey(n.getKey())) {
                mass = Parameters.with(mass, names.get(n.getKey()), n.getValue());
            } else if (!n.getKey().equals("couple")) {
                throw new IllegalStateException(this + ": " + n.getKey() + " is not known");
            }
        }
        for (Map.Entry<String, Double> n : more.entrySet()) {
            mass = Parameters.with(mass, n.getKey(), n.getValue());
        }
        return mass;
    }

    /** Regions with the usual drive, or the frequency of each; a single one without a network. */
    Network network() {
        boolean single = json.get("net").isNull();
        double[][] weight = single ? new double[1][1] : matrix(json.get("net").asText() + "_weights.csv");
        double[][] length = single ? new double[1][1] : matrix(json.get("net").asText() + "_lengths_mm.csv");
        List<Region> regions = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        JsonNode omega = json.get("params").get("omega");
        double usual = json.get("model").asText().equals("mpr")
                ? json.get("params").get("I").asDouble()
                : 0.7;
        for (int i = 0; i < weight.length; i++) {
            double drive = omega == null ? usual : omega.get(i).asDouble();
            regions.add(new Region("R" + (10 + i), "region", "all", List.of(), drive, 1, 1, 1, 1, 0, 0, "reference"));
            for (int j = 0; j < weight.length; j++) {
                if (weight[i][j] != 0) {
                    links.add(new Link(
                            "R" + (10 + j),
                            "R" + (10 + i),
                            Link.Kind.EXCITATORY,
                            weight[i][j],
                            "reference",
                            Evidence.LOW,
                            Status.ASSUMED,
                            length[i][j]));
                }
            }
        }
        Network network = new Network("reference", "", regions, links, List.of());
        return json.get("delays").asBoolean()
                ? network.withConductionSpeed(speed(json.get("speed_mm_per_ms").asDouble()))
                : network;
    }

    public static Sourced speed(double metresPerSecond) {
        return new Sourced(
                metresPerSecond, "m/s", metresPerSecond, metresPerSecond, "reference", Evidence.LOW, Status.ASSUMED);
    }

    private static double[][] matrix(String file) {
        // These files have no header: ReferenceData leaves out the first line.
        return ReferenceData.table("neuralmass/" + file);
    }

    /** The equations of the network without noise. */
    Dynamics dynamics(double dtMs) {
        OrnsteinUhlenbeck quiet = Parameters.with(OrnsteinUhlenbeck.standard(), "sigma", 0);
        return new Dynamics(network(), mass(), quiet, 1, dtMs);
    }

    /** The start, {@code y[variable][region]}, with the input u of 0 last. */
    double[][] start() {
        return state(rows("initial").get(0), 0);
    }

    /** A row of states after {@code skip} other columns. */
    double[][] state(String[] row, int skip) {
        int variables = mass().variables().size();
        int regions = (row.length - skip) / variables;
        double[][] y = new double[variables + 1][regions];
        for (int v = 0; v < variables; v++) {
            for (int i = 0; i < regions; i++) {
                y[v][i] = Double.parseDouble(row[skip + v * regions + i]);
            }
        }
        return y;
    }

    List<String[]> rows(String key) {
        return ReferenceData.rows("neuralmass/" + json.get(key).asText());
    }

    double number(String key) {
        return json.get(key).asDouble();
    }

    /** Largest |a - b| - rtol |b| over all numbers. */
    static double excess(double[][] actual, double[][] expected, double rtol) {
        double worst = 0;
        for (int v = 0; v < expected.length; v++) {
            for (int i = 0; i < expected[v].length; i++) {
                double off = Math.abs(actual[v][i] - expected[v][i]) - rtol * Math.abs(expected[v][i]);
                worst = Double.isNaN(off) ? Double.POSITIVE_INFINITY : Math.max(worst, off);
            }
        }
        return worst;
    }

    @Override
    public String toString() {
        return json.get("id").asText();
    }

    static double[][] copy(double[][] y) {
        return Arrays.stream(y).map(double[]::clone).toArray(double[][]::new);
    }
}
