package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.unstuck.describe.Decimal;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Status;
import org.unstuck.pharma.BodySize;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Effect;
import org.unstuck.pharma.Exposure;
import org.unstuck.pharma.Kinetics;
import org.unstuck.pharma.Metabolite;
import org.unstuck.pharma.Route;

/** The page {@code docs/drugs.md} is what the data files say. */
class DrugTableTest {

    private static final Path PAGE = Path.of("..", "docs", "drugs.md");
    private static final int DIGITS = 3;

    /** {@code mvn -pl model test -Dtest=DrugTableTest -Dunstuck.write=true} writes it anew. */
    @Test
    void thePageIsCurrent() throws IOException {
        if (Boolean.getBoolean("unstuck.write")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    private static String page() {
        StringBuilder page = new StringBuilder();
        page.append("# Drugs\n\n");
        page.append("Written by `DrugTableTest` from the data files in `model/src/main/resources/org/unstuck/drugs`;"
                + " `unstuck presets show NAME` prints one. Times and\nconcentrations are computed for one usual dose in a"
                + " body of " + number(Kinetics.REFERENCE_KG) + " kg; an infusion is shown as if given at once.\n"
                + "Nothing here is a recommendation: [disclaimer](disclaimer.md).\n\n");
        page.append(
                "| drug | route | usual dose, mg | largest accepted, mg | reaches the blood unchanged | peak after, h |"
                        + " peak, ng/mL | last half-life, h |\n|---|---|---|---|---|---|---|---|\n");
        List<Drug> drugs = BuiltIn.DRUGS.names().stream()
                .sorted()
                .map(BuiltIn.DRUGS::named)
                .toList();
        for (Drug drug : drugs) {
            for (Route route : drug.routes()) {
                page.append(route(drug, route));
            }
        }
        for (Drug drug : drugs) {
            page.append("\n## " + drug.name() + "\n\n" + drug.description() + "\n\n");
            page.append("| number | value | range | status | evidence | source |\n|---|---|---|---|---|---|\n");
            page.append(rows(drug).stream().collect(Collectors.joining()));
        }
        return page.toString();
    }

    private static String route(Drug drug, Route route) {
        double mg = drug.usualDose().value();
        BodySize body = BodySize.typical(Kinetics.REFERENCE_KG);
        Exposure e = Exposure.of(drug, mg, route.name(), body);
        double share = e.auc() * drug.kinetics().clearance().value() / (1000 * mg);
        return "| " + drug.name() + " | " + route.name() + " | " + number(mg) + " | "
                + number(drug.largestDose().value())
                + " | " + (apparent(route) ? "(apparent)" : number(share)) + " | " + number(e.peakHours()) + " | "
                + number(e.peak()) + " | " + number(e.halfLifeHours()) + " |\n";
    }

    private static boolean apparent(Route route) {
        return route.bioavailability().source().contains("apparent");
    }

    private static List<String> rows(Drug drug) {
        List<String> rows = new ArrayList<>();
        Kinetics k = drug.kinetics();
        add(rows, "clearance", k.clearance());
        add(rows, "volume", k.volume());
        add(rows, "flow to compartment 2", k.flow2());
        add(rows, "volume of compartment 2", k.volume2());
        add(rows, "flow to compartment 3", k.flow3());
        add(rows, "volume of compartment 3", k.volume3());
        add(rows, "effect site ke0", k.effectSite());
        for (Route route : drug.routes()) {
            add(rows, route.name() + ": bioavailability", route.bioavailability());
            add(rows, route.name() + ": absorption ka", route.absorption());
            add(rows, route.name() + ": lag", route.lag());
            add(rows, route.name() + ": first pass to the metabolite", route.firstPass());
            add(rows, route.name() + ": swallowed", route.swallowed());
        }
        for (Metabolite m : drug.metabolites()) {
            add(rows, m.name() + ": formation", m.formation());
            add(rows, m.name() + ": clearance", m.clearance());
            add(rows, m.name() + ": volume", m.volume());
            add(rows, m.name() + ": flow to compartment 2", m.flow2());
            add(rows, m.name() + ": volume of compartment 2", m.volume2());
            add(rows, m.name() + ": potency", m.potency());
        }
        for (Effect e : drug.effects()) {
            add(rows, Text.word(e.on()) + ": EC50", e.ec50());
            add(rows, Text.word(e.on()) + ": exponent n", e.hill());
            add(rows, Text.word(e.on()) + ": maximum", e.maximum());
        }
        add(rows, "usual dose", drug.usualDose());
        add(rows, "largest accepted dose", drug.largestDose());
        return rows;
    }

    private static void add(List<String> rows, String what, Sourced n) {
        if (n != null) {
            String unit = n.unit().equals("1") ? "" : " " + n.unit();
            rows.add("| " + what + " | " + Decimal.exact(n.value()) + unit + " | " + Decimal.exact(n.low()) + " to "
                    + Decimal.exact(n.high()) + " | " + Text.word(n.status()) + " | " + Text.word(n.evidence()) + " | "
                    + n.source().replace("|", "\\|") + " |\n");
        }
    }

    private static String number(double x) {
        return Decimal.of(x, DIGITS);
    }

    /** What was recalled from memory is not passed off as measured. */
    @Test
    void nothingRecalledIsCalledMeasured() {
        for (String name : BuiltIn.DRUGS.names()) {
            for (String row : rows(BuiltIn.DRUGS.named(name))) {
                if (row.contains("recalled") || row.contains("no value found") || row.contains("assumed")) {
                    assertThat(row).as(name).doesNotContain("| " + Text.word(Status.MEASURED) + " |");
                }
            }
        }
    }
}
