package org.unstuck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.describe.Evidence;
import org.unstuck.describe.Parameters;
import org.unstuck.describe.Sourced;
import org.unstuck.describe.Status;
import org.unstuck.describe.Time;
import org.unstuck.integrate.Heun;
import org.unstuck.mass.NeuralMass;
import org.unstuck.network.Network;
import org.unstuck.noise.Address;
import org.unstuck.noise.Draws;
import org.unstuck.simulate.FastClock;
import org.unstuck.simulate.Numerics;
import org.unstuck.study.Ablation;
import org.unstuck.study.Scenario;

class ScenarioWriterTest {

    static Stream<Scenario> scenarios() {
        Scenario anxiety = BuiltIn.PRESETS.named("generalised-anxiety");
        Numerics odd = new Numerics(
                new Heun(),
                new Time(0.1 / 3.6e6),
                new Time(Math.PI),
                Time.seconds(1 / 3.0),
                Time.seconds(0),
                Time.seconds(7.25),
                Time.seconds(0.033));
        return Stream.concat(
                BuiltIn.PRESETS.names().stream().map(BuiltIn.PRESETS::named),
                Stream.of(
                        anxiety.withNumerics(odd),
                        anxiety.withSeed(Long.MIN_VALUE).withPatients(1),
                        anxiety.without(Set.of(Ablation.WINDOW, Ablation.DRUG_EFFECTS))));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whatIsReadBackEqualsWhatWasWritten(Scenario scenario) {
        String text = ScenarioWriter.text(scenario);
        Scenario back = ScenarioReader.parse("echo", text);
        assertThat(back).isEqualTo(scenario);
        if (scenario.ablate().size() < 2) {
            assertThat(ScenarioWriter.text(back)).isEqualTo(text);
        }
    }

    /** A mass and its numbers come back, and so do lengths of links and the speed of conduction. */
    @ParameterizedTest
    @MethodSource("masses")
    void massesAndDelaysComeBack(NeuralMass mass) {
        Scenario s = BuiltIn.PRESETS.named("generalised-anxiety");
        Numerics n = s.numerics();
        Time step = Time.seconds(FastClock.usualStepMs(mass) / 1000);
        Network far = s.network()
                .with(
                        s.network().regions(),
                        s.network().links().stream()
                                .map(l -> l.withLengthMm(40))
                                .toList())
                .withConductionSpeed(new Sourced(8, "m/s", 5, 20, "assumed", Evidence.LOW, Status.ASSUMED));
        NeuralMass other = (NeuralMass) Parameters.with((Record) mass, "globalGain", 0.123);
        Scenario written = new Scenario(
                s.name(),
                s.description(),
                far,
                s.condition(),
                s.drugs(),
                s.parameters().withMass(other),
                s.cohort(),
                s.seed(),
                s.horizon(),
                s.arms(),
                s.scans(),
                new Numerics(n.scheme(), step, n.slowStep(), n.settle(), n.warmUp(), n.burst(), n.sample()),
                s.ablate());
        Scenario back = ScenarioReader.parse("echo", ScenarioWriter.text(written));
        assertThat(back).isEqualTo(written);
        assertThat(back.parameters().neuralMass()).isEqualTo(other);
        assertThat(back.network().delaysMs()).containsOnly(5);
    }

    static List<NeuralMass> masses() {
        return NeuralMass.all();
    }

    @Test
    void everythingIsWrittenInFull() {
        String text = ScenarioWriter.text(BuiltIn.PRESETS.named("generalised-anxiety"));
        assertThat(text)
                .startsWith("{\n  \"schemaVersion\": 1,\n  \"name\": \"Generalised anxiety\",\n")
                .contains("      \"tauE\": 40,\n")
                .contains("    \"scheme\": \"euler-maruyama\",\n    \"step\": \"4 ms\",\n    \"slowStep\": \"1 d\",\n")
                .contains("\"from\": \"vmPFC\",\n        \"to\": \"AMY\",\n        \"kind\": \"suppressive\"")
                .contains("\"ablate\": []\n}\n")
                .doesNotContain("null")
                .doesNotContain("\r");
    }

    @Test
    void canStandInsideAnotherDocument() throws IOException {
        Scenario scenario = BuiltIn.PRESETS.named("healthy");
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeFieldName("scenario");
            ScenarioWriter.write(scenario, json);
            json.writeEndObject();
        }
        String inner = out.toString()
                .substring("{\"scenario\":".length(), out.toString().length() - 1);
        assertThat(ScenarioReader.parse("inner", inner)).isEqualTo(scenario);
    }

    /** 2,000 times of every size, drawn from an addressed stream: the text is read back to the same bits. */
    @Test
    void timesAreReadBackToTheBit() {
        Draws draws = Address.of(7).with("times").draws();
        List<Double> units = List.of(1 / 3.6e6, 1 / 3600.0, 1 / 60.0, 1.0, 24.0, 168.0);
        for (int i = 0; i < 2_000; i++) {
            double number = i % 2 == 0 ? 1 + draws.below(500) : StrictMath.exp(20 * (draws.uniform() - 0.5));
            Time time = new Time(number * units.get(draws.below(units.size())));
            assertThat(Time.parse(time.exact())).isEqualTo(time);
        }
        assertThat(List.of(
                                Time.seconds(60),
                                Time.days(7),
                                new Time(1.5 * (1 / 3600.0)),
                                new Time(0),
                                Time.parse("84 h"))
                        .stream()
                        .map(Time::exact))
                .containsExactly("1 min", "1 wk", "1500 ms", "0 h", "84 h");
    }

    @Test
    void aChangedParameterIsKept() {
        Scenario s = BuiltIn.PRESETS.named("healthy");
        Scenario changed = new Scenario(
                s.name(),
                s.description(),
                s.network(),
                s.condition(),
                s.drugs(),
                s.parameters().with(Parameters.with(s.parameters().learning(), "rate", 0.1 + 0.2)),
                s.cohort(),
                s.seed(),
                s.horizon(),
                s.arms(),
                s.scans(),
                s.numerics(),
                s.ablate());
        Scenario back = ScenarioReader.parse("echo", ScenarioWriter.text(changed));
        assertThat(back.parameters().learning().rate()).isEqualTo(0.1 + 0.2);
        assertThat(back).isEqualTo(changed);
    }
}
