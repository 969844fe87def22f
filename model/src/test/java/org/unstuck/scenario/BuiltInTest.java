package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Sourced;
import org.unstuck.network.Condition;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.pharma.Drug;
import org.unstuck.pharma.Effect;
import org.unstuck.pharma.Receptor;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.study.Scenario;

class BuiltInTest {

    static Stream<BuiltIn<?>> shelves() {
        return Stream.of(BuiltIn.NETWORKS, BuiltIn.CONDITIONS, BuiltIn.DRUGS, BuiltIn.PRESETS);
    }

    @ParameterizedTest
    @MethodSource("shelves")
    void theIndexListsExactlyTheFilesThatAreThere(BuiltIn<?> shelf) throws IOException, URISyntaxException {
        Path folder = Path.of(
                BuiltIn.class.getResource("/org/unstuck/" + shelf.noun() + "s").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::toFile).map(File::getName))
                    .containsExactlyInAnyOrderElementsOf(
                            shelf.names().stream().map(n -> n + ".json").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("shelves")
    void everyFileIsRead(BuiltIn<?> shelf) {
        for (String name : shelf.names()) {
            assertThat(shelf.named(name)).as(name).isNotNull();
            assertThat(shelf.text(name))
                    .startsWith("{\n  \"schemaVersion\": 1,")
                    .endsWith("}\n");
        }
    }

    @Test
    void aPartIsCalledAsItsFile() {
        BuiltIn.NETWORKS
                .names()
                .forEach(n -> assertThat(BuiltIn.NETWORKS.named(n).name()).isEqualTo(n));
        BuiltIn.CONDITIONS
                .names()
                .forEach(n -> assertThat(BuiltIn.CONDITIONS.named(n).name()).isEqualTo(n));
        BuiltIn.DRUGS
                .names()
                .forEach(n -> assertThat(BuiltIn.DRUGS.named(n).name()).isEqualTo(n));
    }

    @Test
    void anUnknownNameGetsTheNearest() {
        assertThatThrownBy(() -> BuiltIn.DRUGS.named("ketamin"))
                .isInstanceOf(Invalid.class)
                .hasMessage("there is no drug \"ketamin\". Maybe \"ketamine\" was meant.");
    }

    @Test
    void everyNumberOfADrugHasASourceAndARange() {
        for (String name : BuiltIn.DRUGS.names()) {
            for (Sourced number : numbers(BuiltIn.DRUGS.named(name))) {
                assertThat(number.source()).as(name + " " + number).hasSizeGreaterThan(10);
                assertThat(number.low()).isLessThanOrEqualTo(number.value());
                assertThat(number.high()).isGreaterThanOrEqualTo(number.value());
            }
        }
    }

    @Test
    void everyDrugHasAUsualAndALargestDose() {
        for (String name : BuiltIn.DRUGS.names()) {
            Drug drug = BuiltIn.DRUGS.named(name);
            assertThat(drug.usualDose().value()).as(name).isPositive();
            assertThat(drug.largestDose().value())
                    .as(name)
                    .isEqualTo(10 * drug.usualDose().value());
        }
    }

    /** Every {@link Sourced} anywhere in a record. */
    private static List<Sourced> numbers(Object part) {
        if (part instanceof Sourced number) {
            return List.of(number);
        }
        if (part instanceof List<?> list) {
            return list.stream().flatMap(p -> numbers(p).stream()).toList();
        }
        return part instanceof Record record
                ? Stream.of(Binder.components(record.getClass()))
                        .flatMap(c -> {
                            try {
                                return numbers(c.getAccessor().invoke(record)).stream();
                            } catch (ReflectiveOperationException e) {
                                throw new AssertionError(e);
                            }
                        })
                        .toList()
                : List.of();
    }

    @Test
    void unitsOfTheDrugs() {
        for (String name : BuiltIn.DRUGS.names()) {
            Drug drug = BuiltIn.DRUGS.named(name);
            assertThat(drug.kinetics().clearance().unit()).isEqualTo("L/h");
            assertThat(drug.kinetics().volume().unit()).isEqualTo("L");
            assertThat(drug.kinetics().effectSite().unit()).isEqualTo("1/h");
            for (Effect effect : drug.effects()) {
                assertThat(effect.ec50().unit()).isEqualTo("ng/mL");
                assertThat(effect.hill().unit()).isEqualTo("1");
                assertThat(effect.maximum().unit()).isEqualTo("1");
            }
        }
        assertThat(BuiltIn.DRUGS.named("alprazolam").route("oral").absorption().unit())
                .isEqualTo("1/h");
        assertThat(BuiltIn.DRUGS.named("ketamine").kinetics().flow2().unit()).isEqualTo("L/h");
        assertThat(BuiltIn.DRUGS.named("ketamine").kinetics().volume2().unit()).isEqualTo("L");
    }

    @Test
    void aDrugTouchesItsOwnReceptorsOnly() {
        assertThat(BuiltIn.DRUGS.named("alprazolam").effects().stream().map(Effect::on))
                .containsExactly(Receptor.GABA_A, Receptor.SEDATION);
        assertThat(BuiltIn.DRUGS.named("ketamine").effects().stream().map(Effect::on))
                .containsExactly(Receptor.NMDA_I, Receptor.NMDA_E, Receptor.DISSOCIATION);
    }

    @Test
    void conditionsChangeWhatTheySay() {
        Network healthy = BuiltIn.NETWORKS.named("twelve-regions");
        Network anxious = BuiltIn.CONDITIONS.named("generalised-anxiety").in(healthy, 1);
        assertThat(weight(anxious, "AMY", "AI") / weight(healthy, "AMY", "AI")).isCloseTo(1.7, within(1e-12));
        assertThat(weight(anxious, "AI", "AMY") / weight(healthy, "AI", "AMY")).isCloseTo(1.7, within(1e-12));
        assertThat(weight(anxious, "dACC", "AMY") / weight(healthy, "dACC", "AMY"))
                .isCloseTo(1.6, within(1e-12));
        assertThat(weight(anxious, "vmPFC", "AMY") / weight(healthy, "vmPFC", "AMY"))
                .isCloseTo(0.5, within(1e-12));
        assertThat(drive(anxious, "AMY") - drive(healthy, "AMY")).isCloseTo(0.5, within(1e-12));
        assertThat(changed(healthy, anxious)).isEqualTo(5);

        Network depressed = BuiltIn.CONDITIONS.named("depression-rumination").in(healthy, 1);
        assertThat(weight(depressed, "sgACC", "mPFC") / weight(healthy, "sgACC", "mPFC"))
                .isCloseTo(2.5, within(1e-12));
        assertThat(weight(depressed, "AMY", "sgACC") / weight(healthy, "AMY", "sgACC"))
                .isCloseTo(1.5, within(1e-12));
        assertThat(weight(depressed, "PCC", "AG") / weight(healthy, "PCC", "AG"))
                .isCloseTo(1.25, within(1e-12));
        assertThat(drive(depressed, "PPC") - drive(healthy, "PPC")).isCloseTo(-0.25, within(1e-12));
        assertThat(changed(healthy, depressed)).as("2 + 2 + 6 links").isEqualTo(10);

        assertThat(BuiltIn.CONDITIONS.named("healthy").in(healthy, 1)).isEqualTo(healthy);
    }

    @Test
    void conditionsFindAllTheirPlacesInBothNetworksOfRegions() {
        for (String network : List.of("twelve-regions", "twenty-four-units")) {
            for (String name : BuiltIn.CONDITIONS.names()) {
                Condition condition = BuiltIn.CONDITIONS.named(name);
                assertThat(condition.withoutPlaceIn(BuiltIn.NETWORKS.named(network)))
                        .as(name + " in " + network)
                        .isEmpty();
            }
        }
    }

    private static double weight(Network network, String from, String to) {
        List<Link> links = network.links().stream()
                .filter(l -> l.from().equals(from) && l.to().equals(to))
                .toList();
        assertThat(links).hasSize(1);
        return links.get(0).weight();
    }

    private static double drive(Network network, String region) {
        return network.regions().get(network.indexOf(region)).drive();
    }

    private static long changed(Network a, Network b) {
        return java.util.stream.IntStream.range(0, a.links().size())
                .filter(i -> !a.links().get(i).equals(b.links().get(i)))
                .count();
    }

    @Test
    void theMainScenario() {
        Scenario scenario = BuiltIn.PRESETS.named("generalised-anxiety");
        assertThat(scenario.arms().stream().map(Arm::name))
                .containsExactly("untreated", "benzodiazepine", "ketamine once", "ketamine + therapy", "therapy alone");
        assertThat(scenario.drugs().stream().map(Drug::name)).containsExactly("alprazolam", "ketamine");
        assertThat(scenario.horizon().inDays()).isEqualTo(84);
        assertThat(scenario.cohort().patients()).isEqualTo(24);
        assertThat(scenario.seed()).isEqualTo(1);
        assertThat(scenario.arms().get(1).intakes())
                .as("three a day from hour 6 of day 0, none at week 8")
                .hasSize(168)
                .allSatisfy(i -> assertThat(i.dose().mg(70)).isEqualTo(0.5));
        assertThat(scenario.arms().get(3).sessions())
                .as("two a week for eight weeks")
                .hasSize(16);
        assertThat(scenario.arms().get(3).events().get(0))
                .isEqualTo(scenario.arms().get(2).events().get(0));
        assertThat(scenario.arms().get(3).events().get(1))
                .isEqualTo(scenario.arms().get(4).events().get(0));
        assertThat(scenario.scans().at().stream().map(t -> t.inDays()))
                .containsExactly(0.0, 1.0, 7.0, 14.0, 28.0, 42.0, 56.0, 60.0, 70.0, 84.0);
    }

    @Test
    void presetsDifferOnlyWhereTheySay() {
        Scenario anxiety = BuiltIn.PRESETS.named("generalised-anxiety");
        Scenario depression = BuiltIn.PRESETS.named("depression-rumination");
        assertThat(depression.arms()).isEqualTo(anxiety.arms());
        assertThat(depression.numerics()).isEqualTo(anxiety.numerics());
        assertThat(depression.condition().symptom()).isEqualTo(Condition.Symptom.SELF_FOCUS);
        Scenario healthy = BuiltIn.PRESETS.named("healthy");
        assertThat(healthy.drugs()).isEmpty();
        assertThat(healthy.scans().at().stream().map(t -> t.inDays())).containsExactly(0.0, 1.0, 7.0);
    }

    @Test
    void theWordOfAnEventIsItsType() {
        for (Class<?> event : Binder.words(Event.class).values()) {
            assertThat(event.isRecord()).isTrue();
        }
        for (Event event :
                BuiltIn.PRESETS.named("generalised-anxiety").arms().get(3).events()) {
            assertThat(Binder.words(Event.class)).containsEntry(event.type(), event.getClass());
        }
    }
}
