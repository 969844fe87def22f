package org.unstuck.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.unstuck.describe.Invalid;
import org.unstuck.network.Network;
import org.unstuck.pharma.Drug;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.ModelParameters;
import org.unstuck.simulate.Spread;

/**
 * With what the phenomena are measured.
 *
 * @param seeds one cohort and one noise each
 * @param patients virtual patients per seed
 * @param threads threads; no result depends on them
 * @param network the healthy network
 * @param parameters numbers of the model
 * @param drugs drugs that replace the built-in ones of the same name
 * @param spread how much patients differ
 * @param burstS fast time averaged at each slow step, s
 * @param restS length of the stretch of rest of a scan, s
 * @param resamples bootstrap samples of an interval; 0 for none
 */
public record Setting(
        List<Long> seeds,
        int patients,
        int threads,
        Network network,
        ModelParameters parameters,
        List<Drug> drugs,
        Spread spread,
        double burstS,
        double restS,
        int resamples) {

    /** Patients per seed that the bands ask for. */
    private static final int FULL = 200;
    /** As in a comparison by default: shorter bursts know the mean activity less well. */
    private static final double BURST_S = 30;
    /** Resting scans of people last five minutes and more. */
    private static final double REST_S = 240;

    private static final int RESAMPLES = 300;

    public Setting {
        seeds = List.copyOf(seeds);
        drugs = List.copyOf(drugs);
        if (seeds.isEmpty() || patients < 2 || threads < 1) {
            throw new Invalid(
                    "seeds is " + seeds + ", patients " + patients + ", threads " + threads
                            + "; there must be at least 1, 2 and 1 of them.",
                    "Maybe Setting.standard().");
        }
    }

    /** 200 patients for each of the seeds 21 to 25 on all processors. */
    public static Setting standard() {
        return new Setting(
                LongStream.rangeClosed(21, 25).boxed().toList(),
                FULL,
                Runtime.getRuntime().availableProcessors(),
                BuiltIn.NETWORKS.named("twelve-regions"),
                ModelParameters.standard(),
                List.of(),
                Spread.standard(),
                BURST_S,
                REST_S,
                RESAMPLES);
    }

    /** The same with other seeds. */
    public Setting withSeeds(long... other) {
        List<Long> list = LongStream.of(other).boxed().toList();
        return new Setting(list, patients, threads, network, parameters, drugs, spread, burstS, restS, resamples);
    }

    /** The same with another number of patients. */
    public Setting withPatients(int other) {
        return new Setting(seeds, other, threads, network, parameters, drugs, spread, burstS, restS, resamples);
    }

    /** The same with another number of threads. */
    public Setting withThreads(int other) {
        return new Setting(seeds, patients, other, network, parameters, drugs, spread, burstS, restS, resamples);
    }

    /** The same with other parameters. */
    public Setting with(ModelParameters other) {
        return new Setting(seeds, patients, threads, network, other, drugs, spread, burstS, restS, resamples);
    }

    /** The same with another healthy network. */
    public Setting with(Network other) {
        return new Setting(seeds, patients, threads, other, parameters, drugs, spread, burstS, restS, resamples);
    }

    /** The same with this drug in place of the one of its name. */
    public Setting with(Drug other) {
        List<Drug> all = new ArrayList<>(drugs);
        all.removeIf(d -> d.name().equals(other.name()));
        all.add(other);
        return new Setting(seeds, patients, threads, network, parameters, all, spread, burstS, restS, resamples);
    }

    /** The same with shorter bursts and scans and without intervals. */
    public Setting shortened(double otherBurstS, double otherRestS) {
        return new Setting(seeds, patients, threads, network, parameters, drugs, spread, otherBurstS, otherRestS, 0);
    }

    /**
     * The drug called {@code name} as it acts here.
     *
     * @throws Missing if there is none
     */
    Drug drug(String name) {
        for (Drug drug : drugs) {
            if (drug.name().equals(name)) {
                return drug;
            }
        }
        if (!BuiltIn.DRUGS.names().contains(name)) {
            throw new Missing("the drug \"" + name + "\"");
        }
        return BuiltIn.DRUGS.named(name);
    }
}
