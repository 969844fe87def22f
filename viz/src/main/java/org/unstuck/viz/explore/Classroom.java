package org.unstuck.viz.explore;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.Sessions;
import org.unstuck.simulate.Cancelled;
import org.unstuck.simulate.Diverged;
import org.unstuck.study.Lesson;
import org.unstuck.study.Scenario;
import org.unstuck.study.Session;

/** What lessons do with the window: they borrow it, run their experiments in it, and give it back as it was. */
final class Classroom implements LessonPanel.Host {

    private final Window window;
    private Session before;

    Classroom(Window window) {
        this.window = window;
    }

    @Override
    public void begin(Lesson lesson) {
        if (before == null) {
            before = window.engine().session();
        }
        window.begin(Sessions.of(BuiltIn.PRESETS.named(lesson.preset())));
        speed(1);
        window.engine().play(true);
    }

    @Override
    public void run(String name, Lesson.Experiment experiment, Consumer<double[]> done) {
        window.engine().experiment(name, experiment, done);
    }

    @Override
    public Runnable repeat(Lesson.Experiment experiment, int seeds, Consumer<int[]> heard) {
        AtomicBoolean stopped = new AtomicBoolean();
        Scenario scenario = window.session().scenario();
        Thread worker = new Thread(
                () -> {
                    int[] counts = new int[Lesson.Answer.values().length + 1];
                    for (int k = 1; k <= seeds && !stopped.get(); k++) {
                        count(new Trial(experiment, scenario.withSeed(scenario.seed() + k), stopped::get), counts);
                        int[] now = counts.clone();
                        SwingUtilities.invokeLater(() -> {
                            if (!stopped.get()) {
                                heard.accept(now);
                            }
                        });
                    }
                },
                "unstuck-trials");
        worker.setDaemon(true);
        worker.setPriority(Thread.MIN_PRIORITY);
        worker.start();
        return () -> stopped.set(true);
    }

    /** Adds the answer of a trial; the last place counts what is undefined. */
    private static void count(Trial trial, int[] counts) {
        try {
            double[] values = trial.values();
            boolean defined = !Double.isNaN(values[0]) && !Double.isNaN(values[1]);
            counts[defined ? trial.answer(values).ordinal() : counts.length - 1]++;
        } catch (Cancelled e) {
            return; // Nobody wants it any more.
        } catch (Diverged e) {
            counts[counts.length - 1]++;
        }
    }

    @Override
    public void speed(double times) {
        window.engine().speed(times);
    }

    @Override
    public void leave() {
        window.engine().abandon();
        if (before != null) {
            window.begin(before);
            before = null;
            speed(1);
            window.engine().play(true);
        }
    }

    @Override
    public void drop() {
        window.engine().abandon();
        before = null;
    }

    @Override
    public void worksheet(Lesson lesson, String answers) {
        window.filing().saveText("Worksheet", lesson.name() + ".html", Worksheet.html(lesson, answers));
    }
}
