package org.unstuck.connectome;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.unstuck.describe.Invalid;
import org.unstuck.table.CsvLines;
import org.unstuck.table.Misread;
import org.unstuck.table.NpyFile;

/**
 * Reads a connectome from what people have: an archive as of The Virtual Brain (weights, tract lengths, centres and more, zipped), a
 * square matrix as text (comma, semicolon, tab or blanks; names or none), or a NumPy array. What a file is is told by its first bytes.
 *
 * <p>A file is read up to 64 MiB and held in memory; time and memory are bounded whatever it says of itself.
 */
public final class ConnectomeFile {

    private static final int LARGEST_FILE = 64 << 20;

    private static final NpyFile.Shape SHAPE = new NpyFile.Shape(
            "row",
            "column",
            Connectome.MOST_REGIONS,
            Connectome.MOST_REGIONS,
            Connectome.MOST_REGIONS * Connectome.MOST_REGIONS,
            "Maybe a coarser parcellation.");

    private static final Pattern BRACKET = Pattern.compile("[\\[\\]{}]");
    private static final Pattern ROW_OF_NUMBERS = Pattern.compile("[-+.eE0-9]+(\\s+[-+.eE0-9]+)+");

    private ConnectomeFile() {}

    /**
     * The connectome in a file.
     *
     * @param file zip, text or .npy
     * @throws org.unstuck.scenario.BadScenario if it cannot be read or breaks a rule; file, place and rule are in the message
     */
    public static Connectome read(Path file) {
        byte[] bytes = bytes(file);
        String name = file.toString();
        if (Archive.begins(bytes)) {
            return TvbArchive.read(name, Archive.read(name, bytes));
        }
        refuseOtherArchives(name, bytes);
        return NpyFile.begins(bytes) ? ofArray(file) : ofText(name, bytes);
    }

    /**
     * {@code connectome} with the tract lengths (mm) in another file: a square matrix as text or .npy. Names of regions in it must be those of
     * the connectome, in the same order.
     */
    public static Connectome withLengths(Connectome connectome, Path file) {
        byte[] bytes = bytes(file);
        String name = file.toString();
        refuseOtherArchives(name, bytes);
        double[][] mm;
        if (NpyFile.begins(bytes)) {
            mm = NpyFile.read(file, SHAPE);
        } else {
            TextTable table = TextTable.read(name, bytes, Connectome.MOST_REGIONS);
            checkNames(name, connectome.labels(), names(name, table));
            mm = table.values();
        }
        double[][] lengths = mm;
        return checked(name, () -> connectome.withLengths(lengths));
    }

    /** A length in another row would be that of another tract, and nobody would notice. */
    private static void checkNames(String name, List<String> labels, List<String> here) {
        if (here == null || here.size() != labels.size()) {
            return; // No names, or another size, of which the message says more.
        }
        Set<String> seen = new LinkedHashSet<>();
        boolean named = !labels.equals(numbered(labels.size()));
        for (int i = 0; i < here.size(); i++) {
            if (!seen.add(here.get(i))) {
                throw Misread.at(
                        name,
                        0,
                        0,
                        "region \"" + here.get(i) + "\" is there twice, labels must differ.",
                        "Maybe add the side: L_ and R_.");
            }
            if (named && !labels.get(i).equals(here.get(i))) {
                throw Misread.at(
                        name,
                        0,
                        0,
                        "region " + (i + 1) + " is \"" + here.get(i) + "\" here and \"" + labels.get(i)
                                + "\" in the connectome, the order must be the same.",
                        "Maybe sort one like the other.");
            }
        }
    }

    /** The names of regions that have none. */
    private static List<String> numbered(int regions) {
        return IntStream.rangeClosed(1, regions).mapToObj(i -> "r" + i).toList();
    }

