package org.unstuck.landscape;

import org.unstuck.metric.Measurement;

/**
 * The way back to an attractor after a push, without noise.
 *
 * @param time {@code time[sample]} since the push
 * @param distance {@code distance[sample]} from the attractor, widths of the box
 * @param half time after which the distance stays at or below half of its first value; undefined if that does not happen
 * @param tenth the same for a tenth
 * @param linear time constant of the slowest small disturbance, -1 / Re lambda_1; undefined for what is not at rest
 */
public record Recovery(double[] time, double[] distance, Measurement half, Measurement tenth, Measurement linear) {

    private static final double TENTH = 0.1;

    /**
     * Follows a push.
     *
     * @param start the state just after the push
     * @param horizon how long
     * @param every time between samples
     */
    public static Recovery of(
            VectorField field, Box box, Attractor attractor, double[] start, double horizon, double every) {
        Flow flow = Flow.of(field, start);
        int steps = flow.steps(every);
        int samples = (int) Math.ceil(horizon / (steps * field.step()));
        double[] time = new double[samples + 1];
        double[] distance = new double[samples + 1];
        for (int s = 0; s <= samples; s++) {
            time[s] = s * steps * field.step();
            distance[s] = attractor.distance(flow.point(0), box);
            if (s < samples) {
                flow.advance(steps);
            }
        }
        Measurement linear = attractor instanceof Attractor.Rest rest
                ? Measurement.of(rest.equilibrium().eigenvalues().slowest())
                : Measurement.undefined("the attractor is not at rest");
        return new Recovery(time, distance, below(time, distance, 0.5), below(time, distance, TENTH), linear);
    }

    private static Measurement below(double[] time, double[] distance, double share) {
        if (distance[0] == 0) {
            return Measurement.undefined("the push changed nothing");
        }
        int s = distance.length;
        while (s > 0 && distance[s - 1] <= share * distance[0]) {
            s--;
        }
        return s == distance.length
                ? Measurement.undefined("it is not back at the end of the run")
                : Measurement.of(time[s]);
    }
}
