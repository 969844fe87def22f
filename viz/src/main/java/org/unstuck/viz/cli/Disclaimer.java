package org.unstuck.viz.cli;

/** What has to stand under everything that could be taken for advice. */
final class Disclaimer {

    /** The line under every help text and every result. */
    static final String LINE =
            "Toy research model, not validated against any patient: not medical advice and no comparison of "
                    + "treatments. Parameters mix human, animal and assumed values; doses are arbitrary model units unless "
                    + "sourced. Never stop or cut a benzodiazepine abruptly: seizures and death are possible.";

    private Disclaimer() {}
}
