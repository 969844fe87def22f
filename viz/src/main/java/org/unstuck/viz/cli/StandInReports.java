package org.unstuck.viz.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.unstuck.metric.Interval;
import org.unstuck.metric.Measurement;
import org.unstuck.study.Comparison;
import org.unstuck.study.Outcome;

/** A short result until the report writer is there. */
final class StandInReports implements Reports {

    @Override
    public void write(Comparison comparison, Provenance provenance, Path folder) throws IOException {
        Files.writeString(folder.resolve(OutputFolder.MARK), "{}\n");
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("summary.csv"), table(comparison, false));
        Files.writeString(folder.resolve("report.html"), "<!doctype html><title>Unstuck</title>\n");
    }

    @Override
    public String table(Comparison comparison, boolean colour) {
        StringBuilder table = new StringBuilder();
        int last = comparison.scanHours().size() - 1;
        for (int arm = 0; arm < comparison.scenario().arms().size(); arm++) {
            Interval shift = comparison.interval(Outcome.CUED_SHIFT, arm, last);
            table.append(comparison.scenario().arms().get(arm).name()).append(',');
            table.append(shift.mean() instanceof Measurement.Defined d ? d.value() : "")
                    .append('\n');
        }
        return table.toString();
    }
}
