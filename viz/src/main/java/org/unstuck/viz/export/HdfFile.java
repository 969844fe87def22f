package org.unstuck.viz.export;

import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.unstuck.describe.Invalid;

/**
 * HDF5 file: the dataset {@code values[run][arm][scan][patient][outcome]} and its labels. MATLAB and R show dimensions in reverse
 * order. Written by jHDF, which holds a dataset in memory: the one form here that is not streamed.
 */
public final class HdfFile {

    /** Share of the memory of Java that the values may take. */
    private static final double USABLE = 0.4;

    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private HdfFile() {}

    /**
     * Writes {@code arrays} into {@code file}.
     *
     * @throws IOException if it cannot be written
     * @throws Invalid if there is not enough memory
     */
    public static void write(SweepArrays arrays, Path file) throws IOException {
        int[] n = arrays.dimensions();
        double bytes = Double.BYTES;
        for (int each : n) {
            bytes *= each;
        }
        if (bytes > USABLE * Runtime.getRuntime().maxMemory()) {
            throw new Invalid(
                    "these results need too much memory for HDF5.",
                    "Maybe --format npz, or more memory: java -Xmx8g ...");
        }
        double[][][][][] values = new double[n[0]][n[1]][n[2]][n[3]][n[4]];
        int[] run = {0};
        arrays.values(flat -> {
            int k = 0;
            for (double[][][] arm : values[run[0]]) {
                for (double[][] scan : arm) {
                    for (double[] patient : scan) {
                        System.arraycopy(flat, k, patient, 0, patient.length);
                        k += patient.length;
                    }
                }
            }
            run[0]++;
        });
        if (System.getProperty(VERBOSITY) == null) {
            System.setProperty(VERBOSITY, "ERROR"); // jHDF logs; that nobody listens is no news.
        }
        try (WritableHdfFile hdf = io.jhdf.HdfFile.write(file)) {
            WritableDataset dataset = hdf.putDataset("values", values);
            dataset.putAttribute("dimensions", new String[] {"run", "arm", "scan", "patient", "outcome"});
            dataset.putAttribute("undefined", "NaN");
            for (Map.Entry<String, Object> label : arrays.labels().entrySet()) {
                hdf.putDataset(label.getKey(), label.getValue());
            }
        }
    }
}
