package org.unstuck.sweep;

import java.util.List;
import org.unstuck.describe.Version;
import org.unstuck.study.Reading;

/**
 * Content hashes of the runs of a study: SHA-256 of everything that decides the result, cut to 128 bits. That is the scenario,
 * how it is read, which outcomes are kept, the values of the point, the seed, and the version of the numeric semantics. The
 * number of a point, the names of axes and the other points do not count.
 */
public final class Keys {

    private static final int DIGITS = 32;

    private final String common;

    /** The keys of {@code study}. */
    public Keys(Study study) {
        List<String> outcomes = study.outcomes().stream().map(Reported::name).toList();
        common = new Fingerprint()
                .add(Version.NUMERIC_SEMANTICS)
                .add(study.base().withSeed(0))
                .add(Reading.standard())
                .add(outcomes)
                .hex();
    }

    /** The key of a run: 32 hexadecimal digits. */
    public String of(Task task) {
        return new Fingerprint()
                .add(common)
                .add(task.point().hash())
                .add(task.seed())
                .hex()
                .substring(0, DIGITS);
    }
}
