package org.unstuck.phenomena;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.unstuck.describe.Evidence;
import org.unstuck.metric.EvokedResponse;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.phenomena.Laboratory.Look;
import org.unstuck.protocol.Challenge;
import org.unstuck.recording.Evoked;

/** P05 and P26 to P29: circuits of threat, salience and regulation. */
final class CircuitRows {

    /** Scans of lorazepam: within one to two hours. */
    private static final double SCAN_H = 1.5;
    /** Pulses per patient. */
    private static final int PULSES = 12;

    private static final double RATE_S = 60;
    private static final double REST_S = 240;

    /** Lorazepam: relative block as in the reference numbers of the review. */
    private static final double BLOCKED_I = 0.8;

    private static final double BLOCKED_E = 0.95;
    private static final double EQUAL = 0.9;

    private CircuitRows() {}

    static final Phenomenon P05 = new Phenomenon(
            "P05",
            "lorazepam damps threat reactivity",
            "down, graded",
            "amygdala/insula evoked response -15 to -60% at 1 mg, 0.25 mg strictly between; vmPFC and sensory node change < half of that",
            "1-2 h",
            "Paulus 2005",
            Evidence.MEDIUM,
            CircuitRows::p05);

    static final Phenomenon P26 = new Phenomenon(
            "P26",
            "disinhibition needs interneuron bias",
            "sign flip",
            "E-rate change > 0 when I-cell block > E-cell block, < 0 when equal",
            "acute",
            "Kotermanski and Johnson 2009; computed in a reduced Wong-Wang node",
            Evidence.HIGH,
            CircuitRows::p26);

    static final Phenomenon P27 = new Phenomenon(
            "P27",
            "presets differ as in patients",
            "pattern",
            "anxiety: AMY-ACC FC d -0.3 to -0.8 and AMY reactivity up; PTSD adds vmPFC hypo-activity; MDD: sgACC-DMN up, DMN core 0 to -0.4",
            "baseline",
            "2026 meta-analysis of amygdala connectivity; Etkin and Wager 2007; Hamilton 2015; Tozzi 2021; Yan 2019",
            Evidence.MEDIUM,
            CircuitRows::p27);

    static final Phenomenon P28 = new Phenomenon(
            "P28",
            "salience switching",
            "SN leads",
            "SN pulse -> FPN up and DMN down within 0.2-3 s; deleting SN outflow cuts DMN/FPN alternations >= 30%",
            "seconds",
            "Sridharan 2008",
            Evidence.HIGH,
            CircuitRows::p28);

    static final Phenomenon P29 = new Phenomenon(
            "P29",
            "regulation loop",
            "down",
            "vmPFC drive lowers AMY response; halving vmPFC->AMY lengthens recovery half-time >= 20%",
            "seconds",
            "extinction and regulation circuits, as in the network",
            Evidence.HIGH,
            CircuitRows::p29);

    /** Amplitude of the evoked response of {@code regions} in each patient. */
    private static double[] amplitude(Snapshot[] scans, Challenge challenge, int[] regions) {
        return Arrays.stream(scans)
                .mapToDouble(s -> {
                    Evoked e = s.to(challenge);
                    return EvokedResponse.of(e.with(), e.without(), regions, e.onSamples(), e.sampleMs())
                            .amplitude();
                })
                .toArray();
    }

    private static List<Check> p05(Laboratory lab) {
        Followed f = lab.follow(
                "lorazepam-threat",
                Look.steps(new double[] {SCAN_H, 0.25}).scans(SCAN_H).challenged(Challenge.THREAT));
        Network network = lab.network();
        int[] alarm = Regions.of(network, "AMY", "AI");
        double[] none = amplitude(f.untreatedScans(), Challenge.THREAT, alarm);
        Check.Estimate little = change(amplitude(f.scans()[f.arm("0.25 mg")][0], Challenge.THREAT, alarm), none);
        Check.Estimate much = change(amplitude(f.scans()[f.arm("1 mg")][0], Challenge.THREAT, alarm), none);
        int n = f.patients();
        return List.of(
                new Check(Band.of("response of amygdala and insula, 1 mg", -0.60, -0.15), n, much),
                // Strictly between: 0 and 1 themselves are measure zero.
                new Check(
                        Band.of("response of amygdala and insula, 0.25 mg as share of 1 mg", 0, 1),
                        n,
                        Estimates.ratio(little, much)),
                new Check(
                        Band.of("change of the vmPFC response, share of that of the alarm", 0, 0.5),
                        n,
                        spared(f, alarm, Regions.of(network, "vmPFC"))),
                new Check(
                        Band.of("change of the sensory response, share of that of the alarm", 0, 0.5),
                        n,
                        spared(f, alarm, Regions.of(network, "V1", "SENS", "THAL"))));
    }

