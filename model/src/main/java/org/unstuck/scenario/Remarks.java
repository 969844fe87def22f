package org.unstuck.scenario;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.network.Change;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.protocol.Stimulus;
import org.unstuck.study.Scenario;

/** What is allowed in a scenario but probably not meant: parts that do nothing. */
public final class Remarks {

    private Remarks() {}

    /** One line for each; empty if every part of the scenario has its place. */
    public static List<String> on(Scenario scenario) {
        List<String> remarks = new ArrayList<>();
        List<Change> lost = scenario.condition().withoutPlaceIn(scenario.network());
        if (!lost.isEmpty()) {
            remarks.add("Of " + scenario.condition().allChanges().size() + " changes of condition \""
                    + scenario.condition().name() + "\", " + lost.size() + " find no place in network \""
                    + scenario.network().name() + "\": "
                    + String.join(", ", lost.stream().map(Change::target).toList()) + ".");
        }
        for (Arm arm : scenario.arms()) {
            for (Event event : arm.events()) {
                if (event instanceof Event.Stop stop
                        && arm.intakes().stream().noneMatch(i -> i.drug().equals(stop.drug()))) {
                    remarks.add("Arm \"" + arm.name() + "\" stops " + stop.drug() + " but never gives it.");
                }
            }
            arm.lasting()
                    .forEach(l -> remarks.add("In arm \"" + arm.name() + "\", " + l.type()
                            + " is drawn and logged, but nothing in the model follows it yet."));
            arm.sessions().stream()
                    .map(Arm.Session::stimulus)
                    .distinct()
                    .filter(s -> reachesNothing(s, scenario))
                    .forEach(s -> remarks.add("In arm \"" + arm.name() + "\" the input \"" + s.word()
                            + "\" reaches no region of network \""
                            + scenario.network().name() + "\"."));
        }
        return remarks;
    }

    private static boolean reachesNothing(Stimulus stimulus, Scenario scenario) {
        return scenario.network().regions().stream()
                .noneMatch(r -> stimulus.threatened().stream().anyMatch(r::is)
                        || stimulus.engaged().stream().anyMatch(r::is));
    }
}
