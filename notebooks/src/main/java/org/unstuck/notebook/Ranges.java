package org.unstuck.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Parameter;
import org.unstuck.viz.figure.Figure;
import org.unstuck.viz.figure.RangesFigure;

/** One parameter at a time, at both ends of its declared range. */
final class Ranges {

    private Ranges() {}

    static Figure of(Experiment base, String quantity, ToDoubleFunction<Experiment> read, String... names) {
        List<Names.Place> places = new ArrayList<>();
        for (String name : names) {
            places.add(Names.find(base.scenario().parameters(), name));
        }
        try (Bar bar = new Bar(quantity)) {
            bar.starts(2L * names.length + 1);
            double standard = read.applyAsDouble(base);
            bar.advances(1);
            List<RangesFigure.Row> rows = new ArrayList<>();
            for (Names.Place place : places) {
                Parameter p = place.declaration().declared();
                double low = read.applyAsDouble(base.with(place.full(), p.low()));
                bar.advances(1);
                double high = read.applyAsDouble(base.with(place.full(), p.high()));
                bar.advances(1);
                rows.add(new RangesFigure.Row(
                        p.symbol() + " " + Decimal.of(p.low(), 3) + " to " + Decimal.of(p.high(), 3), low, high));
            }
            return Wrong.shortly(
                    () -> new RangesFigure("ranges", "One parameter at a time: " + quantity, quantity, standard, rows));
        }
    }
}
