package org.unstuck.simulate;

import java.util.List;
import org.unstuck.pharma.Adaptation;
import org.unstuck.pharma.Compartments;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Effect;
import org.unstuck.pharma.GlutamateCascade;
import org.unstuck.pharma.Receptor;
import org.unstuck.pharma.Tolerance;
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
    private final Adaptation adaptation;
    private final GlutamateCascade.State cascade;
    private final double surgeFactor;
    private final Levels now;
    private final Levels mean;
    private double sedative;
    private double hours;

    Body(List<Drug> known, Agenda agenda, Person person, Tolerance tolerance, GlutamateCascade cascade) {
        this.known = known;
        this.names = known.stream().map(Drug::name).toList();
        this.agenda = agenda;
        this.drugs = known.stream().map(d -> new Compartments(d, person.body())).toArray(Compartments[]::new);
        this.rate = new double[drugs.length];
        this.adaptation = new Adaptation(tolerance, person.counterDrive());
        this.cascade = cascade.start();
        this.surgeFactor = person.surge();
        this.now = new Levels(drugs.length);
        this.mean = new Levels(drugs.length);
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
        double length = Math.max(until - hours, SAME);
        mean.clear();
        while (hours < until - SAME) {
            takeDue();
            double stop = Math.min(until, agenda.next());
            double longest = isAcute() ? ACUTE_STEP : QUIET_STEP;
            int steps = (int) Math.max(1, Math.ceil((stop - hours) / longest - SAME));
            double h = (stop - hours) / steps;
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
            } else {
                rate[names.indexOf(action.drug())] = action.rateMgPerH();
                drug.infuse(action.rateMgPerH());
            }
        }
    }

    /** One step of h hours: drugs, then receptors, then what adapts to them. */
    private void step(double h) {
        for (Compartments drug : drugs) {
            drug.advance(h);
        }
        bind();
        double gaba = now.of(Slow.GABA);
        adaptation.advance(gaba, sedative, h);
        cascade.advance(now.of(Slow.BLOCK_I), now.of(Slow.BLOCK_E), gaba, surgeFactor, h);
        now.set(Slow.COUNTER, adaptation.counter());
        now.change(Slow.GABA_GAIN, -gabaMaximum() * adaptation.counter());
        now.set(Slow.SEDATION, Math.max(0, sedative - adaptation.sedation()));
        now.set(Slow.SEDATION_TOLERANCE, adaptation.sedation());
        now.set(Slow.GATE, cascade.gate());
        now.set(Slow.POOL, cascade.pool());
    }

    private void bind() {
        now.clear();
        sedative = 0;
        for (int d = 0; d < drugs.length; d++) {
            now.plasma[d] = drugs[d].plasma();
            for (Effect effect : known.get(d).effects()) {
                double value = effect.at(drugs[d].effectSite());
                double change = effect.maximum().value() * value;
                switch (effect.on()) {
                    case GABA_A -> {
                        now.raise(Slow.GABA, value);
                        now.change(Slow.GABA_GAIN, change);
                    }
                    case SEDATION -> sedative = Math.min(1, sedative + change);
                    case NMDA_E -> {
                        now.raise(Slow.BLOCK_E, value);
                        now.change(Slow.NMDA_GAIN_E, -change);
                    }
                    case NMDA_I -> {
                        now.raise(Slow.BLOCK_I, value);
                        now.change(Slow.NMDA_GAIN_I, -change);
                    }
                    case SEROTONIN -> now.raise(Slow.SEROTONIN, change);
                    case DISSOCIATION -> now.raise(Slow.DISSOCIATION, change);
                }
            }
        }
    }

    private double gabaMaximum() {
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
