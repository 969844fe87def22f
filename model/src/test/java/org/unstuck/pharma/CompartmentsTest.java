package org.unstuck.pharma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.ReferenceData;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Status;

/** Linear kinetics against closed forms computed with 40 digits (reference area pk), tolerance 1e-8 relative as stated there. */
class CompartmentsTest {

    private static final double RTOL = 1e-8;
    private static final double ATOL = 1e-10;

    private static Drug drug(double ka, double ke0, double... cl_v1_q2_v2_q3_v3) {
        double[] p = cl_v1_q2_v2_q3_v3;
        Kinetics k = new Kinetics(
                s(p[0]),
                s(p[1]),
                p.length > 2 ? s(p[2]) : null,
                p.length > 2 ? s(p[3]) : null,
                p.length > 4 ? s(p[4]) : null,
                p.length > 4 ? s(p[5]) : null,
                s(ke0));
        return new Drug("x", "x", "", k, List.of(new Route("in", s(1), ka > 0 ? s(ka) : null)), List.of());
    }

    private static Sourced s(double value) {
        return new Sourced(value, "", value, value, "reference", Evidence.HIGH, Status.ASSUMED);
    }

    /** Events of a case: {time, bolus or oral dose, infusion rate from then on}. */
    private static double[][] events(String id) {
        return switch (id) {
            case "PK1_bolus" -> new double[][] {{0, 100, 0}};
            case "PK1_infusion" -> new double[][] {{1, 0, 100}, {3.5, 0, 0}};
            case "PK1_flipflop" -> new double[][] {{0, 50, 0}};
            case "PK2_bolus" -> new double[][] {{0, 120, 0}};
            case "PK2_multi" -> {
                double[][] all = new double[10][];
                for (int i = 0; i < 10; i++) {
                    all[i] = new double[] {12 * i, 100, 0};
                }
                yield all;
            }
            case "PK2_mixed" -> new double[][] {{0, 50, 400.0 / 24}, {24, 0, 0}, {30, 25, 0}};
            case "PK3_bolus" -> new double[][] {{0, 70, 0}};
            case "PK3_infusion" -> new double[][] {{0, 0, 10}, {1, 0, 6.0 / 7}, {8, 0, 0}};
            default -> throw new IllegalArgumentException(id);
        };
    }

    private static Drug model(String id) {
        return switch (id) {
            case "PK1_bolus", "PK1_infusion" -> drug(0, 1, 5, 35);
            case "PK1_flipflop" -> drug(0.15, 1, 20, 25);
            case "PK2_bolus" -> drug(0, 1, 8, 20, 6, 55);
            case "PK2_multi" -> drug(0.9, 1, 8, 20, 6, 55);
            case "PK2_mixed" -> drug(0, 1, 4, 15, 3, 30);
            default -> drug(0, 1, 1.5, 4.27, 1.2, 18.9, 0.6, 238);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK1_bolus",
                "PK1_infusion",
                "PK1_flipflop",
                "PK2_bolus",
                "PK2_multi",
                "PK2_mixed",
                "PK3_bolus",
                "PK3_infusion"
            })
    void concentrationsAreTheClosedForms(String id) {
        Compartments body = new Compartments(model(id), Kinetics.REFERENCE_KG, 1);
        double[][] events = events(id);
        int next = 0;
        double now = 0;
        List<String[]> rows = ReferenceData.rows("pk/" + id + ".csv");
        assertThat(rows.size()).isGreaterThan(5);
        for (String[] row : rows) {
            double t = Double.parseDouble(row[0]);
            while (next < events.length && events[next][0] <= t) {
                body.advance(events[next][0] - now);
                now = events[next][0];
                if (events[next][1] > 0) {
                    body.dose(events[next][1], "in");
                }
                body.infuse(events[next][2]);
                next++;
            }
            body.advance(t - now);
            now = t;
            double expected = 1000 * Double.parseDouble(row[row.length - 1]);
            assertThat(body.plasma()).as("at %s h", t).isCloseTo(expected, within(ATOL + RTOL * expected));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CE_a", "CE_confluent"})
    void effectSiteLagsAsItShould(String id) {
        double k = id.equals("CE_a") ? 0.35 : 0.5;
        double ke0 = id.equals("CE_a") ? 1.1 : 0.5;
        Compartments body = new Compartments(drug(0, ke0, k * 20, 20), Kinetics.REFERENCE_KG, 1);
        body.dose(100, "in");
        double now = 0;
        for (String[] row : ReferenceData.rows("pk/" + id + ".csv")) {
            double t = Double.parseDouble(row[0]);
            body.advance(t - now);
            now = t;
            double expected = 1000 * Double.parseDouble(row[2]);
            assertThat(body.effectSite()).isCloseTo(expected, within(1e-9 + 1e-9 * expected));
        }
    }

    @Test
    void doublingTheDoseDoublesTheConcentrationAndStepsCanBeSplit() {
        Compartments once = new Compartments(model("PK2_multi"), 70, 1);
        Compartments twice = new Compartments(model("PK2_multi"), 70, 1);
        once.dose(10, "in");
        twice.dose(20, "in");
        once.advance(5);
        for (int i = 0; i < 50; i++) {
            twice.advance(0.1);
        }
        assertThat(twice.plasma()).isCloseTo(2 * once.plasma(), within(1e-12 * once.plasma()));
    }

    /** In minus out minus inside is zero: the amount eliminated is clearance times the area under the curve. */
    @Test
    void massIsBalanced() {
        Compartments body = new Compartments(model("PK3_infusion"), 70, 1);
        body.infuse(10);
        double area = 0;
        double h = 0.001;
        for (int i = 0; i < 1000; i++) {
            double before = body.plasma();
            body.advance(h);
            area += 0.5 * (before + body.plasma()) / 1000 * h;
        }
        assertThat(10 - 1.5 * area - body.amount()).isCloseTo(0, within(1e-6));
    }

    @Test
    void aHeavierBodyHasLowerConcentrationsAndTheSameHalfLife() {
        Compartments light = new Compartments(model("PK1_bolus"), 70, 1);
        Compartments heavy = new Compartments(model("PK1_bolus"), 140, 1);
        light.dose(100, "in");
        heavy.dose(100, "in");
        light.advance(3);
        heavy.advance(3);
        assertThat(heavy.plasma()).isCloseTo(light.plasma() / 2, within(1e-12));
    }
}
