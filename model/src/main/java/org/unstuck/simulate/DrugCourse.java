package org.unstuck.simulate;

import java.util.List;
import org.unstuck.pharma.Compartments;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;

/**
 * Drugs in one person over an arm, without the network: concentrations, receptor effects, tolerance, cascade at chosen moments.
 *
 * @param hours the moments, h
 * @param plasma plasma concentration {@code plasma[drug][moment]}, ng/mL
 * @param site concentration at the effect site {@code site[drug][moment]}, ng/mL, active metabolites included
 * @param metabolites plasma concentration {@code metabolites[drug][metabolite][moment]}, ng/mL
 * @param gaba effect at GABA-A receptors before tolerance, 0 to 1
 * @param counter counter-drive, 0 to 1
 * @param sedation sedation felt, 0 to 1
 * @param tolerance sedation tolerance s, 0 to 1: what is taken from the sedation of the drug
 * @param blockI occupancy of NMDA receptors on inhibitory cells, 0 to 1
 * @param blockE occupancy of NMDA receptors on excitatory cells, 0 to 1
 * @param serotonin occupancy of the serotonin transporter, 0 to 1
 * @param dissociation dissociation felt, 0 to 1
 * @param gate window of plasticity g
 * @param pool pool of new synapses p
 */
public record DrugCourse(
        double[] hours,
        double[][] plasma,
        double[][] site,
        double[][][] metabolites,
        double[] gaba,
        double[] counter,
        double[] sedation,
        double[] tolerance,
        double[] blockI,
        double[] blockE,
        double[] serotonin,
        double[] dissociation,
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
        Body body = new Body(drugs, arm, person, parameters.tolerance(), parameters.cascade());
        int n = hours.length;
        DrugCourse course = new DrugCourse(
                hours.clone(),
                new double[drugs.size()][n],
                new double[drugs.size()][n],
                drugs.stream().map(d -> new double[d.metabolites().size()][n]).toArray(double[][][]::new),
                new double[n],
                new double[n],
                new double[n],
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
                Compartments inside = body.inside(d);
                course.plasma[d][i] = inside.plasma();
                course.site[d][i] = inside.effectSite();
                for (int m = 0; m < course.metabolites[d].length; m++) {
                    course.metabolites[d][m][i] = inside.metabolite(m);
                }
            }
            course.gaba[i] = now.gaba;
            course.counter[i] = now.counter;
            course.sedation[i] = now.sedation;
            course.tolerance[i] = body.sedationTolerance();
            course.serotonin[i] = now.serotonin;
            course.dissociation[i] = now.dissociation;
            course.blockI[i] = now.blockI;
            course.blockE[i] = now.blockE;
            course.gate[i] = now.gate;
            course.pool[i] = now.pool;
        }
        return course;
    }
}
