package org.unstuck.notebook;

import org.unstuck.describe.Dose;
import org.unstuck.describe.Time;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.Taper;

/** What happens in an arm, in the words of a scenario file. Quantities carry their unit: "0.5 mg", "8 h", "12 wk". */
public final class Plan {

    private Plan() {}

    /** One dose by mouth. */
    public static Event dose(String drug, String dose, String at) {
        return Wrong.shortly(() -> new Event.Single(drug, Dose.parse(dose), "oral", Time.parse(at)));
    }

    /** The same dose by mouth again and again; the last one before {@code until}. */
    public static Event course(String drug, String dose, String every, String from, String until) {
        return Wrong.shortly(() -> new Event.Course(
                drug, Dose.parse(dose), "oral", Time.parse(every), Time.parse(from), Time.parse(until)));
    }

    /** The same, then smaller and smaller doses: every week less, in equal steps, for {@code over}. */
    public static Event taper(String drug, String dose, String every, String from, String until, String over) {
        return Wrong.shortly(() -> new Event.Course(
                drug,
                Dose.parse(dose),
                "oral",
                Time.parse(every),
                Time.parse(from),
                Time.parse(until),
                null,
                new Taper(Taper.Form.LINEAR, Time.parse(over), Time.parse("1 wk"), null, null),
                null,
                null));
    }

    /** An infusion into a vein. */
    public static Event infusion(String drug, String dose, String over, String at) {
        return Wrong.shortly(() -> new Event.Infusion(drug, Dose.parse(dose), Time.parse(over), Time.parse(at)));
    }

    /** Sessions of therapy: a threat together with drive to regions that regulate. */
    public static Event therapy(String session, String every, String from, String until) {
        return Wrong.shortly(
                () -> new Event.Therapy(Time.parse(session), Time.parse(every), Time.parse(from), Time.parse(until)));
    }

    /** Sessions of an input: threat, social, trauma, positive, task, rest, stressor, exposure or sham. */
    public static Event cue(String cue, String session, String every, String from, String until) {
        return Wrong.shortly(
                () -> new Event.Cue(cue, Time.parse(session), Time.parse(every), Time.parse(from), Time.parse(until)));
    }
}
