package org.unstuck.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unstuck.study.MadeUp;

/** Parts of studies, the numbers of runs, and what a match of doses needs. */
class ShardTest {

    /** Of 10 runs the parts of 3 have 0 3 6 9, 1 4 7 and 2 5 8. */
    @Test
    void partsCountTheirRuns() {
        assertThat(new Shard(1, 3).size(10)).isEqualTo(4);
        assertThat(new Shard(2, 3).size(10)).isEqualTo(3);
        assertThat(new Shard(3, 3).size(10)).isEqualTo(3);
        assertThat(new Shard(3, 3).size(2)).isZero();
        assertThat(new Shard(3, 3).size(3)).isEqualTo(1);
        for (int tasks = 0; tasks < 20; tasks++) {
            for (int part = 1; part <= 4; part++) {
                Shard shard = new Shard(part, 4);
                long counted = 0;
                for (long task = 0; task < tasks; task++) {
                    counted += shard.has(task) ? 1 : 0;
                }
                assertThat(shard.size(tasks)).isEqualTo(counted);
            }
        }
        assertThat(new Shard(2, 3).from(0)).isEqualTo(1);
        assertThat(new Shard(2, 3).from(1)).isEqualTo(1);
        assertThat(new Shard(2, 3).from(2)).isEqualTo(4);
        assertThat(new Shard(1, 3).from(1)).isEqualTo(3);
        assertThat(Shard.ALL.from(7)).isEqualTo(7);
    }

    @Test
    void partsAreWrittenAndRead() {
        assertThat(Shard.parse("3/16")).isEqualTo(new Shard(3, 16)).hasToString("3/16");
        assertThatThrownBy(() -> Shard.parse("3-16")).hasMessageContaining("Maybe \"1/4\"");
        assertThatThrownBy(() -> new Shard(0, 4))
                .hasMessage("shard is 0/4, it must be from 1/4 to 4/4. Maybe parts are counted from 0 here: add 1.");
        assertThatThrownBy(() -> new Shard(5, 4)).hasMessage("shard is 5/4, it must be from 1/4 to 4/4.");
        assertThatThrownBy(() -> new Shard(1, 0)).hasMessageContaining("from 1/1 to 1/1");
        assertThat(new Shard(4, 4).part()).isEqualTo(4);
    }

    private static Study study(List<Long> seeds, List<Match> matches) {
        Axis axis = Axis.of("x", "cohort/patients", Level.of(2), Level.of(3));
        return new Study(
                "s",
                "",
                new Space(MadeUp.SCENARIO, List.of(axis), new Design.Grid(1)),
                seeds,
                List.of(new Reported("threat")),
                matches);
    }

    /** Two points times three seeds; the seeds of a point follow each other. */
    @Test
    void runsOfAStudy() {
        Study study = study(List.of(7L, 8L, 9L), List.of());
        assertThat(study.tasks()).isEqualTo(6);
        assertThat(study.task(0).seed()).isEqualTo(7);
        assertThat(study.task(4).seed()).isEqualTo(8);
        assertThat(study.task(4).point().index()).isEqualTo(1);
        assertThat(study.scenario(study.task(4)).seed()).isEqualTo(8);
        assertThat(study.scenario(study.task(4)).cohort().patients()).isEqualTo(3);
        Study huge = new Study(
                "s",
                "",
                new Space(
                        MadeUp.SCENARIO,
                        List.of(Axis.declared("parameters/tolerance/adaptation", MadeUp.SCENARIO)),
                        new LatinHypercube(Long.MAX_VALUE / 2, 1)),
                List.of(1L, 2L, 3L),
                List.of(new Reported("threat")),
                List.of());
        assertThat(huge.tasks()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> study(List.of(1L, 1L), List.of())).hasMessageContaining("the seed 1 is there twice.");
        assertThatThrownBy(() -> study(List.of(), List.of())).hasMessageContaining("there are 0 seeds");
    }

    private static Match match(String reference, int days, double low, double high, String... arms) {
        return new Match(reference, List.of(arms), Match.Target.PEAK_RELIEF, days, low, high);
    }

    @Test
    void matchesNeedTheirArms() {
        assertThat(study(List.of(1L), List.of(match("untreated", 14, 0.125, 8, "drug")))
                        .matches())
                .hasSize(1);
        assertThatThrownBy(() -> study(List.of(1L), List.of(match("untreated", 14, 0.125, 8, "drugs"))))
                .hasMessageContaining("there is no arm \"drugs\".");
        assertThatThrownBy(() -> study(List.of(1L), List.of(match("sham", 14, 0.125, 8, "drug"))))
                .hasMessageContaining("there is no arm \"sham\".");
        assertThatThrownBy(() -> match("drug", 14, 0.125, 8, "drug")).hasMessageContaining("is matched with itself");
        assertThat(match("a", 1, 0.001, 1000, "b").days()).isEqualTo(1);
        assertThat(match("a", 3660, 1, 2, "b").high()).isEqualTo(2);
        assertThatThrownBy(() -> match("a", 0, 1, 2, "b")).hasMessageContaining("from 1 to 3660");
        assertThatThrownBy(() -> match("a", 3661, 1, 2, "b")).hasMessageContaining("from 1 to 3660");
        assertThatThrownBy(() -> match("a", 14, 0.0009, 2, "b")).hasMessageContaining("within 0.001 to 1000");
        assertThatThrownBy(() -> match("a", 14, 1, 1001, "b")).hasMessageContaining("within 0.001 to 1000");
        assertThatThrownBy(() -> match("a", 14, 2, 2, "b")).hasMessageContaining("must ascend");
    }

    /** Every dose times the factor, in its own unit; everything else stays. */
    @Test
    void dosesAreScaled() {
        var arm = MadeUp.SCENARIO.arms().get(1);
        var twice = Matching.scaled(arm, 2);
        assertThat(twice.intakes().get(0).dose().amount()).isEqualTo(2);
        assertThat(twice.intakes().get(0).dose().unit()).isEqualTo("mg");
        assertThat(twice.intakes().get(0).atHours()).isEqualTo(22);
        assertThat(twice.name()).isEqualTo("drug");
    }
}
