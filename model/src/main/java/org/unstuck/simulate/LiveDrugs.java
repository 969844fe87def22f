package org.unstuck.simulate;

import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;

/**
 * The cupboard of a {@link Live} patient: writes what is given by hand into the agenda of a body, if it can be given.
 *
 * @param drugs every drug that can be given
 * @param weightKg body weight, for doses per kg
 */
record LiveDrugs(List<Drug> drugs, double weightKg) {

    private Drug drug(String name) {
        List<String> names = drugs.stream().map(Drug::name).toList();
        if (!names.contains(name)) {
            throw new Invalid("drug", "there is no drug \"" + name + "\".", Suggestion.among(names, name));
        }
        return drugs.get(names.indexOf(name));
    }

    /** @throws Invalid if {@code arm} has a drug that is not here */
    void check(Arm arm) {
        for (Event event : arm.events()) {
            if (event instanceof Event.OfDrug of) {
                drug(of.drug());
            }
        }
    }

    /** @throws Invalid if drug, route or dose cannot be */
    void give(Command.Give give, Body body) {
        Drug drug = drug(give.drug());
        drug.route(give.route());
        drug.checkDose(give.dose().mg(weightKg));
        for (int i = 0; i < give.times(); i++) {
            double at = body.hours() + (i == 0 ? 0 : i * give.every().hours());
            body.agenda().give(new Arm.Intake(at, give.drug(), give.dose(), give.route(), 0, Agenda.GIVEN, ""));
        }
    }

    /** @throws Invalid if drug or dose cannot be, or an infusion runs */
    void infuse(Command.Infuse infuse, Body body) {
        drug(infuse.drug()).checkDose(infuse.dose().mg(weightKg));
        if (body.agenda().infuses(body.hours())) {
            throw new Invalid("drug", "an infusion is running.", "Maybe wait for its end, or stop it.");
        }
        body.agenda()
                .give(new Arm.Intake(
                        body.hours(),
                        infuse.drug(),
                        infuse.dose(),
                        null,
                        infuse.over().hours(),
                        Agenda.GIVEN,
                        ""));
    }

    /** @throws Invalid if there is no such drug */
    void stop(Command.Stop stop, Body body) {
        drug(stop.drug());
        body.agenda().drop(stop.drug(), body.hours());
    }
}
