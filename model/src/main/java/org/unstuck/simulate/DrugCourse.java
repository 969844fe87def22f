package org.unstuck.simulate;

import java.util.List;
import org.unstuck.pharma.Compartments;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.recording.Slow;

/**
 * Drugs in one person over an arm, without the network: concentrations, receptor effects, adaptation, cascade at chosen moments.
 * Doses are those that are planned: nothing is forgotten, and without a network nothing is decided.
 *
 * @param hours the moments, h
 * @param plasma plasma concentration {@code plasma[drug][moment]}, ng/mL
 * @param site concentration at the effect site {@code site[drug][moment]}, ng/mL, active metabolites included
 * @param metabolites plasma concentration {@code metabolites[drug][metabolite][moment]}, ng/mL
 * @param levels all other slow quantities {@code levels[slow][moment]}, in the order of {@link Slow}; see {@link #of(Slow)}
 */
public record DrugCourse(
        double[] hours, double[][] plasma, double[][] site, double[][][] metabolites, double[][] levels) {

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
        Body body = new Body(drugs, new Agenda(arm, person.weightKg(), null), arm, person, parameters);
        int n = hours.length;
        DrugCourse course = new DrugCourse(
                hours.clone(),
                new double[drugs.size()][n],
                new double[drugs.size()][n],
                drugs.stream().map(d -> new double[d.metabolites().size()][n]).toArray(double[][][]::new),
                new double[Slow.values().length][n]);
        for (int i = 0; i < n; i++) {
            body.advanceTo(hours[i]);
            for (int d = 0; d < drugs.size(); d++) {
                Compartments inside = body.inside(d);
                course.plasma[d][i] = inside.plasma();
                course.site[d][i] = inside.effectSite();
                for (int m = 0; m < course.metabolites[d].length; m++) {
                    course.metabolites[d][m][i] = inside.metabolite(m);
                }
            }
            body.now().copyTo(course.levels, i);
        }
        return course;
    }

    /** One slow quantity {@code [moment]}; the array of this course, not a copy. */
    public double[] of(Slow quantity) {
        return levels[quantity.ordinal()];
    }
}
