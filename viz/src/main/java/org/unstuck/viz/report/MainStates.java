package org.unstuck.viz.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The states that a figure has room for: some networks have dozens, and a legend of dozens leaves no figure.
 *
 * @param names of those that are drawn
 * @param place {@code place[state]}: number among the names, or -1 for one that is left out
 */
record MainStates(List<String> names, int[] place) {

    /** As many as there are shapes of marks. */
    static final int MOST = 5;

    /** The first ones. */
    static MainStates first(List<String> all) {
        return largest(all, new double[all.size()]);
    }

    /** Those of the largest {@code size[state]}, in their order. */
    static MainStates largest(List<String> all, double[] size) {
        List<Integer> shown = IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingDouble(a -> -size[a]))
                .limit(MOST)
                .sorted()
                .toList();
        int[] place = new int[all.size()];
        Arrays.fill(place, -1);
        List<String> names = new ArrayList<>();
        for (int a : shown) {
            place[a] = names.size();
            names.add(all.get(a));
        }
        return new MainStates(List.copyOf(names), place);
    }

    /** How many are left out. */
    int others() {
        return place.length - names.size();
    }

    /** A sentence for the caption, with a blank before it; empty if all are drawn. */
    String words(String which) {
        return others() == 0
                ? ""
                : " Of " + place.length + " states the " + which + " " + names.size()
                        + " are drawn; all are in the table.";
    }
}
