package org.unstuck.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.simulate.FastClock;

/**
 * Do the C reference and the product compute the same?
 *
 * <pre>java -cp bench/target/benchmarks.jar org.unstuck.bench.Agreement bench/target/wc</pre>
 *
 * <p>Without noise the state after 0.5 s, on its way, must agree to 1e-9 in every variable of every region. With noise the generators differ,
 * so the mean of E over time and regions is compared between 512 lanes each (which are independent), as is the mean square of u
 * with sigma squared. A difference above 5 standard errors fails; a right program does so once in 1.7 million times.
 */
public final class Agreement {

    private static final double TOLERANCE = 1e-9;
    private static final double MOST_ERRORS = 5;
    private static final int LANES = 512;
    /** 20 s, three time constants of adaptation. */
    private static final int STEPS = 10_000;
    /** 0.5 s, a twelfth of the time constant of adaptation: nothing rests yet. */
    private static final int STEPS_WITHOUT_NOISE = 250;

    private static final int EVERY = 20;
    private static final int REGIONS = 12;
    private static final String[] NAMES = {"E", "I", "a", "u"};

    private final String program;

    private Agreement(String program) {
        this.program = program;
    }

    /** Compares, prints one line of JSON for each comparison, and exits with 1 if one fails. */
    public static void main(String[] arguments) throws IOException {
        Agreement agreement = new Agreement(arguments[0]);
        boolean agree = true;
        for (String scheme : List.of("euler-maruyama", "heun")) {
            for (int regions : new int[] {REGIONS, 80}) {
                for (int lanes : new int[] {1, 8}) {
                    agree &= agreement.withoutNoise(regions, lanes, scheme);
                }
            }
            agree &= agreement.withNoise(scheme);
        }
        System.exit(agree ? 0 : 1);
    }

    private boolean withoutNoise(int regions, int lanes, String scheme) throws IOException {
        JsonNode c = c(regions, lanes, scheme, STEPS_WITHOUT_NOISE, STEPS_WITHOUT_NOISE, 0);
        FastClock clock = Synthetic.clock(Synthetic.dense(regions), scheme, 1, lanes, 0);
        clock.run(STEPS_WITHOUT_NOISE, STEPS_WITHOUT_NOISE, (s, y) -> {});
        double largest = 0;
        for (int v = 0; v < NAMES.length; v++) {
            for (int i = 0; i < regions; i++) {
                double other = c.get(NAMES[v]).get(i).asDouble();
                largest = Math.max(largest, Math.abs(clock.state()[v][i * lanes] - other));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "{\"check\": \"end state without noise, largest difference\", \"regions\": %d, \"lanes\": %d, "
                        + "\"scheme\": \"%s\", \"value\": %.2g, \"limit\": %.0e}%n",
                regions,
                lanes,
                scheme,
                largest,
                TOLERANCE);
        return largest <= TOLERANCE;
    }

    private boolean withNoise(String scheme) throws IOException {
        double sigma = OrnsteinUhlenbeck.standard().sigma();
        JsonNode c = c(REGIONS, LANES, scheme, STEPS, EVERY, sigma);
        double[] theirs = new double[LANES];
        Arrays.setAll(theirs, k -> c.get("meanE").get(k).asDouble());
        double[] ours = new double[LANES];
        double[] square = new double[1];
        double samples = (double) STEPS / EVERY * REGIONS;
        Synthetic.clock(Synthetic.dense(REGIONS), scheme, 1, LANES, sigma).run(STEPS, EVERY, (s, y) -> {
            for (int k = 0; k < REGIONS * LANES; k++) {
                ours[k % LANES] += y[0][k] / samples;
                square[0] += y[3][k] * y[3][k] / samples / LANES;
            }
        });
        double error = Math.sqrt((variance(ours) + variance(theirs)) / LANES);
        double z = Math.abs(mean(ours) - mean(theirs)) / error;
        System.out.printf(
                Locale.ROOT,
                "{\"check\": \"mean E with noise, difference in standard errors\", \"regions\": %d, \"lanes\": %d, "
                        + "\"scheme\": \"%s\", \"value\": %.2g, \"limit\": %.0f, \"ours\": %.5g, \"theirs\": %.5g, "
                        + "\"ourSigma\": %.4g, \"theirSigma\": %.4g}%n",
                REGIONS,
                LANES,
                scheme,
                z,
                MOST_ERRORS,
                mean(ours),
                mean(theirs),
                Math.sqrt(square[0]),
                Math.sqrt(c.get("meanSquareU").asDouble()));
        return z <= MOST_ERRORS;
    }

    private JsonNode c(int regions, int lanes, String scheme, int steps, int every, double sigma) throws IOException {
        Process process = new ProcessBuilder(
                        program,
                        "-n",
                        Integer.toString(regions),
                        "-l",
                        Integer.toString(lanes),
                        "-s",
                        scheme,
                        "-t",
                        Integer.toString(steps),
                        "-e",
                        Integer.toString(every),
                        "-S",
                        Double.toString(sigma))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream out = process.getInputStream()) {
            return new ObjectMapper().readTree(out);
        }
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private static double variance(double[] x) {
        double mean = mean(x);
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
    }
}
