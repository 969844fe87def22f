package org.unstuck.connectome;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.unstuck.table.CsvLines;
import org.unstuck.table.Misread;

/**
 * A connectivity archive as of The Virtual Brain: {@code weights.txt} and {@code tract_lengths.txt} (square, mm), {@code centres.txt}
 * (or {@code centers.txt}; lines of label, x, y, z in mm), and where they are there {@code hemispheres.txt} (1 is right),
 * {@code cortical.txt} (1 is cortex) and {@code areas.txt}. Entries are found by a part of their name, in any folder. Written after
 * the format, not after code.
 */
final class TvbArchive {

    private final String file;
    private final Map<String, byte[]> entries;
    private final TreeSet<String> used = new TreeSet<>();

    private TvbArchive(String file, Map<String, byte[]> entries) {
        this.file = file;
        this.entries = entries;
    }

    static Connectome read(String file, Map<String, byte[]> entries) {
        return new TvbArchive(file, entries).read();
    }

    private Connectome read() {
        double[][] weights = table(required("weights"));
        double[][] lengths = table(required("tract_lengths", "tract"));
        List<String> labels = new ArrayList<>();
        double[][] centres = centres(required("centres", "centers"), labels);
        boolean[] right = flags(find("hemispheres", "hemisphere"));
        boolean[] cortical = flags(find("cortical"));
        String areas = find("areas");
        double[] areasMm2 = areas == null ? null : column(areas);
        List<String> ignored =
                entries.keySet().stream().filter(name -> !used.contains(name)).toList();
        return ConnectomeFile.checked(
                file,
                () -> new Connectome(
                        Path.of(file).getFileName().toString(),
                        "TVB connectivity archive",
                        labels,
                        weights,
                        lengths,
                        centres,
                        right,
                        cortical,
                        areasMm2,
                        ignored));
    }

    private String required(String... parts) {
        String name = find(parts);
        if (name == null) {
            throw Misread.at(
                    file,
                    0,
                    0,
                    "the archive has no entry whose name contains \"" + parts[0] + "\"; it has "
                            + String.join(", ", entries.keySet()) + ".",
                    "Maybe it is not a connectivity archive of The Virtual Brain.");
        }
        return name;
    }

    private String find(String... parts) {
        for (String part : parts) {
            List<String> found = entries.keySet().stream()
                    .filter(name -> lastStep(name).contains(part))
                    .toList();
            if (found.size() > 1) {
                throw Misread.at(
                        file,
                        0,
                        0,
                        "entries " + String.join(" and ", found) + " could both be the " + part + ".",
                        "Maybe remove one of them.");
            }
            if (found.size() == 1) {
                used.add(found.get(0));
                return found.get(0);
            }
        }
        return null;
    }

    private static String lastStep(String name) {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private String inside(String entry) {
        return file + "!" + entry;
    }

    private double[][] table(String entry) {
        return TextTable.read(inside(entry), entries.get(entry), Connectome.MOST_REGIONS)
                .values();
    }

    /** One number in each line, or all in one. */
    private double[] column(String entry) {
        double[][] table = table(entry);
        if (table.length == 1) {
            return table[0];
        }
        double[] column = new double[table.length];
        for (int i = 0; i < column.length; i++) {
            if (table[i].length != 1) {
                throw Misread.at(
                        inside(entry),
                        i + 1,
                        1,
                        "the line has " + table[i].length + " numbers, one for each region is needed.",
                        "Maybe another file was meant.");
            }
            column[i] = table[i][0];
        }
        return column;
    }

    private boolean[] flags(String entry) {
        if (entry == null) {
            return null;
        }
        double[] column = column(entry);
        boolean[] flags = new boolean[column.length];
        for (int i = 0; i < flags.length; i++) {
            if (column[i] != 0 && column[i] != 1) {
                throw Misread.at(
                        inside(entry),
                        i + 1,
                        1,
                        "the value is " + column[i] + ", it must be 0 or 1.",
                        "Maybe another file was meant.");
            }
            flags[i] = column[i] == 1;
        }
        return flags;
    }

    private double[][] centres(String entry, List<String> labels) {
        String name = inside(entry);
        String text = TextTable.decoded(name, entries.get(entry));
        List<double[]> centres = new ArrayList<>();
        try (CsvLines lines = CsvLines.of(name, new StringReader(text), TextTable.separator(text))) {
            for (List<CsvLines.Cell> cells = lines.next(); cells != null; cells = lines.next()) {
                if (cells.size() != 4 || labels.size() == Connectome.MOST_REGIONS) {
                    throw Misread.at(
                            name,
                            lines.line(),
                            1,
                            "the line has " + cells.size() + " cells, at most " + Connectome.MOST_REGIONS
                                    + " lines of label, x, y, z are needed.",
                            "Maybe a label has a blank in it.");
                }
                labels.add(cells.get(0).text());
                double[] xyz = new double[3];
                for (int axis = 0; axis < 3; axis++) {
                    xyz[axis] = TextTable.number(name, lines.line(), cells.get(axis + 1));
                }
                centres.add(xyz);
            }
        }
        return centres.toArray(double[][]::new);
    }
}
