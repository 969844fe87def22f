package org.unstuck.simulate;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.mass.NeuralMass;
import org.unstuck.network.Condition;
import org.unstuck.network.Dynamics;
import org.unstuck.network.Network;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.pharma.Drug;
import org.unstuck.plasticity.InhibitionState;
import org.unstuck.plasticity.LinkState;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.SlowGrid;
import org.unstuck.recording.Scan;
import org.unstuck.recording.Slow;

/**
 * The network of one patient with everything slow held still: the gains, weights and drives of one moment of a {@link Course},
 * written by the same {@link Tissue}. What is left is a system of differential equations whose landscape can be looked at.
 *
 * <p>Immutable; the slow state of the moment is shared and never written.
 */
public final class Still {

    private final Live.Setting setting;
    private final Levels levels;
    /** What has been learned; null for nothing. */
    private final LinkState links;

    private final InhibitionState inhibition;
    /** Shared by all moments with the same setting and learning: only levels are written into it. */
    private final Bench bench;

    private Still(Live.Setting setting, Levels levels, LinkState links, InhibitionState inhibition, Bench bench) {
        this.setting = setting;
        this.levels = levels;
        this.links = links;
        this.inhibition = inhibition;
        this.bench = bench == null ? new Bench() : bench;
    }

    /** Where gains and weights of one lane are computed; made when it is needed. */
    private static final class Bench {
        private FastClock clock;
        private Tissue tissue;
    }

    /** The untreated patient. */
    public static Still untreated(Live.Setting setting) {
        return new Still(setting, new Levels(setting.drugs().size()), null, null, null);
    }

    /**
     * The patient after {@code hours} of an arm: the drugs in the body, what has adapted and what has been learned. Runs the course
     * until then.
     *
     * @param setting whom
     * @param arm what is done
     * @param hours when, h after the start, greater than 0
     * @param slowStepHours regular tick of the slow clock, h
     * @param cancelled asked at every slow step whether to stop
     */
    public static Still after(
            Live.Setting setting, Arm arm, double hours, double slowStepHours, BooleanSupplier cancelled) {
        if (!(hours > 0 && Double.isFinite(hours))) {
            throw new Invalid("hours is " + hours + " h, it must be greater than 0.", "Maybe 24.");
        }
        SlowGrid all = SlowGrid.of(List.of(arm), List.of(), hours, slowStepHours);
        Course course = new Course(plan(setting, arm, all), List.of(setting.person()));
        course.run(Unheard.LISTENER, cancelled);
        Levels now = new Levels(setting.drugs().size());
        now.add(course.body().now(), 1);
        return new Still(setting, now, course.tissue().links(), course.tissue().inhibition(), null);
    }

    private static Course.Plan plan(Live.Setting s, Arm arm, SlowGrid grid) {
        return new Course.Plan(
                s.network(),
                s.condition(),
                s.parameters(),
                s.drugs(),
                List.of(arm),
                grid,
                List.of(),
                null,
                s.numerics(),
                s.seed());
    }

    /** The healthy network that the patient differs from. */
    public Network network() {
        return setting.network();
    }

    /** How the patient differs from it. */
    public Condition condition() {
        return setting.condition();
    }

    /** Every number that is not in a network, condition or drug. */
    public ModelParameters parameters() {
        return setting.parameters();
    }

    /** The equations of a region. */
    public NeuralMass mass() {
        return setting.parameters().neuralMass();
    }

    /** The fluctuating input. */
    public OrnsteinUhlenbeck noise() {
        return setting.parameters().noise();
    }

    /** The drugs that can be asked for. */
    public List<Drug> drugs() {
        return setting.drugs();
    }

    /** A slow quantity at this moment. */
    public double level(Slow quantity) {
        return levels.of(quantity);
    }

    /** The same moment with other parameters. */
    public Still with(ModelParameters other) {
        return with(new Live.Setting(
                setting.network(),
                setting.condition(),
                other,
                setting.drugs(),
                setting.numerics(),
                setting.person(),
                setting.seed()));
    }

