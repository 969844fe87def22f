package org.unstuck.spark;

import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.unstuck.scenario.StudyReader;
import org.unstuck.sweep.Keys;
import org.unstuck.sweep.Line;
import org.unstuck.sweep.PointRun;
import org.unstuck.sweep.Study;

/** One run where it is computed: the study is read from its document, once in each process. */
final class RunOnWorker implements Serializable {

    private static final long serialVersionUID = 1L;

    private static Read last;

    private final Broadcast<String> text;
    private final SparkEngine.Probe probe;

    RunOnWorker(Broadcast<String> text, SparkEngine.Probe probe) {
        this.text = text;
        this.probe = probe;
    }

    private record Read(String text, Study study, Keys keys) {}

    /** The line of run {@code task}. */
    String line(long task) {
        probe.before(task);
        Read read = read(text.value());
        TaskContext context = TaskContext.get();
        return Line.of(PointRun.of(
                read.study(), read.keys(), read.study().task(task), () -> context != null && context.isInterrupted()));
    }

    private static synchronized Read read(String text) {
        if (last == null || !last.text().equals(text)) {
            Study study = StudyReader.parse("study", text);
            last = new Read(text, study, new Keys(study));
        }
        return last;
    }
}
