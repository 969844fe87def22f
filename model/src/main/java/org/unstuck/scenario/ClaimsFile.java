package org.unstuck.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import org.unstuck.claim.Claim;
import org.unstuck.claim.ClaimStudy;
import org.unstuck.claim.Family;
import org.unstuck.describe.Default;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Limits;
import org.unstuck.describe.Meaning;
import org.unstuck.network.Stuck;
import org.unstuck.study.Scenario;

/**
 * Claims about a scenario, as they are written in a file.
 *
 * @param schemaVersion version of this form
 * @param name title
 * @param description what is asked
 * @param scenario what is run
 * @param vary what is drawn
 * @param meanings meanings of "stuck"
 * @param families neural masses
 * @param draws number of draws
 * @param drawPatients patients in each draw
 * @param claims the claims
 */
record ClaimsFile(
        @Meaning("version of the form of this file, 1") @Limits(low = 1, high = 1)
        int schemaVersion,

        @Meaning("title") @Limits(low = 1, high = 120) String name,

        @Meaning("what is asked") @Default("") String description,

        @Meaning("what is run; in draws with fewer patients")
        ScenarioFile scenario,

        @Meaning(
                "places of numbers that are drawn from their declared ranges; a group as \"parameters/tolerance\" stands for all "
                        + "its parameters")
        @Limits(low = 0, high = 500)
        @Default("[]")
        List<String> vary,

        @Meaning("rival meanings of \"stuck\", each drawn equally often")
        @Limits(low = 0, high = 3)
        @Default("[\"loop\", \"attractor\", \"variability\"]")
        List<Stuck> meanings,

        @Meaning(
                "neural masses, each drawn equally often; none for that of the scenario alone. Numbers of wilsonCowan in vary are drawn where it is")
        @Limits(low = 0, high = 6)
        @Default("[]")
        List<Family> families,

        @Meaning("number of draws") @Limits(low = 1, high = 100_000) @Default("500")
        int draws,

        @Meaning("number of patients in each draw") @Limits(low = 3, high = 10_000) @Default("10")
        int drawPatients,

        @Meaning("statements that a run can show to be true or false") @Limits(low = 1, high = 500)
        List<Claim> claims) {

    /**
     * The study.
     *
     * @param scansGiven whether the file says when scans are taken
     * @throws Invalid if parts do not fit together, at the place in this file
     */
    ClaimStudy resolve(boolean scansGiven) {
        Scenario what;
        try {
            what = scenario.resolve(scansGiven);
        } catch (Invalid e) {
            throw e.in("scenario");
        }
        LinkedHashSet<String> places = new LinkedHashSet<>();
        for (String place : vary) {
            places.addAll(Declared.places(place, what.parameters()));
        }
        return new ClaimStudy(
                name, description, what, List.copyOf(places), meanings, families, draws, drawPatients, claims);
    }
}
