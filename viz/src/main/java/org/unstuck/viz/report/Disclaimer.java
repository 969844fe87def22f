package org.unstuck.viz.report;

import java.util.List;

/** What every report, window and figure says about itself. */
public final class Disclaimer {

    /** For the foot of a figure. */
    public static final String SHORT = "toy research model, not medical advice";

    /** For a page. */
    public static final List<String> LONG = List.of(
            "Unstuck is a toy research model. It is not validated against any patient, it is not medical advice and not a comparison"
                    + " of treatments. It says something about populations of equations, nothing about an individual.",
            "Its parameters mix human, animal and assumed values. Doses are model units unless a source is given.",
            "\"Flexibility\" is not a health score: more is not better, and the measures disagree.",
            "Never stop or cut a benzodiazepine abruptly: seizures and death are possible. Taper only with a prescriber. Opioids or"
                    + " alcohol together with either drug are dangerous.",
            "Compounded ketamine is not approved by the FDA for psychiatric use; risks include dissociation, high blood pressure,"
                    + " sedation, respiratory depression, misuse and bladder damage. The certainty of evidence for ketamine in anxiety is low.",
            "If you are in crisis, contact your local emergency number or a crisis line (in the United States: 988).");

    private Disclaimer() {}
}
