package org.unstuck.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.unstuck.noise.Address;
import org.unstuck.simulate.Cancelled;

/**
 * All branches of equilibria over a range of a parameter that searches at its ends and in its middle lead to, and those that cross
 * them.
 *
 * @param family the equations
 * @param low lower end of the range
 * @param high upper end
 * @param branches in the order in which they were found
 */
public record BifurcationDiagram(Family family, double low, double high, List<Branch> branches) {

    private static final int MOST_POINTS = 2000;
    private static final int MOST_BRANCHES = 24;
    /** Where equilibria are searched, as shares of the range. */
    private static final double[] STATIONS = {0, 0.5, 1};

    public BifurcationDiagram {
        branches = List.copyOf(branches);
    }

    /**
     * Searches and follows.
     *
     * @param starts searches at each of three values of the parameter
     * @param seed root of their starting points
     * @param cancelled asked before every branch whether to stop
     */
    public static BifurcationDiagram of(
            Family family, double low, double high, Box box, int starts, Address seed, BooleanSupplier cancelled) {
        Continuation continuation = new Continuation(family, low, high, box, MOST_POINTS);
        List<Branch> branches = new ArrayList<>();
        for (double share : STATIONS) {
            double p = low + share * (high - low);
            for (Equilibrium one :
                    FixedPoints.of(family.at(p), box, starts, List.of(), seed).found()) {
                if (branches.size() < MOST_BRANCHES
                        && box.contains(one.x(), 1)
                        && branches.stream().noneMatch(b -> continuation.passes(b, one.x(), p))) {
                    stopIf(cancelled);
                    branches.add(continuation.through(one.x(), p));
                }
            }
        }
        for (int b = 0; b < branches.size(); b++) {
            for (Branch.Event event : branches.get(b).events()) {
                if (event.kind() == Branch.Kind.BRANCH_POINT && branches.size() < MOST_BRANCHES) {
                    stopIf(cancelled);
                    addCrossing(continuation, event, branches);
                }
            }
        }
        return new BifurcationDiagram(family, low, high, branches);
    }

    private static void stopIf(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new Cancelled();
        }
    }

    private static void addCrossing(Continuation continuation, Branch.Event event, List<Branch> branches) {
        Branch crossing = continuation.leaving(event);
        if (crossing == null) {
            return;
        }
        Branch.Point middle = crossing.points().get(crossing.points().size() / 2);
        if (branches.stream()
                .noneMatch(b -> continuation.passes(b, middle.equilibrium().x(), middle.parameter()))) {
            branches.add(crossing);
        }
    }

    /** All events of {@code kind}, branch by branch. */
    public List<Branch.Event> events(Branch.Kind kind) {
        return branches.stream()
                .flatMap(b -> b.events().stream())
                .filter(e -> e.kind() == kind)
                .toList();
    }

    /** The branches that could not be followed to their end. */
    public List<Branch> lost() {
        return branches.stream()
                .filter(b -> b.begin().reason() == Branch.Reason.LOST || b.end().reason() == Branch.Reason.LOST)
                .toList();
    }
}
