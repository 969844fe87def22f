package org.unstuck.simulate;

import java.util.List;
import org.unstuck.network.Condition;
import org.unstuck.noise.Address;
import org.unstuck.plasticity.InhibitionState;
import org.unstuck.plasticity.LinkState;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.SlowGrid;

/**
 * Who a {@link Live} patient is at a moment: everything that a command can replace, and the parts of a {@link Course} made from it.
 *
 * @param setting what it was started with
 * @param parameters all numbers as they are now
 * @param condition as it is now
 * @param severity how strongly the condition is expressed; 1 as described
 * @param arm what is planned
 */
record LivePatient(Live.Setting setting, ModelParameters parameters, Condition condition, double severity, Arm arm) {

    LivePatient with(ModelParameters next) {
        return new LivePatient(setting, next, condition, severity, arm);
    }

    LivePatient with(Condition next) {
        return new LivePatient(setting, parameters, next, severity, arm);
    }

    LivePatient withSeverity(double next) {
        return new LivePatient(setting, parameters, condition, next, arm);
    }

    LivePatient with(Arm next) {
        return new LivePatient(setting, parameters, condition, severity, next);
    }

    /** Root of the chance of this patient. */
    Address address() {
        return setting.seed().with("patient", setting.person().index());
    }

    /** The person, with the severity chosen on the way. */
    Person person() {
        Person p = setting.person();
        return new Person(
                p.index(),
                p.weightKg(),
                p.severity() * severity,
                p.clearance(),
                p.counterDrive(),
                p.surge(),
                p.learning(),
                p.coupling(),
                p.volume(),
                p.absorption(),
                p.receptors(),
                p.serotonin(),
                p.expectancy());
    }

    /** The slow state of somebody who has taken nothing yet. */
    Body body() {
        Agenda agenda = new Agenda(arm, setting.person().weightKg(), address());
        return new Body(setting.drugs(), agenda, arm, setting.person(), parameters);
    }

    /** The plan of a course of the same arm that is only scanned. */
    Course.Plan plan(ScanPlan scans) {
        return plan(null, scans);
    }

    /** The plan of a course of the same arm over {@code grid}. */
    Course.Plan plan(SlowGrid grid, ScanPlan scans) {
        return new Course.Plan(
                setting.network(),
                condition,
                parameters,
                setting.drugs(),
                List.of(arm),
                grid,
                List.of(),
                scans,
                setting.numerics(),
                setting.seed());
    }

    /** A fast clock of the network by these parameters, at its start. */
    FastClock clock() {
        return new FastClock(
                setting.network(),
                parameters.neuralMass(),
                parameters.noise(),
                setting.numerics().scheme(),
                setting.numerics().step().inMs(),
                1,
                1,
                i -> address());
    }

    /** What writes condition, drugs and learning into {@code clock}; {@code now} is written at once. */
    Tissue tissue(FastClock clock, LinkState links, InhibitionState inhibition, Levels now) {
        Tissue made = new Tissue(plan(null), List.of(person()), clock, links, inhibition);
        made.apply(now, 0);
        return made;
    }
}
