package org.unstuck.network;

import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;

/**
 * A condition as a list of differences from the healthy network. A hypothesis with sources, not a diagnosis.
 *
 * @param name the name used in scenario files
 * @param label how it is shown
 * @param description what is assumed
 * @param symptom which activity is the symptom
 * @param changes what differs from health
 */
public record Condition(
        @Meaning("the name used in scenario files") @Limits(low = 1, high = 60)
        String name,

        @Meaning("how it is shown") @Limits(low = 1, high = 120)
        String label,

        @Meaning("what is assumed") String description,

        @Meaning(
                "which activity is the symptom: threat (amygdala, anterior insula, dACC), self-focus (mPFC, PCC, sgACC) or both")
        Symptom symptom,

        @Meaning("what differs from health") @Limits(low = 0, high = 200)
        List<Change> changes) {

    /** The activity that a condition suffers from. */
    public enum Symptom {
        /** Threat level: mean activity of amygdala, anterior insula and dACC. */
        THREAT,
        /** Self-focus: mean activity of mPFC, PCC and sgACC. */
        SELF_FOCUS,
        /** The mean of both, each relative to health. */
        BOTH
    }

    public Condition {
        changes = List.copyOf(changes);
    }

    /**
     * The network of somebody who has this condition.
     *
     * @param network the healthy network
     * @param severity 0 is healthy, 1 the condition as described; factors are raised to this power, drives multiplied
     */
    public Network in(Network network, double severity) {
        List<Region> regions = new ArrayList<>();
        for (Region region : network.regions()) {
            double drive = region.drive();
            for (Change change : changes) {
                drive += change.concerns(region) ? severity * change.value() : 0;
            }
            regions.add(region.withDrive(drive));
        }
        List<Link> links = new ArrayList<>();
        for (Link link : network.links()) {
            double logFactor = 0;
            for (Change change : changes) {
                logFactor += change.concerns(network, link) ? severity * StrictMath.log(change.value()) : 0;
            }
            links.add(logFactor == 0 ? link : link.withWeight(link.weight() * StrictMath.exp(logFactor)));
        }
        return network.with(regions, links);
    }

    /** The changes that concern nothing in {@code network}, because its regions are too coarse or called otherwise. */
    public List<Change> withoutPlaceIn(Network network) {
        return changes.stream()
                .filter(c -> network.links().stream().noneMatch(l -> c.concerns(network, l))
                        && network.regions().stream().noneMatch(c::concerns))
                .toList();
    }

    /**
     * Checks that this condition can be told apart from health in {@code network}.
     *
     * @throws Invalid if it has changes and none of them finds its region or link
     */
    public void checkFits(Network network) {
        if (!changes.isEmpty() && withoutPlaceIn(network).size() == changes.size()) {
            throw new Invalid(
                    "condition",
                    "condition \"" + name + "\" changes nothing in network \"" + network.name() + "\": none of "
                            + String.join(
                                    ", ", changes.stream().map(Change::target).toList()) + " is there.",
                    "Maybe give regions these names, or list them as \"parts\".");
        }
    }
}
