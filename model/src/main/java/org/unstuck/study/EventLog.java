package org.unstuck.study;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Dose;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.Happening;

/**
 * Everything that took place in a comparison, and what was meant to and did not, as one tidy table. What happens to everybody in an
 * arm (sessions, periods, stops, scans) has "all" for a patient.
 */
public final class EventLog {

    private static final int DIGITS = 9;

    private final Comparison comparison;

    private EventLog(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The table "events": rows in the order of arms, then patients, then time. */
    public static Table of(Comparison comparison) {
        EventLog log = new EventLog(comparison);
        List<String> header = List.of("arm", "patient", "time_h", "type", "drug", "dose", "unit", "route", "reason");
        return new Table("events", header, rows -> {
            for (int arm = 0; arm < comparison.log().size(); arm++) {
                log.ofArm(comparison.scenario().arms().get(arm), rows);
                for (int p = 0; p < comparison.log().get(arm).size(); p++) {
                    log.ofPatient(arm, p, rows);
                }
            }
        });
    }

    private void ofArm(Arm arm, Consumer<List<String>> rows) {
        for (Arm.Session s : arm.sessions()) {
            shared(arm, s.fromHours(), s.type(), "", s.stimulus().word() + lasting(s) + strength(s.strength()), rows);
        }
        for (Event event : arm.events()) {
            double from = event.begins().hours();
            if (event instanceof Event.Lasting l) {
                shared(arm, from, l.type(), "", "until " + l.until() + strength(l.strength()), rows);
            } else if (event instanceof Event.Stop stop) {
                shared(arm, from, "stop", stop.drug(), "no later doses", rows);
            }
        }
        for (double hours : comparison.scanHours()) {
            shared(arm, hours, "scan", "", "", rows);
        }
    }

    private static String lasting(Arm.Session s) {
        return " for " + Decimal.of(s.untilHours() - s.fromHours(), DIGITS) + " h";
    }

    private static String strength(double strength) {
        return strength == 1 ? "" : ", strength " + Decimal.exact(strength);
    }

    private static void shared(
            Arm arm, double hours, String type, String drug, String reason, Consumer<List<String>> rows) {
        rows.accept(List.of(arm.name(), "all", Decimal.of(hours, DIGITS), type, drug, "", "", "", reason));
    }

    private void ofPatient(int arm, int patient, Consumer<List<String>> rows) {
        String name = comparison.scenario().arms().get(arm).name();
        for (Happening h : comparison.log().get(arm).get(patient)) {
            Dose dose = h.dose();
            rows.accept(List.of(
                    name,
                    Integer.toString(comparison.people().get(patient).index()),
                    Decimal.of(h.hours(), DIGITS),
                    h.kind().name().toLowerCase(Locale.ROOT),
                    h.drug(),
                    Decimal.of(dose.amount(), DIGITS),
                    dose.unit(),
                    h.route(),
                    h.reason().isEmpty() ? "planned" : h.reason()));
        }
    }
}
