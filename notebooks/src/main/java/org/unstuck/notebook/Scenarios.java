package org.unstuck.notebook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Time;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.pharma.Drug;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.simulate.ModelParameters;
import org.unstuck.simulate.ScanPlan;
import org.unstuck.study.Scenario;

/** Copies of a scenario with one part changed. */
final class Scenarios {

    private Scenarios() {}

    static Scenario with(Scenario s, ModelParameters other) {
        return copy(s, s.name(), s.network(), s.condition(), s.drugs(), other, s.horizon(), s.arms(), s.scans());
    }

    static Scenario with(Scenario s, Condition other) {
        return copy(s, s.name(), s.network(), other, s.drugs(), s.parameters(), s.horizon(), s.arms(), s.scans());
    }

    static Scenario with(Scenario s, Network other) {
        return copy(s, s.name(), other, s.condition(), s.drugs(), s.parameters(), s.horizon(), s.arms(), s.scans());
    }

    static Scenario named(Scenario s, String name) {
        return copy(s, name, s.network(), s.condition(), s.drugs(), s.parameters(), s.horizon(), s.arms(), s.scans());
    }

    /** Another drug, in the place of one of the same name if there is one. */
    static Scenario with(Scenario s, Drug drug) {
        List<Drug> drugs = new ArrayList<>(s.drugs());
        drugs.removeIf(d -> d.name().equals(drug.name()));
        drugs.add(drug);
        return copy(s, s.name(), s.network(), s.condition(), drugs, s.parameters(), s.horizon(), s.arms(), s.scans());
    }

    /** Other arms; built-in drugs that they name come along. */
    static Scenario with(Scenario s, List<Arm> arms) {
        List<Drug> drugs = new ArrayList<>(s.drugs());
        for (Arm arm : arms) {
            for (Event event : arm.events()) {
                if (event instanceof Event.OfDrug of
                        && drugs.stream().noneMatch(d -> d.name().equals(of.drug()))) {
                    drugs.add(BuiltIn.DRUGS.named(of.drug()));
                }
            }
        }
        return copy(s, s.name(), s.network(), s.condition(), drugs, s.parameters(), s.horizon(), arms, s.scans());
    }

    /** Another horizon: what would last longer ends there, what would begin later is left out, and a scan is taken at the end. */
    static Scenario until(Scenario s, Time horizon) {
        List<Arm> arms = s.arms().stream()
                .map(arm -> new Arm(
                        arm.name(),
                        arm.events().stream()
                                .filter(e -> e.begins().compareTo(horizon) < 0)
                                .map(e -> cut(e, horizon))
                                .toList(),
                        arm.expectancy()))
                .toList();
        List<Time> at = new ArrayList<>();
        for (Time scan : s.scans().at()) {
            if (scan.compareTo(horizon) < 0) {
                at.add(scan);
            }
        }
        at.add(horizon);
        return copy(s, s.name(), s.network(), s.condition(), s.drugs(), s.parameters(), horizon, arms, scans(s, at));
    }

    /** The same event with {@code until} not after {@code horizon}, and then without a taper, if it has these. */
    private static Event cut(Event event, Time horizon) {
        if (event.ends().compareTo(horizon) <= 0) {
            return event;
        }
        RecordComponent[] parts = event.getClass().getRecordComponents();
        Object[] values = new Object[parts.length];
        Class<?>[] types = new Class<?>[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                types[i] = parts[i].getType();
                values[i] = parts[i].getAccessor().invoke(event);
                if (parts[i].getName().equals("until") && ((Time) values[i]).compareTo(horizon) > 0) {
                    values[i] = horizon;
                } else if (parts[i].getName().equals("taper")) {
                    values[i] = null;
                }
            }
            return (Event) event.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot copy " + event, e);
        }
    }

    static Scenario scannedAt(Scenario s, List<Time> at) {
        return s.withScans(scans(s, at));
    }

    private static ScanPlan scans(Scenario s, List<Time> at) {
        ScanPlan p = s.scans();
        return new ScanPlan(at, p.rest(), p.cues(), p.cueOn(), p.cueEvery(), p.challenges());
    }

    /** Shorter scans; bursts stay, because links learn from them. */
    static Scenario brief(Scenario s, double restS, int cues) {
        ScanPlan p = s.scans();
        return s.withScans(new ScanPlan(p.at(), Time.seconds(restS), cues, p.cueOn(), p.cueEvery(), p.challenges()));
    }

    private static Scenario copy(
            Scenario s,
            String name,
            Network network,
            Condition condition,
            List<Drug> drugs,
            ModelParameters parameters,
            Time horizon,
            List<Arm> arms,
            ScanPlan scans) {
        return new Scenario(
                name,
                s.description(),
                network,
                condition,
                drugs,
                parameters,
                s.cohort(),
                s.seed(),
                horizon,
                arms,
                scans,
                s.numerics(),
                s.ablate());
    }
}
