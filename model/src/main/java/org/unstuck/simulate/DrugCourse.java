package org.unstuck.simulate;

import java.util.List;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;

/**
 * Drugs in one person over an arm, without the network: concentrations, receptor effects, tolerance, cascade at chosen moments.
 * Doses are those that are planned: nothing is forgotten, and without a network nothing is decided.
 *
 * @param hours the moments, h
 * @param plasma plasma concentration {@code plasma[drug][moment]}, ng/mL
 * @param gaba effect at GABA-A receptors before tolerance, 0 to 1
 * @param counter counter-drive, 0 to 1
 * @param sedation sedation felt, 0 to 1
 * @param blockI occupancy of NMDA receptors on inhibitory cells, 0 to 1
 * @param blockE occupancy of NMDA receptors on excitatory cells, 0 to 1
 * @param gate window of plasticity g
 * @param pool pool of new synapses p
 */
public record DrugCourse(
        double[] hours,
        double[][] plasma,
        double[] gaba,
        double[] counter,
        double[] sedation,
        double[] blockI,
        double[] blockE,
        double[] gate,
        double[] pool) {

    /**
     * Computes the course.
     *
     * @param drugs the drugs that occur in the arm
     * @param arm what is given
     * @param person to whom
     * @param parameters tolerance and cascade
     * @param hours moments, ascending, from 0
     */
    public static DrugCourse of(List<Drug> drugs, Arm arm, Person person, ModelParameters parameters, double[] hours) {
        Body body = new Body(
                drugs, new Agenda(arm, person.weightKg(), null), person, parameters.tolerance(), parameters.cascade());
        int n = hours.length;
        DrugCourse course = new DrugCourse(
                hours.clone(),
                new double[drugs.size()][n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n]);
        for (int i = 0; i < n; i++) {
            body.advanceTo(hours[i]);
            Levels now = body.now();
            for (int d = 0; d < drugs.size(); d++) {
                course.plasma[d][i] = now.plasma[d];
            }
            course.gaba[i] = now.gaba;
            course.counter[i] = now.counter;
            course.sedation[i] = now.sedation;
            course.blockI[i] = now.blockI;
            course.blockE[i] = now.blockE;
            course.gate[i] = now.gate;
            course.pool[i] = now.pool;
        }
        return course;
    }
}
