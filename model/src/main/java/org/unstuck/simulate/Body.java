package org.unstuck.simulate;

import java.util.List;
import org.unstuck.pharma.Adaptation;
import org.unstuck.pharma.Compartments;
import org.unstuck.pharma.Dissociation;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Effect;
import org.unstuck.pharma.GlutamateCascade;
import org.unstuck.pharma.Receptor;
import org.unstuck.pharma.Serotonin;
import org.unstuck.protocol.Arm;
import org.unstuck.recording.Slow;

/**
 * The slow state of one patient in one arm apart from the network: drugs in the body, tolerance, cascade. It advances along
 * the intakes of its {@link Agenda} in short steps. Owned by one run.
 */
final class Body {

    /** Longest step while nothing is acute, h. */
    private static final double QUIET_STEP = 0.5;
    /** Longest step while NMDA receptors are blocked, h. */
    private static final double ACUTE_STEP = 1 / 12.0;
    /** Occupancy above which steps are short. */
    private static final double ACUTE_BLOCK = 1e-3;
    /** Moments closer than this are one, h. */
    private static final double SAME = 1e-9;

    private final List<Drug> known;
    private final List<String> names;
    private final Compartments[] drugs;
    private final double[] rate;
    private final Agenda agenda;
    private Adaptation adaptation;
    private GlutamateCascade.State cascade;
    private Serotonin.State serotonin;
    private Dissociation dissociation;
    private Expectancy.State expectancy;
    private final double surgeFactor;
    private final double gabaMaximum;
    private final Levels now;
    private final Levels mean;
    private double sedative;
    private double habituation;
    private double engagement = 1;
    private double hours;
    /** A dose that is still being absorbed blocks nothing yet, but steps must be short before it does. */
    private double blockExpectedUntil;

    /** As hours, but within a stretch that is being advanced. */
    private double elapsed;

    Body(List<Drug> known, Agenda agenda, Arm arm, Person person, ModelParameters parameters) {
        this.known = known;
        this.names = known.stream().map(Drug::name).toList();
        this.agenda = agenda;
        this.drugs = known.stream().map(d -> new Compartments(d, person.body())).toArray(Compartments[]::new);
        this.rate = new double[drugs.length];
        this.adaptation = new Adaptation(parameters.tolerance(), person.counterDrive(), person.receptors());
        this.cascade = parameters.cascade().start();
        this.serotonin = parameters.serotonin().start(person.serotonin());
        this.dissociation = parameters.dissociation();
        this.expectancy = parameters.expectancy().start(arm, person.expectancy());
        this.surgeFactor = person.surge();
        this.gabaMaximum = gabaMaximum(known);
        this.now = new Levels(drugs.length);
        this.mean = new Levels(drugs.length);
    }

    /** From now on by these parameters; the state stays. */
    void follow(ModelParameters parameters) {
        adaptation = adaptation.under(parameters.tolerance());
        cascade = cascade.under(parameters.cascade());
        serotonin = serotonin.under(parameters.serotonin());
        dissociation = parameters.dissociation();
        expectancy = expectancy.under(parameters.expectancy());
    }

    /** What is taken and when. */
    Agenda agenda() {
        return agenda;
    }

    /** Now, h since the start of the course. */
    double hours() {
        return hours;
    }

    /** Drug number {@code drug} and its metabolites in this body. */
    Compartments inside(int drug) {
        return drugs[drug];
    }

    /** The levels at this moment; a dose taken at this moment is in the body but not yet felt. */
    Levels now() {
        return now;
    }

    /** The means over the last stretch advanced. */
    Levels mean() {
        return mean;
    }

    /** Advances to {@code until} hours. */
    void advanceTo(double until) {
        advanceTo(until, 1);
    }

    /** Advances to {@code until} hours with this engagement, which is only recorded. */
    void advanceTo(double until, double engagement) {
        this.engagement = engagement;
        double length = Math.max(until - hours, SAME);
        mean.clear();
        while (hours < until - SAME) {
            takeDue();
            double stop = Math.min(until, agenda.next());
            double longest = isAcute() ? ACUTE_STEP : QUIET_STEP;
            int steps = (int) Math.max(1, Math.ceil((stop - hours) / longest - SAME));
            double h = (stop - hours) / steps;
            elapsed = hours;
            for (int s = 0; s < steps; s++) {
                step(h);
                mean.add(now, h / length);
            }
            hours = stop;
        }
        hours = until;
        takeDue();
    }

    private boolean isAcute() {
        if (hours < blockExpectedUntil) {
            return true;
        }
        for (double r : rate) {
            if (r > 0) {
                return true;
            }
        }
        return Math.max(now.of(Slow.BLOCK_I), now.of(Slow.BLOCK_E)) > ACUTE_BLOCK;
    }

