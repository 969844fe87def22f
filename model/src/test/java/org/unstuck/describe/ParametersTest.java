package org.unstuck.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.mass.WilsonCowan;
import org.unstuck.noise.OrnsteinUhlenbeck;
import org.unstuck.pharma.GlutamateCascade;
import org.unstuck.pharma.Tolerance;
import org.unstuck.plasticity.Homeostasis;
import org.unstuck.plasticity.Learning;
import org.unstuck.protocol.StimulusStrength;
import org.unstuck.simulate.Spread;
import org.unstuck.study.Reading;

class ParametersTest {

    static List<Class<? extends Record>> groups() {
        return List.of(
                WilsonCowan.class,
                OrnsteinUhlenbeck.class,
                Tolerance.class,
                GlutamateCascade.class,
                Learning.class,
                Homeostasis.class,
                StimulusStrength.class,
                Spread.class,
                Reading.class);
    }

    @ParameterizedTest
    @MethodSource("groups")
    void declarationsAreComplete(Class<? extends Record> group) {
        assertThat(Parameters.of(group)).hasSize(group.getRecordComponents().length);
        for (Parameters.Declaration d : Parameters.of(group)) {
            Parameter p = d.declared();
            assertThat(p.value()).as(d.name()).isBetween(p.low(), p.high());
            assertThat(p.rule().allows(p.low()) && p.rule().allows(p.high()))
                    .as(d.name())
                    .isTrue();
            assertThat(p.meaning()).as(d.name()).isNotBlank();
            assertThat(p.source()).as(d.name()).isNotBlank();
            assertThat(p.unit()).as(d.name()).isNotBlank();
            if (p.evidence() == Evidence.CONTESTED) {
                assertThat(p.low())
                        .as(d.name() + " is contested: its range must include no effect, or it is a time")
                        .matches(low -> low == 0 || p.unit().equals("d"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void everyParameterCanBeChangedAlone(Class<? extends Record> group) {
        Record defaults = Parameters.defaults(group);
        for (Parameters.Declaration d : Parameters.of(group)) {
            double other = d.declared().value() == d.declared().low()
                    ? d.declared().high()
                    : 0.5 * (d.declared().value() + d.declared().low());
            Record changed = Parameters.with(defaults, d.name(), other);
            assertThat(Parameters.value(changed, d.name())).isEqualTo(other);
            for (Parameters.Declaration o : Parameters.of(group)) {
                if (!o.name().equals(d.name())) {
                    assertThat(Parameters.value(changed, o.name())).isEqualTo(Parameters.value(defaults, o.name()));
                }
            }
        }
    }

    @Test
    void defaultsAreTheDeclaredOnes() {
        assertThat(WilsonCowan.standard().tauE()).isEqualTo(40);
        assertThat(Tolerance.standard().adaptation()).isEqualTo(0.48);
    }
}
