package org.unstuck.scenario;

import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.study.Session;

/**
 * A session as it is written in a file: like {@link Session}.
 *
 * @param schemaVersion version of this form
 * @param scenario what every run starts with
 * @param runs what was done
 * @param left which run is shown as A
 * @param right which run is shown as B; -1 if none is
 */
record SessionFile(
        @Meaning("version of the form of this file, 1") @Limits(low = 1, high = 1)
        int schemaVersion,

        @Meaning("what every run starts with") ScenarioFile scenario,

        @Meaning("what was done: a run is its commands") @Limits(low = 1, high = 1000)
        List<Session.Run> runs,

        @Meaning("which run is shown as A") @Limits(low = 0) @Default("0")
        int left,

        @Meaning("which run is shown as B; -1 if none is") @Limits(low = -1) @Default("-1")
        int right) {}
