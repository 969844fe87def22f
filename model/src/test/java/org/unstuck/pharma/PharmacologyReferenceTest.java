package org.unstuck.pharma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.ReferenceData;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Status;

/**
 * Every case of the reference area pk, computed there with 40 digits: its parameters are read from the manifest, the tolerance
 * is the one stated there, |actual - expected| at most atol + rtol |expected| in every cell. A further case needs its line in
 * the manifest and its table, no code.
 */
class PharmacologyReferenceTest {

    private static final double TIGHT = 1e-12;

    /** One case of the manifest. */
    record Case(String id, String kind, JsonNode json) {
        double get(String name) {
            JsonNode p = json.has("params") ? json.get("params") : json.get("model");
            return p.has(name) ? p.get(name).asDouble() : 0;
        }

        @Override
        public String toString() {
            return kind + " " + id;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = PharmacologyReferenceTest.class.getResourceAsStream("/reference/pk/manifest.json")) {
            List<Case> cases = new ArrayList<>();
            for (JsonNode c : new ObjectMapper().readTree(in).get("cases")) {
                cases.add(new Case(c.get("id").asText(), c.get("kind").asText(), c));
            }
            return cases.stream();
        }
    }

    @Test
    void allOfThemAreThere() throws IOException {
        assertThat(cases()).hasSize(23);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agrees(Case c) {
        List<String[]> rows =
                ReferenceData.rows("pk/" + c.json().get("expected").asText());
        assertThat(rows.size()).isGreaterThan(5);
        double[][] actual = switch (c.kind()) {
            case "linear_pk" -> linear(c, times(rows));
            case "exposure_metrics" -> exposure(c);
            case "emax_hill" ->
                each(rows, 1, r -> {
                    Hill hill = new Hill(c.get("E0"), c.get("Emax"), c.get("EC50"), c.get("hill"));
                    return new double[] {r[0], hill.at(r[0])};
                });
            case "competitive_binding" ->
                each(rows, 2, r -> {
                    double[] x = Hill.competing(r[0], c.get("Ka"), r[1], c.get("Kb"));
                    return new double[] {r[0], r[1], x[0], x[1], c.get("ea") * x[0] + c.get("eb") * x[1]};
                });
            case "receptor_kinetics" -> binding(c, times(rows));
            case "effect_compartment" -> effectSite(c, times(rows));
            case "transit_absorption" -> transit(c, times(rows));
            case "transit_chain" -> chain(c, times(rows));
            case "michaelis_menten" ->
                path(
                        AdaptivePath.michaelisMenten(c.get("Vmax"), c.get("Km")),
                        new double[] {c.get("C0")},
                        times(rows),
                        x -> x);
            case "indirect_response" -> turnover(c, times(rows));
            case "tolerance_plasticity" -> tolerance(c, times(rows));
            case "slow_fast_split" -> slowFast(c, times(rows));
            default -> throw new IllegalArgumentException("unknown kind " + c.kind());
        };
        assertThat(actual.length).as("rows").isEqualTo(rows.size());
        for (int i = 0; i < actual.length; i++) {
            String[] row = rows.get(i);
            boolean named = c.kind().equals("exposure_metrics");
            for (int j = named ? 1 : 0; j < row.length; j++) {
                double expected = Double.parseDouble(row[j]);
                double allowed =
                        c.json().get("atol").asDouble() + c.json().get("rtol").asDouble() * Math.abs(expected);
                double error = Math.abs(actual[i][j] - expected);
                assertThat(error)
                        .as("%s row %d column %d: %s instead of %s", c, i, j, actual[i][j], expected)
                        .isLessThanOrEqualTo(allowed);
            }
        }
    }

    // Linear kinetics

    private static Sourced s(double value) {
        return new Sourced(value, "", value, value, "reference", Evidence.HIGH, Status.ASSUMED);
    }

    private static Kinetics kinetics(Case c) {
        int n = (int) c.get("compartments");
        return new Kinetics(
                s(c.get("CL")),
                s(c.get("V1")),
                n > 1 ? s(c.get("Q2")) : null,
                n > 1 ? s(c.get("V2")) : null,
                n > 2 ? s(c.get("Q3")) : null,
                n > 2 ? s(c.get("V3")) : null,
                s(1));
    }

    private static Drug drug(Case c, double f, double lag) {
        Sourced ka = c.get("ka") > 0 ? s(c.get("ka")) : s(1);
        return new Drug(
                "x",
                "x",
                "",
                kinetics(c),
                List.of(
                        new Route("oral", s(f), ka, lag > 0 ? s(lag) : null, null, null),
                        new Route("bolus", s(1), null)),
                List.of());
    }

    private record Moment(double at, String kind, double mg, double rate) {}

    /** Doses that are infusions add to the rate; the others go to the compartments, the lag included. */
    private static double[][] linear(Case c, double[] times) {
        double f = 1;
        double lag = 0;
        List<Moment> moments = new ArrayList<>();
        for (JsonNode d : c.json().get("doses")) {
            f = d.has("F") ? d.get("F").asDouble() : f;
            lag = d.has("lag") ? d.get("lag").asDouble() : lag;
            for (int k = 0; k < d.path("repeat").asInt(1); k++) {
                double at = d.get("time").asDouble() + k * d.path("interval").asDouble();
                double mg = d.get("amount").asDouble();
                if (d.get("kind").asText().equals("infusion")) {
                    double duration = d.get("duration").asDouble();
                    moments.add(new Moment(at, "", 0, mg / duration));
                    moments.add(new Moment(at + duration, "", 0, -mg / duration));
                } else {
                    moments.add(new Moment(at, d.get("kind").asText(), mg, 0));
                }
            }
        }
        Compartments body = new Compartments(drug(c, f, lag), Kinetics.REFERENCE_KG, 1);
        boolean oral = c.get("ka") > 0;
        int n = (int) c.get("compartments");
        TreeSet<Double> stops = new TreeSet<>();
        moments.forEach(m -> stops.add(m.at()));
        for (double t : times) {
            stops.add(t);
        }
        List<double[]> rows = new ArrayList<>();
        double now = 0;
        double rate = 0;
        for (double t : stops) {
            body.advance(t - now);
            now = t;
            for (Moment m : moments) {
                if (m.at() == t) {
                    rate = Math.abs(rate + m.rate()) < 1e-12 ? 0 : rate + m.rate();
                    body.infuse(rate);
                    if (m.mg() > 0) {
                        body.dose(m.mg(), m.kind());
                    }
                }
            }
            if (java.util.Arrays.stream(times).anyMatch(x -> x == t)) {
                double[] x = body.amounts();
                double[] row = new double[1 + (oral ? 1 : 0) + n + 1];
                row[0] = t;
                System.arraycopy(x, oral ? 0 : 1, row, 1, row.length - 2);
                row[row.length - 1] = body.plasma() / 1000;
                rows.add(row);
            }
        }
        return rows.toArray(double[][]::new);
    }

    private static double[][] exposure(Case c) {
        double f = c.get("F") > 0 ? c.get("F") : 1;
        double dose = c.get("dose");
        Exposure e = Exposure.of(drug(c, f, 0), dose, "oral", BodySize.typical(70));
        Compartments body = new Compartments(drug(c, f, 0), 70, 1);
        body.dose(dose, "oral");
        body.advance(24);
        double vss = 0;
        for (String v : List.of("V1", "V2", "V3")) {
            vss += c.get(v);
        }
        double[] values = {
            e.auc() / 1000,
            e.aumc() / 1000,
            e.meanResidenceHours(),
            e.peakHours(),
            e.peak() / 1000,
            e.halfLifeHours(),
            (f * dose - body.amount()) / c.get("CL"),
            vss
        };
        return java.util.Arrays.stream(values)
                .mapToObj(v -> new double[] {Double.NaN, v})
                .toArray(double[][]::new);
    }

    private static double[][] effectSite(Case c, double[] times) {
        Kinetics k = new Kinetics(s(c.get("k") * c.get("V")), s(c.get("V")), null, null, null, null, s(c.get("ke0")));
        Drug drug = new Drug("x", "x", "", k, List.of(new Route("bolus", s(1), null)), List.of());
        Compartments body = new Compartments(drug, Kinetics.REFERENCE_KG, 1);
        body.dose(c.get("dose"), "bolus");
        double[][] rows = new double[times.length][];
        for (int i = 0; i < times.length; i++) {
            body.advance(i == 0 ? times[0] : times[i] - times[i - 1]);
            rows[i] = new double[] {times[i], body.plasma() / 1000, body.effectSite() / 1000};
        }
        return rows;
    }

    private static double[][] chain(Case c, double[] times) {
        int n = (int) c.get("n");
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i][i] = -c.get("ktr");
            if (i > 0) {
                a[i][i - 1] = c.get("ktr");
            }
        }
        double[][] rows = new double[times.length][n + 1];
        for (int r = 0; r < times.length; r++) {
            double[][] p = MatrixExponential.of(a, times[r]);
            rows[r][0] = times[r];
            for (int i = 0; i < n; i++) {
                rows[r][1 + i] = p[i][0] * c.get("dose");
            }
        }
        return rows;
    }

    // The general path

    /** Turns a state into the columns behind the time. */
    private interface Columns {
        double[] of(double[] x);
    }

    private static double[][] path(AdaptivePath.Rates rates, double[] start, double[] times, Columns columns) {
        AdaptivePath path = new AdaptivePath(rates, start, TIGHT, 1e-14);
        return advance(path, start.length, times, columns);
    }

    private static double[][] advance(AdaptivePath path, int n, double[] times, Columns columns) {
        double[][] rows = new double[times.length][];
        for (int i = 0; i < times.length; i++) {
            path.advance(i == 0 ? times[0] : times[i] - times[i - 1]);
            rows[i] = row(times[i], columns.of(values(path, n)));
        }
        return rows;
    }

    private static double[] values(AdaptivePath path, int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = path.value(i);
        }
        return x;
    }

    private static double[] row(double t, double[] values) {
        double[] row = new double[values.length + 1];
        row[0] = t;
        System.arraycopy(values, 0, row, 1, values.length);
        return row;
    }

    /** The concentration falls to 0 at washout: a jump between two advances. */
    private static double[][] binding(Case c, double[] times) {
        double[] drug = {c.get("C")};
        AdaptivePath path = new AdaptivePath(
                (t, x, dx) -> dx[0] = c.get("kon") * drug[0] * (1 - x[0]) - c.get("koff") * x[0],
                new double[1],
                TIGHT,
                1e-14);
        double[][] rows = new double[times.length][];
        double now = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > c.get("washout") && drug[0] > 0) {
                path.advance(c.get("washout") - now);
                now = c.get("washout");
                drug[0] = 0;
            }
            path.advance(times[i] - now);
            now = times[i];
            rows[i] = new double[] {now, path.value(0)};
        }
        return rows;
    }

    /** Savic et al. 2007, J Pharmacokinet Pharmacodyn 34, 711-726: Stirling is not needed, the log-gamma is at hand. */
    private static double[][] transit(Case c, double[] times) {
        double n = c.get("n");
        double ktr = (n + 1) / c.get("mtt");
        DoubleUnaryOperator input = t -> t <= 0
                ? 0
                : c.get("dose") * ktr * StrictMath.exp(n * StrictMath.log(ktr * t) - ktr * t - Gamma.logGamma(n + 1));
        double[][] rows = path(
                (t, x, dx) -> {
                    dx[0] = input.applyAsDouble(t) - c.get("ka") * x[0];
                    dx[1] = c.get("ka") * x[0] - c.get("k") * x[1];
                },
                new double[2],
                times,
                x -> new double[] {0, x[0], x[1] / c.get("V")});
        for (double[] row : rows) {
            row[1] = input.applyAsDouble(row[0]);
        }
        return rows;
    }

    /** Dayneka, Garg and Jusko 1993, J Pharmacokinet Biopharm 21, 457-478: models I to IV at once. */
    private static double[][] turnover(Case c, double[] times) {
        double base = c.get("kin") / c.get("kout");
        return path(
                (t, x, dx) -> {
                    double drug = c.get("dose") / c.get("V") * StrictMath.exp(-c.get("k") * t);
                    double e = c.get("Imax") * drug / (c.get("C50") + drug);
                    dx[0] = c.get("kin") * (1 - e) - c.get("kout") * x[0];
                    dx[1] = c.get("kin") - c.get("kout") * (1 - e) * x[1];
                    dx[2] = c.get("kin") * (1 + e) - c.get("kout") * x[2];
                    dx[3] = c.get("kin") - c.get("kout") * (1 + e) * x[3];
                },
                new double[] {base, base, base, base},
                times,
                x -> x);
    }

    /** The equations of the manifest, with the drug as state 3, so that doses are jumps between advances. */
    private static double[][] tolerance(Case c, double[] times) {
        AdaptivePath path = new AdaptivePath(
                (t, x, dx) -> {
                    double bound = x[3] / (c.get("EC50") + x[3]);
                    dx[0] = c.get("ktol") * (x[3] - x[0]);
                    dx[1] = c.get("kin_r") * (1 - x[1]) - c.get("kdown") * bound * x[1];
                    dx[2] = c.get("alpha") * bound * x[1] * (1 - x[2]) - x[2] / c.get("tau_p");
                    dx[3] = -c.get("k") * x[3];
                },
                new double[] {0, 1, 0, 0},
                TIGHT,
                1e-14);
        List<Double> doses = new ArrayList<>();
        for (Iterator<JsonNode> i = c.json().get("dose_times").elements(); i.hasNext(); ) {
            doses.add(i.next().asDouble());
        }
        double[][] rows = new double[times.length][];
        double now = 0;
        for (int i = 0; i < times.length; i++) {
            while (!doses.isEmpty() && doses.get(0) <= times[i]) {
                path.advance(doses.get(0) - now);
                now = doses.remove(0);
                path.add(3, c.get("dose") / c.get("V"));
            }
            path.advance(times[i] - now);
            now = times[i];
            double[] x = values(path, 4);
            double effect = c.get("Emax") * x[3] / (c.get("EC50") * (1 + x[0] / c.get("Tol50")) + x[3]) * x[1];
            rows[i] = new double[] {now, x[3], x[0], x[1], x[2], effect};
        }
        return rows;
    }

    private static double[][] slowFast(Case c, double[] times) {
        return path(
                (t, x, dx) -> {
                    dx[0] = -(x[0] - x[1]) / c.get("eps") + c.get("a") * StrictMath.sin(c.get("omega") * t);
                    dx[1] = -c.get("k") * x[1] + c.get("b") * x[0];
                },
                new double[] {c.get("x0"), c.get("w0")},
                times,
                x -> x);
    }

    // Tables

    private static double[] times(List<String[]> rows) {
        return rows.stream().mapToDouble(r -> number(r[0])).toArray();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN; // The name of a quantity.
        }
    }

    private static double[][] each(List<String[]> rows, int inputs, Columns columns) {
        return rows.stream()
                .map(r -> {
                    double[] in = new double[inputs];
                    for (int i = 0; i < inputs; i++) {
                        in[i] = Double.parseDouble(r[i]);
                    }
                    return columns.of(in);
                })
                .toArray(double[][]::new);
    }
}
