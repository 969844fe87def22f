package org.unstuck.viz.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.unstuck.simulate.Cancelled;

/** The self-test: does this program on this machine give the numbers that it gives elsewhere, and are they the right ones? */
public final class SelfTest {

    private SelfTest() {}

    private static List<Check> checks() {
        return Stream.of(
                        NumericChecks.all(),
                        NoiseChecks.all(),
                        BodyChecks.all(),
                        MeasureChecks.all(),
                        SensitivityChecks.all(),
                        Golden.all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Runs everything; about 20 s on one processor.
     *
     * @param area told of every heading as its checks begin
     * @param stop asked between checks
     * @throws Cancelled if asked to stop
     */
    public static SelfTestResult run(Consumer<String> area, BooleanSupplier stop) {
        List<Check.Outcome> outcomes = new ArrayList<>();
        String last = "";
        for (Check check : checks()) {
            if (stop.getAsBoolean()) {
                throw new Cancelled();
            }
            if (!check.area().equals(last)) {
                last = check.area();
                area.accept(last);
            }
            outcomes.add(check.outcome());
        }
        return new SelfTestResult(outcomes);
    }
}
