package org.unstuck.landscape;

/** Where a system without noise ends up. */
public sealed interface Attractor {

    /** The mean over time {@code [coordinate]}. */
    double[] mean();

    /** The least values. */
    double[] low();

    /** The largest values. */
    double[] high();

    /** How far {@code x} is from it, as {@link Box#distance}. */
    double distance(double[] x, Box box);

    /** What it is, in words. */
    String words();

    /**
     * A stable equilibrium.
     *
     * @param equilibrium the point
     */
    record Rest(Equilibrium equilibrium) implements Attractor {

        @Override
        public double[] mean() {
            return equilibrium.x();
        }

        @Override
        public double[] low() {
            return equilibrium.x();
        }

        @Override
        public double[] high() {
            return equilibrium.x();
        }

        @Override
        public double distance(double[] x, Box box) {
            return box.distance(equilibrium.x(), x);
        }

        @Override
        public String words() {
            return equilibrium.kind().words();
        }
    }

    /**
     * A stable oscillation.
     *
     * @param period its period, unit of time
     * @param mean mean over a period
     * @param low least values
     * @param high largest values
     * @param orbit {@code orbit[coordinate][phase]}, at equal times over one period
     */
    record Cycle(double period, double[] mean, double[] low, double[] high, double[][] orbit) implements Attractor {

        @Override
        public double distance(double[] x, Box box) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int k = 0; k < orbit[0].length; k++) {
                double square = 0;
                for (int i = 0; i < x.length; i++) {
                    double d = (x[i] - orbit[i][k]) / box.width(i);
                    square += d * d;
                }
                nearest = Math.min(nearest, square);
            }
            return Math.sqrt(nearest / x.length);
        }

        /** The share of a period in which coordinate {@code i} is above {@code level}. */
        public double share(int i, double level) {
            int above = 0;
            for (double value : orbit[i]) {
                above += value > level ? 1 : 0;
            }
            return above / (double) orbit[i].length;
        }

        @Override
        public String words() {
            return "limit cycle";
        }
    }

    /**
     * Motion that neither came to rest nor repeated itself in the time given: slow, quasi-periodic or chaotic.
     *
     * @param mean mean over the time it was watched
     * @param low least values
     * @param high largest values
     * @param why what was seen
     */
    record Restless(double[] mean, double[] low, double[] high, String why) implements Attractor {

        /** From its mean: nothing is taken to have arrived at it. */
        @Override
        public double distance(double[] x, Box box) {
            return box.distance(mean, x);
        }

        @Override
        public String words() {
            return "unresolved: " + why;
        }
    }
}
