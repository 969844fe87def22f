package org.unstuck.viz.explore;

import org.unstuck.mass.Inputs;
import org.unstuck.mass.NeuralMass;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.recording.Slow;
import org.unstuck.simulate.ModelParameters;
import org.unstuck.viz.explore.Track.Trail;

/** What the window shows: a copy of both patients at one moment. Written by the engine, then only read. */
final class Frame {

    /** Samples of a trace that are shown: 80 s at 40 ms. */
    static final int SAMPLES = 2000;

    /** Patients A and B. */
    final Side[] sides = {new Side(), new Side()};

    /** What the engine is busy with, from 0 to 1; negative while the clock runs. */
    double busy = -1;

    /** How far the experiment of a lesson is, from 0 to 1; negative if there is none. */
    double script = -1;

    boolean playing;
    double speed;
    /** Activity simulated per second of real time, as measured; what is asked for may be more than the machine can do. */
    double achieved;

    /** One patient. */
    static final class Side {
        boolean on;
        Network network;
        String run = "";
        long samples;
        double sampleMs;
        double hours;
        double pace;
        double paceNow;
        double severity;
        ModelParameters parameters;
        Condition condition;
        String session;
        double[] cues = {};
        double[] E = {};
        double[] I = {};
        /** {@code y[variable][region]}: the state of the mass. */
        double[][] y = {};
        /** What reaches the regions. */
        Inputs in = new Inputs(0);

        double[] weights = {};
        /** {@code traces[region][sample]}, oldest first. */
        float[][] traces = {};
        /** {@code networks[competing network][sample]}. */
        float[][] networks = {};

        byte[] states = {};
        int shown;
        double loudness = Double.NaN;
        double shifts = Double.NaN;
        Trail trail = new Trail();
        double[][] connectivity = {};
        final double[] levels = new double[Slow.values().length];
        double[] plasma = {};

        /** Fits the arrays to a network and its mass. */
        void fit(NeuralMass mass, int regions, int networks, int links, int drugs) {
            int variables = mass.variables().size();
            if (y.length != variables || E.length != regions || in.carried.length != mass.signals()) {
                y = new double[variables][regions];
                in = new Inputs(regions, mass.signals());
            }
            if (E.length == regions && weights.length == links && traces.length == regions) {
                return;
            }
            E = new double[regions];
            I = new double[regions];
            weights = new double[links];
            plasma = new double[drugs];
            traces = new float[regions][SAMPLES];
            this.networks = new float[networks][SAMPLES];
            states = new byte[SAMPLES];
            connectivity = new double[regions][regions];
        }

        /** Whether it shows a patient with this network; for a moment after another session was opened it may show the one before. */
        boolean shows(Network expected) {
            return on && (network == expected || expected.equals(network));
        }

        double level(Slow quantity) {
            return levels[quantity.ordinal()];
        }

        double seconds() {
            return samples * sampleMs / 1000;
        }
    }
}
