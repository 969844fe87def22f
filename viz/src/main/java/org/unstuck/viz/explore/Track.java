package org.unstuck.viz.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.unstuck.metric.FunctionalConnectivity;
import org.unstuck.protocol.Stimulus;
import org.unstuck.recording.Slow;
import org.unstuck.simulate.Command;
import org.unstuck.simulate.Live;
import org.unstuck.study.Reading;
import org.unstuck.study.Readout;
import org.unstuck.study.Session;

/** One run of the live patient: the patient, what can be read from it, and every command with its moment. Owned by the engine. */
final class Track {

    /** Samples between two points of the trail: 1 s. */
    private static final int TRAIL_EVERY = 25;
    /** Samples that functional connectivity is read from: 30 s. */
    private static final int CONNECTIVITY = 750;
    /** Samples between two readings of connectivity: half a second. */
    private static final int CONNECTIVITY_EVERY = 12;

    /** The last minute or two on the two axes. */
    static final class Trail {
        static final int POINTS = 120;
        final float[] loudness = new float[POINTS];
        final float[] shifts = new float[POINTS];
        int size;

        void add(double loud, double shift) {
            if (size == POINTS) {
                System.arraycopy(loudness, 1, loudness, 0, POINTS - 1);
                System.arraycopy(shifts, 1, shifts, 0, POINTS - 1);
                size--;
            }
            loudness[size] = (float) loud;
            shifts[size++] = (float) shift;
        }

        void copyTo(Trail other) {
            System.arraycopy(loudness, 0, other.loudness, 0, POINTS);
            System.arraycopy(shifts, 0, other.shifts, 0, POINTS);
            other.size = size;
        }
    }

    private final String name;
    private final Live live;
    private final Readout readout;
    private final Supplier<double[]> reference;
    private final Trail trail = new Trail();
    private final List<Session.Timed> log = new ArrayList<>();
    private double[][] connectivity;
    private long connectivityAt = -1;

    /**
     * A run in which nothing has happened yet.
     *
     * @param name its title
     * @param live the patient, as it was made
     * @param reference levels of the healthy twin; null as long as they are not known
     */
    Track(String name, Live live, Supplier<double[]> reference) {
        this.name = name;
        this.live = live;
        this.reference = reference;
        this.readout = readout(live);
        int regions = live.setting().network().size();
        this.connectivity = new double[regions][regions];
    }

    static Readout readout(Live live) {
        return new Readout(
                live.setting().network(),
                live.setting().condition().symptom(),
                Reading.standard(),
                live.sampleMs(),
                Frame.SAMPLES);
    }