    /** {@code connectome} with the labels in another file, in one line or one in each line, as ENIGMA's {@code strucLabels}. */
    public static Connectome withLabels(Connectome connectome, Path file) {
        byte[] bytes = bytes(file);
        String name = file.toString();
        refuseOtherArchives(name, bytes);
        String text = TextTable.decoded(name, bytes);
        List<String> labels = new ArrayList<>();
        char separator = TextTable.separator(text);
        // A label may have blanks in it if every label has its own line.
        try (CsvLines lines = CsvLines.of(name, new StringReader(text), separator == ' ' ? ',' : separator)) {
            for (List<CsvLines.Cell> cells = lines.next(); cells != null; cells = lines.next()) {
                cells.forEach(cell -> labels.add(cell.text().strip()));
                if (labels.size() > Connectome.MOST_REGIONS) {
                    throw Misread.at(
                            name,
                            lines.line(),
                            1,
                            "more than " + Connectome.MOST_REGIONS + " labels.",
                            "Maybe another file was meant.");
                }
            }
        }
        for (String label : labels) {
            if (BRACKET.matcher(label).find()) {
                throw Misread.at(
                        name,
                        0,
                        0,
                        "label " + (labels.indexOf(label) + 1) + " has a bracket, which no name of a region has.",
                        "Maybe the file is JSON: labels are plain lines.");
            }
            if (ROW_OF_NUMBERS.matcher(label).matches()) {
                throw Misread.at(
                        name, 0, 0, "\"" + label + "\" is a row of numbers, not a name.", "Maybe --lengths was meant.");
            }
        }
        if (labels.size() != connectome.size()) {
            throw Misread.at(
                    name,
                    0,
                    0,
                    labels.size() + " labels for " + connectome.size() + " regions, there must be one for each.",
                    "Maybe it belongs to another parcellation.");
        }
        return checked(name, () -> connectome.withLabels(labels));
    }

    private static Connectome ofArray(Path file) {
        double[][] values = NpyFile.read(file, SHAPE);
        return of(file.toString(), "NumPy matrix", null, values);
    }

    private static Connectome ofText(String name, byte[] bytes) {
        TextTable table = TextTable.read(name, bytes, Connectome.MOST_REGIONS);
        return of(name, "matrix as text", names(name, table), table.values());
    }

    /** Names in front of the rows, above the columns, or both alike; null if there are none. */
    private static List<String> names(String name, TextTable table) {
        if (table.columns() != null && table.rows() != null && !table.columns().equals(table.rows())) {
            throw Misread.at(
                    name,
                    1,
                    1,
                    "rows and columns have different names or another order.",
                    "Maybe sort one like the other; a connectome is square.");
        }
        return table.columns() != null ? table.columns() : table.rows();
    }

    private static Connectome of(String name, String format, List<String> labels, double[][] values) {
        List<String> names = labels != null ? labels : numbered(Math.max(values.length, values[0].length));
        return checked(
                name,
                () -> new Connectome(
                        Path.of(name).getFileName().toString(),
                        format,
                        names,
                        values,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of()));
    }

    /** A broken rule, told with the file. */
    static Connectome checked(String file, java.util.function.Supplier<Connectome> made) {
        try {
            return made.get();
        } catch (Invalid e) {
            throw Misread.at(file, 0, 0, e.problem(), e.maybe());
        }
    }

    /** All bytes of an ordinary file that is not too large. */
    static byte[] bytes(Path file) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw Misread.at(name, 0, 0, "is a folder, a file is needed.", "Maybe zip what is in it.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw Misread.at(name, 0, 0, "is not an ordinary file.", "Maybe copy it to one.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw Misread.at(
                        name,
                        0,
                        0,
                        "is larger than " + (LARGEST_FILE >> 20) + " MiB.",
                        "Maybe voxels: a connectome of regions is smaller.");
            }
            if (bytes.length == 0) {
                throw Misread.at(name, 0, 0, "is empty.", "Maybe it was not written to the end.");
            }
            return bytes;
        } catch (IOException e) {
            throw Misread.unreadable(name, e);
        }
    }

    private static void refuseOtherArchives(String name, byte[] bytes) {
        int a = bytes[0] & 0xFF;
        int b = bytes.length > 1 ? bytes[1] & 0xFF : 0;
        String kind = a == 0x1f && b == 0x8b
                ? "gzip or tar.gz"
                : a == 'B' && b == 'Z' ? "bzip2" : a == 0xfd && b == '7' ? "xz" : a == '7' && b == 'z' ? "7z" : null;
        if (kind != null) {
            throw Misread.at(
                    name,
                    0,
                    0,
                    "is a " + kind + " archive, of archives only .zip is read.",
                    "Maybe zip the text files.");
        }
        if (name.toLowerCase(java.util.Locale.ROOT).endsWith(".zip")) {
            throw Misread.at(
                    name,
                    0,
                    0,
                    "does not begin as a zip archive.",
                    "Maybe something was put before it, as in a self-extracting archive: zip the files again.");
        }
    }
}
