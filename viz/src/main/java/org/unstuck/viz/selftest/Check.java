package org.unstuck.viz.selftest;

import java.util.function.Consumer;

/**
 * One line of the self-test.
 *
 * @param area heading, as in "Integrators"
 * @param name what is computed
 * @param truth where the expected numbers come from
 * @param run computes and compares
 */
record Check(String area, String name, String truth, Consumer<Score> run) {

    /**
     * What came out.
     *
     * @param check the check
     * @param values how many numbers or texts were compared
     * @param worst the largest error as a share of what is allowed; 0 if all are equal
     * @param problem what is wrong, or empty
     * @param seconds how long it took, s
     */
    record Outcome(Check check, int values, double worst, String problem, double seconds) {

        boolean passes() {
            return problem.isEmpty();
        }
    }

    /** Runs it. A failure of the program is an outcome too. */
    Outcome outcome() {
        Score score = new Score();
        String problem = "";
        long startedNs = System.nanoTime();
        try {
            run.accept(score);
            if (score.values() == 0) {
                problem = "nothing was compared";
            } else if (score.worst() > 1) {
                problem = score.where();
            }
        } catch (RuntimeException | StackOverflowError e) {
            problem = e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        return new Outcome(this, score.values(), score.worst(), problem, (System.nanoTime() - startedNs) / 1e9);
    }
}
