package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.unstuck.describe.Decimal;
import org.unstuck.metric.Against;
import org.unstuck.metric.Allegiance;
import org.unstuck.metric.GammaOmegaPanel;
import org.unstuck.metric.Graph;
import org.unstuck.metric.Measurement;
import org.unstuck.metric.ParticipationCoefficient;
import org.unstuck.metric.RecordingMeasures;
import org.unstuck.study.Table;

/** The numbers of a measured recording as tidy tables: one row per observation; what is undefined is empty, with its reason beside it. */
final class MeasureTables {

    private final Recording recording;
    private final RecordingMeasures measures;

    private MeasureTables(Recording recording) {
        this.recording = recording;
        this.measures = recording.measures();
    }

    static List<Table> of(Recording recording) {
        MeasureTables tables = new MeasureTables(recording);
        List<Table> all =
                new ArrayList<>(List.of(tables.measures(), tables.regions(), tables.connectivity(), tables.dynamics()));
        if (recording.measures().layers() != null) {
            all.add(tables.communities());
            all.add(tables.panel());
        }
        all.add(tables.states());
        return all;
    }

    private static Table table(String name, List<String> header, Consumer<Consumer<List<String>>> rows) {
        return new Table(name, header, rows);
    }

    static String text(Measurement value) {
        return value.isDefined() ? Decimal.exact(value.orElseThrow()) : "";
    }

    static String reason(Measurement value) {
        return value instanceof Measurement.Undefined none ? none.reason() : "";
    }

    private Table measures() {
        List<String> header = List.of(
                "measure",
                "unit",
                "value",
                "null",
                "null_mean",
                "null_2.5%",
                "null_97.5%",
                "z",
                "p_above",
                "p_below",
                "surrogates",
                "seeds_low",
                "seeds_high",
                "reason");
        return table("measures", header, out -> {
            for (RecordingMeasures.Row row : measures.rows()) {
                Against a = row.against();
                boolean compared = !row.hypothesis().isEmpty();
                out.accept(List.of(
                        row.name(),
                        row.unit(),
                        text(a.value()),
                        row.hypothesis(),
                        compared ? text(a.nullMean()) : "",
                        compared ? text(a.nullQuantile(0.025)) : "",
                        compared ? text(a.nullQuantile(0.975)) : "",
                        compared ? text(a.z()) : "",
                        compared ? text(a.p()) : "",
                        compared ? text(a.pBelow()) : "",
                        compared ? Integer.toString(a.nullValues().length) : "",
                        text(row.seeds().low()),
                        text(row.seeds().high()),
                        reason(a.value())));
            }
        });
    }

    private Table regions() {
        List<String> header = List.of(
                "region",
                "module",
                "flexibility",
                "null_mean",
                "null_2.5%",
                "null_97.5%",
                "p_above",
                "p_below",
                "promiscuity",
                "recruitment",
                "integration",
                "participation",
                "reason");
        int[] module = recording.modules().module();
        Allegiance allegiance = measures.allegiance();
        boolean modules = recording.modules().any() && allegiance != null;
        Measurement[] recruitment = modules ? allegiance.recruitment(module) : null;
        Measurement[] integration = modules ? allegiance.integration(module) : null;
        Measurement[] participation = recording.modules().any() ? participation(module) : null;
        return table("regions", header, out -> {
            for (int i = 0; i < recording.regions().size(); i++) {
                Against a = measures.nodes()[i];
                out.accept(List.of(
                        recording.regions().get(i),
                        recording.modules().any() ? recording.modules().names().get(module[i]) : "",
                        text(a.value()),
                        text(a.nullMean()),
                        text(a.nullQuantile(0.025)),
                        text(a.nullQuantile(0.975)),
                        text(a.p()),
                        text(a.pBelow()),
                        allegiance == null ? "" : text(measures.promiscuity()[i]),
                        modules ? text(recruitment[i]) : "",
                        modules ? text(integration[i]) : "",
                        participation == null ? "" : text(participation[i]),
                        reason(a.value())));
            }
        });
    }

    /** Of the connectivity of the whole recording, negative correlations set to 0. */
    private Measurement[] participation(int[] module) {
        double[][] w = measures.connectivity().matrix(0);
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w.length; j++) {
                w[i][j] = i == j ? 0 : Math.max(0, w[i][j]);
            }
        }
        return ParticipationCoefficient.of(new Graph(w), module).participation();
    }

    private Table connectivity() {
        return table("connectivity", List.of("region_a", "region_b", "r", "fisher_z"), out -> {
            for (int i = 0; i < recording.regions().size(); i++) {
                for (int j = i + 1; j < recording.regions().size(); j++) {
                    out.accept(List.of(
                            recording.regions().get(i),
                            recording.regions().get(j),
                            text(measures.connectivity().between(i, j)),
                            text(measures.connectivity().fisherZ(i, j))));
                }
            }
        });
    }

    private Table dynamics() {
        return table("fcd", List.of("window_a", "window_b", "r"), out -> {
            double[][] r = measures.dynamics().r();
            for (int k = 0; k < r.length; k++) {
                for (int l = k + 1; l < r.length; l++) {
                    out.accept(List.of(Integer.toString(k), Integer.toString(l), Decimal.of(r[k][l], 6)));
                }
            }
        });
    }

    private Table communities() {
        return table("communities", List.of("window", "middle_s", "region", "community"), out -> {
            int[][] community = measures.community().community();
            for (int s = 0; s < community.length; s++) {
                for (int i = 0; i < community[s].length; i++) {
                    out.accept(List.of(
                            Integer.toString(s),
                            Decimal.of(recording.windowMiddleS(s), 9),
                            recording.regions().get(i),
                            Integer.toString(community[s][i])));
                }
            }
        });
    }

    private Table panel() {
        List<String> header = List.of("gamma", "omega", "flexibility", "communities", "quality", "agreement_of_runs");
        return table("gamma-omega", header, out -> {
            GammaOmegaPanel panel = measures.panel();
            for (int g = 0; g < panel.gammas().length; g++) {
                for (int o = 0; o < panel.omegas().length; o++) {
                    GammaOmegaPanel.Cell cell = panel.cells()[g][o];
                    out.accept(List.of(
                            Decimal.exact(panel.gammas()[g]),
                            Decimal.of(panel.omegas()[o], 6),
                            text(cell.flexibility()),
                            Decimal.of(cell.communities(), 6),
                            Decimal.of(cell.quality(), 9),
                            text(cell.agreement())));
                }
            }
        });
    }

    private Table states() {
        List<String> header =
                List.of("state", "occupancy", "visits", "mean_dwell_s", "median_dwell_s", "to_state", "probability");
        return table("states", header, out -> {
            double[] occupancy = measures.states().occupancy();
            for (int k = 0; k < measures.states().networks(); k++) {
                var dwell = measures.states().dwell(k);
                for (int to = 0; to < measures.states().networks(); to++) {
                    if (to != k) {
                        out.accept(List.of(
                                Integer.toString(k + 1),
                                Decimal.exact(occupancy[k]),
                                Integer.toString(dwell.visits()),
                                text(dwell.meanS()),
                                text(dwell.medianS()),
                                Integer.toString(to + 1),
                                text(measures.states().embeddedProbability(k, to))));
                    }
                }
            }
        });
    }
}
