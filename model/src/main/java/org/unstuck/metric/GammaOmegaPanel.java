package org.unstuck.metric;

import org.unstuck.noise.Address;

/**
 * Flexibility over a grid of resolution gamma and coupling omega. One pair of settings is one opinion: a conclusion should hold over a
 * stretch of the panel, with the flexibility, the number of communities and the spread of Q beside each other.
 *
 * @param gammas rows
 * @param omegas columns, in units of the weights
 * @param cells {@code cells[gamma][omega]}
 */
public record GammaOmegaPanel(double[] gammas, double[] omegas, Cell[][] cells) {

    /**
     * One pair of settings.
     *
     * @param flexibility mean over nodes and runs
     * @param communities mean number of communities over runs (in all layers together)
     * @param quality mean Q over runs; comparable between runs, not between cells (omega adds to both sides of the fraction)
     * @param agreement mean adjusted Rand index between runs (node-layers): 1 if every run finds the same; undefined with one run
     */
    public record Cell(Measurement flexibility, double communities, double quality, Measurement agreement) {}

    /**
     * Measures the whole grid. Cost: gammas x omegas x runs searches.
     *
     * @param layers the network
     * @param gammas resolutions, &gt;= 0
     * @param omegas couplings, &gt;= 0
     * @param runs searches per cell
     * @param address every cell draws from its own stream
     */
    public static GammaOmegaPanel of(Layers layers, double[] gammas, double[] omegas, int runs, Address address) {
        Cell[][] cells = new Cell[gammas.length][omegas.length];
        for (int g = 0; g < gammas.length; g++) {
            for (int o = 0; o < omegas.length; o++) {
                Address here = address.with("gamma", g).with("omega", o);
                cells[g][o] = cell(new MultilayerModularity(layers, gammas[g], omegas[o]).runs(runs, here));
            }
        }
        return new GammaOmegaPanel(gammas.clone(), omegas.clone(), cells);
    }

    private static Cell cell(Partition[] runs) {
        double communities = 0;
        double quality = 0;
        double agreement = 0;
        for (int a = 0; a < runs.length; a++) {
            communities += (double) runs[a].communities() / runs.length;
            quality += runs[a].quality() / runs.length;
            for (int b = 0; b < a; b++) {
                agreement += LabelAgreement.of(runs[a].community(), runs[b].community())
                        .adjustedRand();
            }
        }
        double pairs = runs.length * (runs.length - 1.0) / 2;
        return new Cell(
                BassettFlexibility.of(runs).mean(),
                communities,
                quality,
                pairs > 0 ? Measurement.of(agreement / pairs) : Measurement.undefined("one run agrees with nothing"));
    }
}