    private static Check.Estimate change(double[] with, double[] without) {
        return patients -> Estimates.mean(with, patients) / Estimates.mean(without, patients) - 1;
    }

    /** |change of the response of {@code regions}| over |change of that of the alarm|, in units of activity. */
    private static Check.Estimate spared(Followed f, int[] alarm, int[] regions) {
        Snapshot[] drug = f.scans()[f.arm("1 mg")][0];
        Check.Estimate here = Estimates.difference(
                Estimates.mean(amplitude(drug, Challenge.THREAT, regions)),
                Estimates.mean(amplitude(f.untreatedScans(), Challenge.THREAT, regions)));
        Check.Estimate there = Estimates.difference(
                Estimates.mean(amplitude(drug, Challenge.THREAT, alarm)),
                Estimates.mean(amplitude(f.untreatedScans(), Challenge.THREAT, alarm)));
        return patients -> Math.abs(here.of(patients)) / Math.abs(there.of(patients));
    }

    private static List<Check> p26(Laboratory lab) {
        double[][] rate = new Variants(lab, 3)
                .gains(1, BLOCKED_E, BLOCKED_I)
                .gains(2, EQUAL, EQUAL)
                .meanActivity(RATE_S);
        int n = lab.patients();
        return List.of(
                new Check(
                        Band.above("change of mean E, block 5 % on E and 20 % on I cells", 0),
                        n,
                        change(rate[1], rate[0])),
                new Check(Band.below("change of mean E, block 10 % on both", 0), n, change(rate[2], rate[0])));
    }

    private static final Look SCANNED =
            Look.steps(new double[] {24, 24}).scans(0.0).challenged(Challenge.THREAT);

    private static double[] z(Snapshot[] scans, int[] a, int[] b) {
        return Arrays.stream(scans).mapToDouble(s -> s.z(a, b)).toArray();
    }

