package org.unstuck.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.unstuck.describe.Invalid;
import org.unstuck.network.Change;
import org.unstuck.network.Condition;
import org.unstuck.network.Network;
import org.unstuck.network.Region;

/**
 * The names that a condition may use: regions, their parts and functional networks of the network it is put into, and those of the
 * built-in networks. A change may find no place in a coarse network (a remark says so), but a name that no network has is a mistake.
 */
final class ConditionNames {

    private final Set<String> known;

    private ConditionNames(Set<String> known) {
        this.known = known;
    }

    static ConditionNames of(Network network) {
        List<Network> all = new ArrayList<>(List.of(network));
        BuiltIn.NETWORKS.names().forEach(n -> all.add(BuiltIn.NETWORKS.named(n)));
        Set<String> known = new LinkedHashSet<>();
        for (Network each : all) {
            for (Region region : each.regions()) {
                known.add(region.name());
                known.add(region.network());
                known.addAll(region.parts());
            }
        }
        return new ConditionNames(known);
    }

    /**
     * Checks every name.
     *
     * @throws Invalid at the first that is not known, with its place inside the condition
     */
    void check(Condition condition) {
        check(condition.changes(), "changes/");
        for (int i = 0; i < condition.rivals().size(); i++) {
            check(condition.rivals().get(i).changes(), "rivals/" + i + "/changes/");
        }
        for (int i = 0; i < condition.includes().size(); i++) {
            try {
                check(condition.includes().get(i));
            } catch (Invalid e) {
                throw e.in("includes/" + i);
            }
        }
    }

    private void check(List<Change> changes, String at) {
        for (int i = 0; i < changes.size(); i++) {
            try {
                changes.get(i).checkNames(known);
            } catch (Invalid e) {
                throw e.in(at + i);
            }
        }
    }
}
