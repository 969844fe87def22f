package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.unstuck.study.Comparison;
import org.unstuck.viz.report.ReportFolder;
import org.unstuck.viz.report.SummaryTable;

/** The report of {@link ReportFolder}. */
final class WrittenReports implements Reports {

    @Override
    public void write(Comparison comparison, Provenance provenance, Path folder) throws IOException {
        try {
            ReportFolder.write(
                    comparison,
                    new org.unstuck.viz.report.Provenance(
                            provenance.version(),
                            provenance.commandLine(),
                            provenance.threads(),
                            provenance.wallSeconds()),
                    folder);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public String table(Comparison comparison, boolean colour) {
        return SummaryTable.text(comparison, colour);
    }
}
