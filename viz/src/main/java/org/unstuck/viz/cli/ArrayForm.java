package org.unstuck.viz.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.unstuck.sweep.Store;
import org.unstuck.viz.export.HdfFile;
import org.unstuck.viz.export.MatFile;
import org.unstuck.viz.export.NpzFile;
import org.unstuck.viz.export.SweepArrays;

/** Forms of the values of a sweep as arrays. */
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

    /** Writes the results in {@code store}. */
    void write(Store store, Path file) throws IOException {
        write(SweepArrays.of(store), file);
    }
}
