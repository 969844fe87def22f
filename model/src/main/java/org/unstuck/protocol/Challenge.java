package org.unstuck.protocol;

import java.util.List;
import org.unstuck.network.Region;

/**
 * A pulse with which a scan asks how regions react. Unlike a {@link Stimulus} it belongs to no protocol and teaches nothing: the
 * network is put back after every pulse.
 */
public enum Challenge {
    /** A sign of danger, or a negative cue: drives the amygdala. */
    THREAT(List.of("AMY")),
    /** A task that needs control. */
    TASK(List.of("dlPFC", "PPC")),
    /** A positive cue: drives the ventromedial prefrontal cortex, where value is represented; a network without reward regions. */
    POSITIVE(List.of("vmPFC")),
    /** Something salient: drives anterior insula and dorsal cingulate. */
    SALIENCE(List.of("AI", "dACC"));

    private final List<String> parts;

    Challenge(List<String> parts) {
        this.parts = parts;
    }

    /** Whether the pulse drives {@code region}. */
    public boolean drives(Region region) {
        return parts.stream().anyMatch(region::is);
    }

    /** The regions driven. */
    public List<String> parts() {
        return parts;
    }
}
