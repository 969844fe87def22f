package org.unstuck.viz.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.unstuck.study.Comparison;
import org.unstuck.viz.report.Provenance;
import org.unstuck.viz.report.ReportFolder;
import org.unstuck.viz.report.SummaryTable;

/** Turns a comparison into files and into a table. */
interface Reports {

    /** The report of {@link org.unstuck.viz.report}. */
    Reports STANDARD = new Reports() {
        @Override
        public void write(Comparison comparison, Provenance provenance, Path folder) {
            ReportFolder.write(comparison, provenance, folder);
        }

        @Override
        public String table(Comparison comparison, boolean colour) {
            return SummaryTable.text(comparison, colour);
        }
    };

    /** Fills the empty {@code folder}. */
    void write(Comparison comparison, Provenance provenance, Path folder) throws IOException;

    /** The table to print. */
    String table(Comparison comparison, boolean colour);
}
