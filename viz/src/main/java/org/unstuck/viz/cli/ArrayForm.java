package org.unstuck.viz.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ServiceLoader;
import org.unstuck.describe.Invalid;
import org.unstuck.sweep.Export;
import org.unstuck.sweep.Store;
import org.unstuck.viz.export.HdfFile;
import org.unstuck.viz.export.MatFile;
import org.unstuck.viz.export.NpzFile;
import org.unstuck.viz.export.SweepArrays;

/** Forms of the values of a sweep besides tables. */
enum ArrayForm {
    /** NumPy archive. */
    NPZ("npz") {
        @Override
        void write(SweepArrays arrays, Path file) throws IOException {
            NpzFile.write(arrays, file);
        }
    },
    /** MATLAB 5. */
    MAT("mat") {
        @Override
        void write(SweepArrays arrays, Path file) throws IOException {
            MatFile.write(arrays, file);
        }
    },
    /** HDF5. */
    HDF5("h5") {
        @Override
        void write(SweepArrays arrays, Path file) throws IOException {
            HdfFile.write(arrays, file);
        }
    },
    /** Columns, as data frames read them; by the Spark artifact. */
    PARQUET("parquet") {
        @Override
        void write(SweepArrays arrays, Path file) {
            throw new IllegalStateException("rows, not arrays");
        }

        @Override
        void write(Store store, Path file) throws IOException {
            exporter().write(store, file);
        }

        @Override
        void check() {
            exporter();
        }

        private Export exporter() {
            return ServiceLoader.load(Export.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(e -> e.name().equals(word()))
                    .findFirst()
                    .orElseThrow(() -> new Invalid(
                            "parquet is written by the Spark artifact, which is not on the class path.",
                            "Maybe npz or hdf5; or build it (mvn -Pspark package) and run: java -cp"
                                    + " \"viz/target/unstuck.jar:spark/target/unstuck-spark.jar:spark/target/lib/*\""
                                    + " org.unstuck.viz.cli.Main sweep ..."));
        }
    };

    private final String ending;

    ArrayForm(String ending) {
        this.ending = ending;
    }

    /** Ending of the file name. */
    String ending() {
        return ending;
    }

    /** The word on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract void write(SweepArrays arrays, Path file) throws IOException;

    /**
     * Refuses a form that cannot be written, before anything is computed.
     *
     * @throws Invalid if so
     */
    void check() {}

    /** Writes the results in {@code store}. */
    void write(Store store, Path file) throws IOException {
        write(SweepArrays.of(store), file);
    }
}
