package org.unstuck.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;

/**
 * Statements of the popular account, and the rule by which a run gives each of them its status.
 *
 * @param schemaVersion version of the form of its file
 * @param statements with unique names
 */
public record Ledger(
        @Meaning("version of the form of this file, 1") @Limits(low = 1, high = 1)
        int schemaVersion,

        @Meaning("what is said") @Limits(low = 1, high = 200)
        List<Statement> statements) {

    /** What the model says about a statement. */
    public enum Status {
        /** All its claims hold at the defaults, and in at least 80 % of the draws that decide. */
        REPRODUCED("reproduced"),
        /** All its claims flip at the defaults, and in at least 80 % of the draws that decide. */
        CONTRADICTED("contradicted"),
        /** Anything else that was run: it depends on parameters, on the meaning of "stuck", on which claim, or on chance. */
        CONTESTED("contested"),
        /** Its claims have not been run since the model was changed. */
        NOT_RUN("not run yet"),
        /** Nothing in the model speaks to it. */
        NOT_MODELLED("not modelled");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /** As in the ledger. */
        public String words() {
            return words;
        }
    }

    public Ledger {
        statements = List.copyOf(statements);
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < statements.size(); i++) {
            if (!names.add(statements.get(i).name())) {
                throw new Invalid(
                        "statements/" + i + "/name",
                        "statement \"" + statements.get(i).name() + "\" is there twice.",
                        "");
            }
        }
    }

    /** The status of a statement; {@code rows} are results by "study/claim". */
    public static Status status(Statement statement, Map<String, SummaryRow> rows) {
        if (statement.claims().isEmpty()) {
            return Status.NOT_MODELLED;
        }
        Status common = null;
        for (String claim : statement.claims()) {
            SummaryRow row = rows.get(claim);
            if (row == null) {
                return Status.NOT_RUN;
            }
            Status status = status(row);
            common = common == null || common == status ? status : Status.CONTESTED;
        }
        return common;
    }

    /** The status that one claim gives. */
    static Status status(SummaryRow row) {
        Tally t = row.tally();
        if (t.draws() == 0) {
            return Status.NOT_RUN;
        }
        int decided = t.holds() + t.flips();
        boolean holds = decided > 0 && t.holds() >= Tally.ROBUST * decided;
        boolean flips = decided > 0 && t.flips() >= Tally.ROBUST * decided;
        return row.baseline().verdict() == Verdict.HOLDS && holds
                ? Status.REPRODUCED
                : row.baseline().verdict() == Verdict.FLIPS && flips ? Status.CONTRADICTED : Status.CONTESTED;
    }
}
