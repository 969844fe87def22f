package org.unstuck.claim;

import java.util.List;
import org.unstuck.describe.Default;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;

/**
 * A statement of the popular account. What becomes of it is not written here: it follows from the runs of its claims.
 *
 * @param name short name, unique in the ledger
 * @param says what is said
 * @param source what is known about it, with sources
 * @param evidence how well what is known is supported
 * @param claims claims that stand for it, as "study/claim"; none if nothing in the model speaks to it
 * @param notModelled why nothing in the model speaks to it; empty if something does
 */
public record Statement(
        @Meaning("short name, unique in this file") @Limits(low = 1, high = 60)
        String name,

        @Meaning("what is said") @Limits(low = 1, high = 300)
        String says,

        @Meaning("what is known about it, with sources") @Limits(low = 1, high = 600)
        String source,

        @Meaning("how well what is known is supported") Evidence evidence,

        @Meaning("claims that stand for it, as \"study/claim\"") @Limits(low = 0, high = 10) @Default("[]")
        List<String> claims,

        @Meaning("why nothing in the model speaks to it; without this key something does") @Default("")
        String notModelled) {

    public Statement {
        claims = List.copyOf(claims);
        if (claims.isEmpty() == notModelled.isEmpty()) {
            throw new Invalid(
                    "claims",
                    "statement \"" + name + "\" must have claims, or a reason why it is not modelled, and not both.",
                    "");
        }
        for (int i = 0; i < claims.size(); i++) {
            if (!claims.get(i).matches("[^/]+/[^/]+")) {
                throw new Invalid(
                        "claims/" + i,
                        "\"" + claims.get(i) + "\" is not study/claim.",
                        "Maybe \"popular-account/rebound\".");
            }
        }
    }
}