    private static double[] activity(Snapshot[] scans, int[] regions) {
        return Arrays.stream(scans)
                .mapToDouble(s -> IntStream.of(regions)
                        .mapToDouble(i -> s.activity()[i])
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static List<Check> p27(Laboratory lab) {
        Network network = lab.network();
        Condition anxious = lab.condition("anxiety-weak-regulation");
        Condition depressed = lab.condition("depression");
        Condition traumatised = lab.condition("post-traumatic-stress");
        int[] amygdala = Regions.of(network, "AMY");
        int[] cingulate = Regions.of(network, "dACC");
        int[] subgenual = Regions.of(network, "sgACC");
        int[] dmn = Regions.in(network, "DMN");
        int[] core = Regions.of(network, "mPFC", "PCC");
        int[] ventral = Regions.of(network, "vmPFC");
        Followed a = lab.baseline(anxious, SCANNED);
        Followed d = lab.baseline(depressed, SCANNED);
        Followed t = lab.baseline(traumatised, SCANNED);
        int n = lab.patients();
        return List.of(
                new Check(
                        Band.of("anxiety: AMY-ACC connectivity, d", -0.8, -0.3),
                        n,
                        Estimates.d(
                                z(a.untreatedScans(), amygdala, cingulate), z(a.healthyScans(), amygdala, cingulate))),
                new Check(
                        Band.above("anxiety: AMY reactivity, d", 0),
                        n,
                        Estimates.d(
                                amplitude(a.untreatedScans(), Challenge.THREAT, amygdala),
                                amplitude(a.healthyScans(), Challenge.THREAT, amygdala))),
                new Check(
                        Band.below("post-traumatic stress: vmPFC activity, d", 0),
                        n,
                        Estimates.d(activity(t.untreatedScans(), ventral), activity(t.healthyScans(), ventral))),
                new Check(
                        Band.above("depression: sgACC-DMN connectivity, d", 0),
                        n,
                        Estimates.d(z(d.untreatedScans(), subgenual, dmn), z(d.healthyScans(), subgenual, dmn))),
                new Check(
                        Band.of("depression: DMN core connectivity, d", -0.4, 0),
                        n,
                        Estimates.d(z(d.untreatedScans(), core, core), z(d.healthyScans(), core, core))));
    }

    private static double latencyS(double[] d, boolean rise) {
        int at = 0;
        for (int s = 1; s < d.length; s++) {
            at = (rise ? d[s] > d[at] : d[s] < d[at]) ? s : at;
        }
        return (at + 1) * Variants.sampleMs() / 1000;
    }

    private static double extreme(double[] d, boolean rise) {
        return rise
                ? Arrays.stream(d).max().orElseThrow()
                : Arrays.stream(d).min().orElseThrow();
    }

    private static List<Check> p28(Laboratory lab) {
        Network network = lab.network();
        int[] dmn = Regions.in(network, "DMN");
        int[] fpn = Regions.in(network, "FPN");
        int[] sn = Regions.in(network, "SN");
        Variants.Reaction pulse = new Variants(lab, 1).pulses(sn, PULSES);
        List<String> salience =
                IntStream.of(sn).mapToObj(i -> network.regions().get(i).name()).toList();
        double[][] alternations = new Variants(lab, 2)
                .links(1, l -> salience.contains(l.from()) && !salience.contains(l.to()), 0)
                .alternations(REST_S, "DMN", "FPN");
        int n = lab.patients();
        return List.of(
                new Check(
                        Band.above("largest rise of FPN after a pulse to SN", 0.01),
                        n,
                        p -> extreme(pulse.difference(0, p, fpn), true)),
                new Check(Band.of("time of it", 0.2, 3).in("s"), n, p -> latencyS(pulse.difference(0, p, fpn), true)),
                new Check(
                        Band.below("largest fall of DMN after a pulse to SN", -0.01),
                        n,
                        p -> extreme(pulse.difference(0, p, dmn), false)),
                new Check(Band.of("time of it", 0.2, 3).in("s"), n, p -> latencyS(pulse.difference(0, p, dmn), false)),
                new Check(
                        Band.above("DMN/FPN alternations lost without the outflow of SN", 0.3),
                        n,
                        p -> 1 - Estimates.mean(alternations[1], p) / Estimates.mean(alternations[0], p)));
    }

    private static List<Check> p29(Laboratory lab) {
        Network network = lab.network();
        int[] amygdala = Regions.of(network, "AMY");
        Variants.Reaction threat = new Variants(lab, 3)
                .drive(
                        1,
                        Regions.of(network, "vmPFC"),
                        lab.setting().parameters().stimuli().testCue())
                .links(2, l -> isFrom(network, l.from(), "vmPFC") && isFrom(network, l.to(), "AMY"), 0.5)
                .pulses(amygdala, PULSES);
        int n = lab.patients();
        return List.of(
                new Check(
                        Band.below("AMY response with vmPFC driven, change", 0),
                        n,
                        p -> response(threat, 1, p, amygdala).amplitude()
                                        / response(threat, 0, p, amygdala).amplitude()
                                - 1),
                new Check(
                        Band.above("recovery half-time of AMY with vmPFC->AMY halved, change", 0.2),
                        n,
                        p -> halfTime(threat, 2, p, amygdala) / halfTime(threat, 0, p, amygdala) - 1));
    }

    private static boolean isFrom(Network network, String region, String part) {
        return network.regions().get(network.indexOf(region)).is(part);
    }

    private static EvokedResponse response(Variants.Reaction r, int arm, int[] patients, int[] regions) {
        return new EvokedResponse(r.difference(arm, patients, regions), Variants.pulseSamples(), Variants.sampleMs());
    }

    private static double halfTime(Variants.Reaction r, int arm, int[] patients, int[] regions) {
        return response(r, arm, patients, regions).halfTimeMs() instanceof org.unstuck.metric.Measurement.Defined d
                ? d.value()
                : Double.NaN;
    }
}