    private void takeDue() {
        while (agenda.next() <= hours + SAME) {
            Agenda.Action action = agenda.take();
            Compartments drug = drugs[names.indexOf(action.drug())];
            if (action.route() != null) {
                drug.dose(action.doseMg(), action.route());
                if (known.get(names.indexOf(action.drug())).on(Receptor.NMDA_I) != null) {
                    blockExpectedUntil = hours + QUIET_STEP;
                }
            } else {
                rate[names.indexOf(action.drug())] = action.rateMgPerH();
                drug.infuse(action.rateMgPerH());
            }
        }
    }

    /** One step of h hours: drugs, then receptors, then what adapts to them. */
    private void step(double h) {
        elapsed += h;
        for (Compartments drug : drugs) {
            drug.advance(h);
        }
        bind();
        adapt(h);
        cascade.advance(now.of(Slow.BLOCK_I), now.of(Slow.BLOCK_E), tone(), surgeFactor, h);
        now.set(Slow.GATE, cascade.gate());
        now.set(Slow.POOL, cascade.pool());
        serotonin.advance(now.of(Slow.SEROTONIN), h);
        now.set(Slow.SEROTONIN_EFFECT, serotonin.effect());
        now.set(Slow.INPUT_GAIN, serotonin.inputGain());
        feel(h);
    }

    private void adapt(double h) {
        adaptation.advance(now.of(Slow.GABA), sedative, h);
        now.set(Slow.SENSITIVITY_LOSS, adaptation.sensitivityLoss());
        now.set(Slow.NUMBER_LOSS, adaptation.numberLoss());
        now.set(Slow.COUNTER, adaptation.counter());
        now.set(Slow.EXCITATION, adaptation.excitation());
        now.set(
                Slow.GABA_GAIN,
                now.of(Slow.GABA_GAIN) * adaptation.coupled() - gabaMaximum * adaptation.inhibitoryCounter());
        now.set(Slow.SEDATION_TOLERANCE, adaptation.sedation());
        now.set(Slow.SEDATION, Math.max(0, sedative - adaptation.sedation()));
    }

    /** x, but not below 0: how much more inhibition than normal there is at the moment. */
    private double tone() {
        return Math.max(0, now.of(Slow.GABA) * adaptation.coupled() - adaptation.counter());
    }

    private void feel(double h) {
        double unhabituated = now.of(Slow.DISSOCIATION);
        habituation = dissociation.habituated(habituation, unhabituated, h);
        now.set(Slow.DISSOCIATION, unhabituated * (1 - habituation));
        now.set(Slow.DISSOCIATION_TOLERANCE, habituation);
        expectancy.advance(elapsed, h, now.of(Slow.DISSOCIATION), now.of(Slow.SEDATION));
        now.set(Slow.EXPECTANCY, expectancy.bias());
        now.set(Slow.ENGAGEMENT, engagement);
    }

    private void bind() {
        now.clear();
        sedative = 0;
        for (int d = 0; d < drugs.length; d++) {
            now.plasma[d] = drugs[d].plasma();
            sedative = bind(known.get(d), drugs[d].effectSite(), sedative, now);
        }
    }

    /**
     * Adds to {@code levels} what {@code drug} does at its receptors at this concentration, before adaptation.
     *
     * @param siteNgPerMl effect-site concentration, ng/mL
     * @param sedative sedation of other drugs, 0 to 1
     * @return sedation with this drug, before tolerance
     */
    static double bind(Drug drug, double siteNgPerMl, double sedative, Levels levels) {
        double sedation = sedative;
        for (Effect effect : drug.effects()) {
            double value = effect.at(siteNgPerMl);
            double change = effect.maximum().value() * value;
            switch (effect.on()) {
                case GABA_A -> {
                    levels.raise(Slow.GABA, value);
                    levels.change(Slow.GABA_GAIN, change);
                }
                case SEDATION -> sedation = Math.min(1, sedation + change);
                case NMDA_E -> {
                    levels.raise(Slow.BLOCK_E, value);
                    levels.change(Slow.NMDA_GAIN_E, -change);
                }
                case NMDA_I -> {
                    levels.raise(Slow.BLOCK_I, value);
                    levels.change(Slow.NMDA_GAIN_I, -change);
                }
                case SEROTONIN -> levels.raise(Slow.SEROTONIN, change);
                case DISSOCIATION -> levels.raise(Slow.DISSOCIATION, change);
            }
        }
        return sedation;
    }

    private static double gabaMaximum(List<Drug> known) {
        double maximum = 0;
        for (Drug drug : known) {
            Effect effect = drug.on(Receptor.GABA_A);
            if (effect != null) {
                maximum = Math.max(maximum, effect.maximum().value());
            }
        }
        return maximum;
    }
}
