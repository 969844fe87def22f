package org.unstuck.fuzz;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.unstuck.connectome.Connectome;
import org.unstuck.connectome.ConnectomeFile;
import org.unstuck.connectome.MapFile;
import org.unstuck.connectome.RegionMap;
import org.unstuck.scenario.BadScenario;

/**
 * Target for Jazzer: the bytes of a connectome (zip, text, .npy), of its labels, lengths, map or receptors. Finite weights of regions with different
 * names come out, or {@link BadScenario}; anything else is a finding.
 */
public final class FuzzConnectome {

    private static final List<String> LABELS = List.of("a", "b", "c");
    private static final double[][] WEIGHTS = {{0, 1, 2}, {1, 0, 3}, {2, 3, 0}};
    private static final int USES = 5;

    private FuzzConnectome() {}

    /** One input; the first byte chooses what it is taken for. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length > 0) {
            one(Arrays.copyOfRange(data, 1, data.length), (data[0] & 0xFF) % USES);
        }
    }

    /** As if the first byte were {@code use}. */
    static void one(byte[] data, int use) {
        Path file = Scratch.file("f.bin", data);
        Connectome three =
                new Connectome("three", "matrix as text", LABELS, WEIGHTS, null, null, null, null, null, List.of());
        try {
            switch (use) {
                case 0 -> check(ConnectomeFile.read(file));
                case 1 -> check(ConnectomeFile.withLabels(three, file));
                case 2 -> check(ConnectomeFile.withLengths(three, file));
                case 3 -> MapFile.networks(file, LABELS);
                default -> MapFile.withReceptors(RegionMap.single(LABELS), file);
            }
        } catch (BadScenario e) {
            if (!e.mistakes().get(0).file().contains("f.bin")) {
                throw new IllegalStateException("the message does not name the file: " + e.getMessage());
            }
            FuzzStudies.check(e);
        }
    }

    private static void check(Connectome read) {
        for (double[][] matrix : new double[][][] {read.weights(), read.lengthsMm()}) {
            if (matrix != null
                    && !Arrays.stream(matrix).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
                throw new IllegalStateException("a value that is not finite was accepted");
            }
        }
    }
}