    /** The same moment with another condition. */
    public Still with(Condition other) {
        return with(new Live.Setting(
                setting.network(),
                other,
                setting.parameters(),
                setting.drugs(),
                setting.numerics(),
                setting.person(),
                setting.seed()));
    }

    private Still with(Live.Setting other) {
        return new Still(other, levels, links, inhibition, null);
    }

    /** The same moment with another value of one slow quantity, as of the change of the GABA gain. */
    public Still with(Slow quantity, double value) {
        if (!Double.isFinite(value)) {
            throw new Invalid(quantity.key() + " is " + value + ", it must be a finite number.", "Maybe 0.");
        }
        Levels other = copy();
        other.set(quantity, value);
        return new Still(setting, other, links, inhibition, bench);
    }

    /**
     * The same moment with more of one drug: what this concentration does at its receptors as far as they answer at this moment, and nothing
     * of what follows later.
     *
     * @param drug its name
     * @param siteNgPerMl effect-site concentration that is added, ng/mL, at least 0
     * @throws Invalid if the drug is not known or the concentration negative
     */
    public Still with(String drug, double siteNgPerMl) {
        List<String> names = setting.drugs().stream().map(Drug::name).toList();
        if (!names.contains(drug)) {
            throw new Invalid("there is no drug \"" + drug + "\".", Suggestion.among(names, drug));
        }
        if (!(siteNgPerMl >= 0 && Double.isFinite(siteNgPerMl))) {
            throw new Invalid(
                    "the effect-site concentration of " + drug + " is " + siteNgPerMl
                            + " ng/mL, it must be 0 or greater.",
                    "Maybe 20.");
        }
        Levels bound = new Levels(setting.drugs().size());
        Body.bind(setting.drugs().get(names.indexOf(drug)), siteNgPerMl, 0, bound);
        double coupled = (1 - levels.of(Slow.SENSITIVITY_LOSS)) * (1 - levels.of(Slow.NUMBER_LOSS));
        Levels other = copy();
        other.change(Slow.GABA_GAIN, coupled * bound.of(Slow.GABA_GAIN));
        other.change(Slow.NMDA_GAIN_E, bound.of(Slow.NMDA_GAIN_E));
        other.change(Slow.NMDA_GAIN_I, bound.of(Slow.NMDA_GAIN_I));
        return new Still(setting, other, links, inhibition, bench);
    }

    private Levels copy() {
        Levels copy = new Levels(levels.plasma.length);
        copy.add(levels, 1);
        return copy;
    }

    /**
     * The equations of this moment for one lane; give it more with {@link Dynamics#copies}. The fluctuating input is still in
     * them. Cost: links x changes of the condition the first time.
     */
    public Dynamics dynamics() {
        synchronized (bench) {
            if (bench.clock == null) {
                prepare();
            }
            bench.tissue.apply(levels, 0);
            bench.tissue.drive((Arm.Session) null, null, 0);
            return bench.clock.dynamics().copies(0, 1, mass());
        }
    }

    private void prepare() {
        Course.Plan plan = plan(setting, new Arm("still", List.of()), new SlowGrid(List.of(0.0, 1.0)));
        bench.clock = new FastClock(
                setting.network(),
                mass(),
                noise(),
                setting.numerics().scheme(),
                setting.numerics().step().inMs(),
                1,
                1,
                p -> setting.seed());
        bench.tissue = links == null
                ? new Tissue(plan, List.of(setting.person()), bench.clock)
                : new Tissue(plan, List.of(setting.person()), bench.clock, links, inhibition);
    }

    private enum Unheard implements Course.Listener {
        LISTENER;

        @Override
        public void scanned(int arm, Person person, int scan, double hours, Scan recording, double[] links) {
            // No scans are taken.
        }

        @Override
        public void stepped() {
            // Nobody waits.
        }
    }
}
