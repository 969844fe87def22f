package org.unstuck.connectome;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.connectome.Choices.Asymmetric;
import org.unstuck.connectome.Choices.Negative;
import org.unstuck.connectome.Choices.Rows;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.numeric.Exp;

/**
 * The weights of a connectome after {@link Choices}, and sentences that say what was found and done.
 *
 * @param excitatory {@code excitatory[target][source]}, 0 or greater, 0 on the diagonal
 * @param suppressive the same for what becomes suppressive links; all 0 if nothing does
 * @param remarks what a reader has to know
 */
public record Preparation(double[][] excitatory, double[][] suppressive, List<String> remarks) {

    /** Below this relative difference two directions are called equal: what is left of a mean after writing it as text. */
    private static final double SAME = 1e-6;

    private static final int DIGITS = 4;

    public Preparation {
        remarks = List.copyOf(remarks);
    }

    /**
     * Applies choices.
     *
     * @throws Invalid if a choice refuses what is there, or there is nothing to normalise
     */
    public static Preparation of(Connectome connectome, Choices choices) {
        return new Steps(connectome, choices).all();
    }

    /** Number of links of one kind. */
    static int count(double[][] weights) {
        int count = 0;
        for (double[] row : weights) {
            for (double w : row) {
                count += w != 0 ? 1 : 0;
            }
        }
        return count;
    }

    private static final class Steps {

        private final Connectome connectome;
        private final Choices choices;
        private final int n;
        private final double[][] w;
        private final double[][] negative;
        private final List<String> remarks = new ArrayList<>();

        Steps(Connectome connectome, Choices choices) {
            this.connectome = connectome;
            this.choices = choices;
            this.n = connectome.size();
            this.w = new double[n][n];
            this.negative = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    w[i][j] = choices.rows() == Rows.TARGETS
                            ? connectome.weights()[i][j]
                            : connectome.weights()[j][i];
                }
            }
        }

        Preparation all() {
            dropDiagonal();
            logarithms();
            directions();
            negatives();
            normalise();
            return new Preparation(w, negative, remarks);
        }

        private void dropDiagonal() {
            int own = 0;
            for (int i = 0; i < n; i++) {
                own += w[i][i] != 0 ? 1 : 0;
                w[i][i] = 0;
            }
            if (own > 0) {
                remarks.add(own + " of " + n + " regions have a weight to themselves: set aside, because recurrent "
                        + "excitation is w_EE of the mass.");
            }
        }

        private void directions() {
            int differing = 0;
            double largest = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    double size = Math.max(Math.abs(w[i][j]), Math.abs(w[j][i]));
                    double difference = Math.abs(w[i][j] - w[j][i]);
                    if (difference > SAME * size) {
                        differing++;
                        largest = Math.max(largest, difference);
                    }
                }
            }
            if (differing == 0) {
                remarks.add("The weights are symmetric: tractography has no direction.");
                return;
            }
            String found = differing + " of " + n * (n - 1) / 2
                    + " pairs have different weights in their two directions, by up to " + Decimal.of(largest, DIGITS);
            if (choices.asymmetric() == Asymmetric.REFUSE) {
                throw new Invalid(
                        found + ", but they must be the same.", "Maybe keep both directions, or take the mean.");
            }
            if (choices.asymmetric() == Asymmetric.MEAN) {
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < i; j++) {
                        w[i][j] = w[j][i] = (w[i][j] + w[j][i]) / 2;
                    }
                }
                remarks.add(found + ": replaced by their mean.");
            } else {
                remarks.add(found + ": kept; rows are " + Choices.word(choices.rows()) + ".");
            }
        }

        private void logarithms() {
            if (!choices.logarithms()) {
                if (connectome.file().startsWith("strucMatrix")) {
                    remarks.add("The file is named like those of the ENIGMA Toolbox, whose structural weights are "
                            + "log-transformed: they are taken as they are, so strong links are weaker here than in the "
                            + "tracts. Choose logarithms to undo it.");
                }
                return;
            }
            for (double[] row : w) {
                for (int j = 0; j < n; j++) {
                    row[j] = row[j] == 0 ? 0 : Exp.exp(row[j]);
                    if (Double.isInfinite(row[j])) {
                        throw new Invalid(
                                "exp of a weight is too large for a number.", "Maybe the weights are no logarithms.");
                    }
                }
            }
            remarks.add("The weights were taken for natural logarithms and undone by exp; 0 stayed no connection.");
        }

        private void negatives() {
            int count = 0;
            int row = -1;
            int column = -1;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (w[i][j] < 0) {
                        if (count++ == 0) {
                            row = i;
                            column = j;
                        }
                        negative[i][j] = choices.negative() == Negative.SUPPRESS ? -w[i][j] : 0;
                    }
                }
            }
            if (count == 0) {
                return;
            }
            if (choices.negative() == Negative.REFUSE) {
                throw new Invalid(
                        (count == 1 ? "1 weight is" : count + " weights are") + " negative, as that from "
                                + connectome.labels().get(column) + " to "
                                + connectome.labels().get(row) + " (" + Decimal.of(w[row][column], DIGITS)
                                + "), a number of fibres must be 0 or greater.",
                        "Maybe they are logarithms or correlations; or say that negative ones are to be dropped or to suppress.");
            }
            for (double[] each : w) {
                for (int j = 0; j < n; j++) {
                    each[j] = Math.max(0, each[j]);
                }
            }
            remarks.add(count + " negative weights were "
                    + (choices.negative() == Negative.DROP ? "dropped." : "made suppressive links."));
        }

        private void normalise() {
            double largest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (double[] row : w) {
                for (double each : row) {
                    largest = Math.max(largest, each);
                    least = each > 0 ? Math.min(least, each) : least;
                }
            }
            if (largest == 0) {
                throw new Invalid("all weights are 0: there is no connection.", "Maybe the wrong file.");
            }
            remarks.add(count(w) + " links, " + Decimal.of(100.0 * count(w) / (n * (n - 1.0)), 3)
                    + " % of all possible, weights from " + Decimal.of(least, DIGITS) + " to "
                    + Decimal.of(largest, DIGITS)
                    + " in the unit of the file.");
            int alone = 0;
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (double each : w[i]) {
                    sum += each;
                }
                alone += sum == 0 ? 1 : 0;
                double by = switch (choices.normalise()) {
                    case NONE -> 1;
                    case MAX -> largest;
                    case ROW_SUM -> sum == 0 ? 1 : sum;
                };
                for (int j = 0; j < n; j++) {
                    w[i][j] = w[i][j] / by * choices.scale();
                    negative[i][j] = negative[i][j] / by * choices.scale();
                }
            }
            if (alone > 0) {
                remarks.add(alone + " regions receive nothing from others.");
            }
            remarks.add("Weights: "
                    + switch (choices.normalise()) {
                        case NONE -> "as in the file";
                        case MAX -> "divided by the largest";
                        case ROW_SUM ->
                            "divided by the sum over all sources of each region, which then receives 1 in total";
                    }
                    + ", times " + Decimal.exact(choices.scale()) + ".");
        }
    }
}
