package org.unstuck.study;

import java.util.List;
import java.util.stream.IntStream;
import org.unstuck.metric.EvokedResponse;
import org.unstuck.metric.Measurement;
import org.unstuck.network.Network;
import org.unstuck.protocol.Challenge;
import org.unstuck.recording.Evoked;
import org.unstuck.recording.Scan;

/**
 * What the challenges of a scan evoked; undefined without them. All amplitudes are changes of activity (0 to 1) while the pulse is
 * on, against the same noise without it.
 *
 * @param threat reactivity of amygdala and anterior insula to a threat
 * @param recoveryS half-time of the amygdala and anterior insula after the threat, s
 * @param engagement rise of dlPFC and PPC under a task cue
 * @param positive response of vmPFC, sgACC and mPFC to a positive cue
 * @param negative response of the amygdala to a negative cue
 */
public record Reactions(
        Measurement threat, Measurement recoveryS, Measurement engagement, Measurement positive, Measurement negative) {

    static final List<String> ALARM = List.of("AMY", "AI");
    private static final List<String> VALUE = List.of("vmPFC", "sgACC", "mPFC");
    private static final List<String> AMYGDALA = List.of("AMY");
    private static final double MS = 1000;

    /** Reads the challenges of {@code scan}. */
    public static Reactions of(Scan scan, Network network) {
        EvokedResponse alarm = response(scan, Challenge.THREAT, network, ALARM);
        return new Reactions(
                amplitude(alarm, Challenge.THREAT, ALARM),
                alarm == null
                        ? amplitude(null, Challenge.THREAT, ALARM)
                        : alarm.halfTimeMs().map(ms -> ms / MS),
                amplitude(
                        response(scan, Challenge.TASK, network, Assessment.CONTROL),
                        Challenge.TASK,
                        Assessment.CONTROL),
                amplitude(response(scan, Challenge.POSITIVE, network, VALUE), Challenge.POSITIVE, VALUE),
                amplitude(response(scan, Challenge.THREAT, network, AMYGDALA), Challenge.THREAT, AMYGDALA));
    }

    /** Responsiveness to good and bad alike: the mean of both responses. Emotional blunting is a fall of it. */
    public Measurement responsiveness() {
        return positive.combine(negative, (p, n) -> 0.5 * (p + n));
    }

    private static Measurement amplitude(EvokedResponse response, Challenge challenge, List<String> parts) {
        return response == null
                ? Measurement.undefined("the scan had no " + challenge + " challenge, or the network none of "
                        + String.join(", ", parts))
                : Measurement.of(response.amplitude());
    }

    private static EvokedResponse response(Scan scan, Challenge challenge, Network network, List<String> parts) {
        Evoked evoked = scan.to(challenge);
        int[] regions = IntStream.range(0, network.size())
                .filter(i -> parts.stream().anyMatch(network.regions().get(i)::is))
                .toArray();
        return evoked == null || regions.length == 0
                ? null
                : EvokedResponse.of(evoked.with(), evoked.without(), regions, evoked.onSamples(), evoked.sampleMs());
    }
}