    /** Levels of the patient without the condition: what loudness is relative to. */
    static double[] healthy(Live.Setting setting) {
        Live twin = new Live(setting);
        twin.apply(new Command.Severity(0));
        Readout readout = readout(twin);
        double[] sum = {};
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            twin.advance((int) (Readout.LOUD_S * MS / twin.sampleMs()), () -> readout.accept(twin));
            double[] levels = readout.levels();
            sum = sum.length == 0 ? new double[levels.length] : sum;
            for (int g = 0; g < sum.length; g++) {
                sum[g] += levels[g] / STRETCHES;
            }
        }
        return sum;
    }

    /** A healthy twin is read for a minute. */
    private static final int STRETCHES = 6;

    private static final double MS = 1000;

    String name() {
        return name;
    }

    Live live() {
        return live;
    }

    Readout readout() {
        return readout;
    }

    /** What has been done so far, as it is written into a file. */
    Session.Run run() {
        return new Session.Run(name, live.samples(), log);
    }

    /** Does {@code command} now and remembers it; of several settings of one parameter at one moment the last is kept. */
    void apply(Command command) {
        live.apply(command);
        Session.Timed last = log.isEmpty() ? null : log.get(log.size() - 1);
        if (last != null && last.sample() == live.samples() && same(last.does(), command)) {
            log.remove(log.size() - 1);
        }
        log.add(new Session.Timed(live.samples(), command));
    }

    private static boolean same(Command a, Command b) {
        if (a instanceof Command.Set x && b instanceof Command.Set y) {
            return x.group().equals(y.group()) && x.name().equals(y.name());
        }
        return a.getClass() == b.getClass() && (a instanceof Command.Severity || a instanceof Command.Pace);
    }

    /** Runs on. */
    void advance(int samples) {
        live.advance(samples, this::sampled);
    }

    private void sampled() {
        readout.accept(live);
        if (live.samples() % TRAIL_EVERY == 0) {
            double shifts = readout.shiftsPerMinute();
            double loudness = loudness();
            if (!Double.isNaN(shifts) && !Double.isNaN(loudness)) {
                trail.add(loudness, shifts);
            }
        }
    }

    private double loudness() {
        double[] healthy = reference.get();
        return healthy == null ? Double.NaN : readout.loudness(healthy);
    }

    /** Copies everything that is shown. */
    void copyTo(Frame.Side side) {
        int regions = live.setting().network().size();
        int networks = live.setting().network().competing().size();
        side.fit(
                live.parameters().neuralMass(),
                regions,
                networks,
                live.setting().network().links().size(),
                live.setting().drugs().size());
        side.on = true;
        side.network = live.setting().network();
        side.run = name;
        side.samples = live.samples();
        side.sampleMs = live.sampleMs();
        side.hours = live.hours();
        side.pace = live.pace();
        side.paceNow = live.paceNow();
        side.severity = live.severity();
        side.parameters = live.parameters();
        side.condition = live.condition();
        side.session = live.session() == null ? null : live.session().word();
        side.cues = Arrays.stream(Stimulus.values()).mapToDouble(live::cue).toArray();
        for (int i = 0; i < regions; i++) {
            side.E[i] = live.excitatory(i);
            side.I[i] = live.inhibitory(i);
            RegionPlane.copy(live.inputs(), i, side.in, i);
        }
        for (int v = 0; v < side.y.length; v++) {
            System.arraycopy(live.state()[v], 0, side.y[v], 0, regions);
        }
        System.arraycopy(live.weights(), 0, side.weights, 0, side.weights.length);
        for (Slow slow : Slow.values()) {
            side.levels[slow.ordinal()] = live.level(slow);
        }
        for (int d = 0; d < side.plasma.length; d++) {
            side.plasma[d] = live.plasma(d);
        }
        traces(side, regions, networks);
        side.loudness = loudness();
        side.shifts = readout.shiftsPerMinute();
        trail.copyTo(side.trail);
        connect();
        for (int i = 0; i < regions; i++) {
            System.arraycopy(connectivity[i], 0, side.connectivity[i], 0, regions);
        }
    }

    private void traces(Frame.Side side, int regions, int networks) {
        int n = Math.min(Frame.SAMPLES, readout.remembered());
        side.shown = n;
        for (int t = 0; t < n; t++) {
            int back = n - 1 - t;
            for (int i = 0; i < regions; i++) {
                side.traces[i][t] = (float) readout.activity(i, back);
            }
            for (int m = 0; m < networks; m++) {
                side.networks[m][t] = (float) readout.network(m, back);
            }
            side.states[t] = (byte) readout.state(back);
        }
    }

    private void connect() {
        int n = Math.min(CONNECTIVITY, readout.remembered());
        if (n < 2 || live.samples() - connectivityAt < CONNECTIVITY_EVERY) {
            return;
        }
        connectivityAt = live.samples();
        double[][] values = new double[n][connectivity.length];
        for (int t = 0; t < n; t++) {
            for (int i = 0; i < connectivity.length; i++) {
                values[t][i] = readout.activity(i, t);
            }
        }
        connectivity = FunctionalConnectivity.of(values).matrix(0);
    }
}
