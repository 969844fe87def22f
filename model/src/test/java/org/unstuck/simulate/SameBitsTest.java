package org.unstuck.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unstuck.describe.Time;
import org.unstuck.integrate.Scheme;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.Comparison;
import org.unstuck.study.ComparisonRun;
import org.unstuck.study.Progress;
import org.unstuck.study.Reading;
import org.unstuck.study.Scenario;
import org.unstuck.study.Tables;

/**
 * The same bits in any batch width, on any number of threads, JDK and locale. The hashes are part of the numeric semantics: a
 * change is an entry under "Numbers changed" and a higher {@code Version.NUMERIC_SEMANTICS}.
 */
class SameBitsTest {

    private static final int PATIENTS = 8;
    private static final int STEPS = 2000;

    @ParameterizedTest
    @CsvSource({
        "four-networks, euler-maruyama, 9d8c59d1b50153b3",
        "twelve-regions, euler-maruyama, 8d851b1bbedafd14",
        "twelve-regions, heun, 669dc13c9585e13a",
        "twelve-regions, sra1, 4f93d246553d5c66",
        "twenty-four-units, euler-maruyama, 04158d29bea1d5c4",
    })
    void theFastClockGivesThePublishedBitsInAnyBatchWidth(String network, String scheme, String golden) {
        for (int width : new int[] {1, 8, 64}) {
            assertThat(hash(
                            network,
                            Scheme.all().stream()
                                    .filter(s -> s.name().equals(scheme))
                                    .findFirst()
                                    .orElseThrow(),
                            width))
                    .as("%d lanes", width)
                    .isEqualTo(golden);
        }
    }

    /** SHA-256 over the states of the first eight patients, run {@code width} at a time. */
    private static String hash(String name, Scheme scheme, int width) {
        Network network = BuiltIn.NETWORKS.named(name);
        MessageDigest digest = sha256();
        for (int first = 0; first < PATIENTS; first += width) {
            int from = first;
            FastClock clock = new FastClock(
                    network,
                    WilsonCowan.standard(),
                    OrnsteinUhlenbeck.standard(),
                    scheme,
                    2,
                    1,
                    width,
                    p -> Address.of(1).with("patient", from + p));
            clock.purpose("golden");
            clock.run(STEPS, STEPS, (s, y) -> {});
            for (int p = 0; p < Math.min(width, PATIENTS); p++) {
                for (double[] variable : clock.state()) {
                    for (int i = 0; i < network.size(); i++) {
                        digest.update(ByteBuffer.allocate(Double.BYTES)
                                .putDouble(variable[i * width + p])
                                .array());
                    }
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    /** All tables of a small comparison. */
    @Test
    void aComparisonGivesThePublishedBytesOnAnyNumberOfThreadsAndInAnyLocale() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (int threads : new int[] {1, 2, 8}) {
                Locale.setDefault(threads == 2 ? Locale.GERMANY : threads == 8 ? new Locale("ar", "EG") : Locale.ROOT);
                TimeZone.setDefault(TimeZone.getTimeZone(threads == 2 ? "Asia/Kathmandu" : "UTC"));
                assertThat(comparison(threads)).as("%d threads", threads).isEqualTo("bb2ef60fbb465349");
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static String comparison(int threads) {
        Scenario s = BuiltIn.PRESETS.named("depression-rumination");
        ScanPlan scans = new ScanPlan(
                List.of(Time.days(0), Time.days(7)), Time.seconds(16), 4, Time.seconds(1.5), Time.seconds(4));
        Numerics n = s.numerics();
        Scenario small = s.withPatients(9)
                .withScans(scans)
                .withNumerics(new Numerics(
                        n.scheme(), n.step(), Time.days(7), n.settle(), n.warmUp(), Time.seconds(1), n.sample()));
        Comparison c = new ComparisonRun(small, Reading.standard()).run(threads, Progress.NONE, () -> false);
        MessageDigest digest = sha256();
        Tables.of(c).forEach(t -> t.csv(line -> digest.update(line.getBytes(StandardCharsets.UTF_8))));
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
