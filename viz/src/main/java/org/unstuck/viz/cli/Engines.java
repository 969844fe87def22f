package org.unstuck.viz.cli;

import java.util.ServiceLoader;
import org.unstuck.describe.Invalid;
import org.unstuck.sweep.Engine;
import org.unstuck.sweep.LocalEngine;

/** What can compute a sweep: this process, or an engine on the class path. */
final class Engines {

    private static final String SPARK = "spark";

    private Engines() {}

    /**
     * The engine called {@code name}.
     *
     * @throws Invalid if there is none
     */
    static Engine named(String name, String master) {
        if (name.equals(LocalEngine.NAME)) {
            if (master != null) {
                throw new Invalid(
                        "--master belongs to --engine spark.", "Maybe leave it out: threads come from --threads.");
            }
            return new LocalEngine();
        }
        for (Engine engine : ServiceLoader.load(Engine.class)) {
            if (engine.name().equals(name)) {
                return engine;
            }
        }
        throw name.equals(SPARK)
                ? new Invalid(
                        "the Spark engine is a separate artifact that is not on the class path.",
                        "Maybe build it (mvn -Pspark package) and run: java -cp \"viz/target/unstuck.jar:spark/target/unstuck-spark.jar:"
                                + "spark/target/lib/*\" org.unstuck.viz.cli.Main sweep ...")
                : new Invalid("there is no engine \"" + Shown.text(name) + "\".", "Maybe one of: local, spark.");
    }
}
