package org.unstuck.viz.cli;

import org.unstuck.describe.Decimal;
import org.unstuck.describe.Invalid;
import org.unstuck.landscape.Axis;
import org.unstuck.landscape.NetworkLandscape;
import picocli.CommandLine.Option;

/** The axis of a diagram and its range. */
final class LandscapeRange {

    @Option(
            names = "--over",
            paramLabel = "AXIS",
            description =
                    "What varies: a parameter of the mass as wEE, severity, gaba-gain-change, drug:NAME (ng/mL at the effect "
                            + "site), drive:AMY, link-factor:AMY<->AI, local-factor:all:adaptation. Default: severity; in "
                            + "escape none.")
    private String over;

    @Option(
            names = "--from",
            paramLabel = "VALUE",
            converter = Convert.Number.class,
            description = "Lower end. Default: that of the range explored in studies.")
    private Double from;

    @Option(
            names = "--to",
            paramLabel = "VALUE",
            converter = Convert.Number.class,
            description = "Upper end. Default: that of the range explored in studies.")
    private Double to;

    boolean isAsked() {
        return over != null;
    }

    Axis axis(NetworkLandscape landscape) {
        Axis axis = Axis.named(over == null ? "severity" : over, landscape.still());
        double low = from == null ? axis.low() : from;
        double high = to == null ? axis.high() : to;
        if (!(low < high)) {
            throw new Invalid(
                    "the range of " + axis.word() + " is " + Decimal.exact(low) + " to " + Decimal.exact(high)
                            + ", it must ascend.",
                    "Maybe the ends were exchanged.");
        }
        // Both ends must be possible values.
        axis.at().of(landscape.still(), low).dynamics();
        axis.at().of(landscape.still(), high).dynamics();
        return new Axis(axis.word(), axis.unit(), low, high, axis.at());
    }
}
