package org.unstuck.viz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.bio.npy.NpzFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

/** Arrays are read back by libraries that know nothing of ours, and hold what rows.csv says. */
class ArrayFormTest {

    private static final int[] SHAPE = {6, 2, 2, 1, 8};

    @TempDir
    static Path folder;

    private static Path results;
    /** Values of rows.csv in the order of the array. */
    private static final List<Double> WANTED = new ArrayList<>();

    @BeforeAll
    static void sweep() throws IOException {
        Path study = Files.writeString(folder.resolve("study.json"), SweepTest.STUDY);
        results = folder.resolve("results");
        Shell.Outcome outcome = Shell.run(
                "sweep", study.toString(), "--out", results.toString(), "--format", "npz,mat", "--format", "hdf5");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        Shell.text(results.resolve("rows.csv")).lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            for (int k = cells.length - 8; k < cells.length; k++) {
                WANTED.add(cells[k].isEmpty() ? Double.NaN : Double.parseDouble(cells[k]));
            }
        });
    }

    private static void same(double value, int index) {
        double wanted = WANTED.get(index);
        if (Double.isNaN(wanted)) {
            assertThat(value).isNaN();
        } else {
            assertThat(value)
                    .as("value %d", index)
                    .isCloseTo(wanted, org.assertj.core.data.Offset.offset(5e-9 * Math.max(1, Math.abs(wanted))));
        }
    }

    @Test
    void npz() {
        try (NpzFile.Reader npz = NpzFile.read(results.resolve("values.npz"))) {
            var values = npz.get("values", 1 << 16);
            assertThat(values.getShape()).isEqualTo(SHAPE);
            double[] flat = values.asDoubleArray();
            for (int k = 0; k < flat.length; k++) {
                same(flat[k], k);
            }
            assertThat(npz.get("axis_dose", 1 << 16).asDoubleArray()).startsWith(0.25, 0.5);
        }
    }

    @Test
    void mat() throws IOException {
        MatFile mat = Mat5.readFromFile(results.resolve("values.mat").toFile());
        Matrix values = mat.getMatrix("values");
        assertThat(values.getDimensions()).isEqualTo(new int[] {8, 1, 2, 2, 6});
        for (int k = 0; k < values.getNumElements(); k++) {
            same(values.getDouble(k), k);
        }
        Cell arms = mat.getCell("arm");
        assertThat(arms.getChar(1).getString()).isEqualTo("benzodiazepine");
        assertThat(mat.getMatrix("axis_severity").getDouble(5)).isEqualTo(1);
    }

    @Test
    void hdf5() {
        try (io.jhdf.HdfFile hdf = new io.jhdf.HdfFile(results.resolve("values.h5"))) {
            var dataset = hdf.getDatasetByPath("values");
            assertThat(dataset.getDimensions()).isEqualTo(SHAPE);
            double[] flat = (double[]) dataset.getDataFlat();
            for (int k = 0; k < flat.length; k++) {
                same(flat[k], k);
            }
            assertThat((String[]) hdf.getDatasetByPath("arm").getData()).containsExactly("untreated", "benzodiazepine");
            assertThat((String[]) dataset.getAttribute("dimensions").getData())
                    .containsExactly("run", "arm", "scan", "patient", "outcome");
        }
    }
}
