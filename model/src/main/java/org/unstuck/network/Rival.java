package org.unstuck.network;

import java.util.List;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;

/**
 * The same condition under another meaning of "stuck".
 *
 * @param stuck which meaning
 * @param description what is then assumed
 * @param changes what differs from health, in place of the changes of the condition
 */
public record Rival(
        @Meaning("loop, attractor or variability") Stuck stuck,

        @Meaning("what is then assumed") String description,

        @Meaning("what differs from health, in place of the changes of the condition") @Limits(low = 0, high = 200)
        List<Change> changes) {

    public Rival {
        changes = List.copyOf(changes);
    }
}
