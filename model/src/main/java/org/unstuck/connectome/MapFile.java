package org.unstuck.connectome;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unstuck.connectome.RegionMap.Place;
import org.unstuck.describe.Suggestion;
import org.unstuck.table.CsvLines;
import org.unstuck.table.Misread;

/**
 * Reads tables with one line per region and names in the first line: {@code region,network} with, if wanted, {@code parts} (separated
 * by blanks) for the functional networks, and {@code region} with any of {@code gabaA}, {@code nmda}, {@code serotonin},
 * {@code plasticity}, {@code drive} for receptors. Every region of the connectome needs a line, by its label.
 */
public final class MapFile {

    private static final String REGION = "region";
    private static final List<String> OF_MAP = List.of(REGION, "network", "parts");
    private static final List<String> OF_RECEPTORS =
            List.of(REGION, "gabaA", "nmda", "serotonin", "plasticity", "drive");
    /** Columns that are read relative to their mean over regions, whatever their unit. */
    private static final List<String> RELATIVE = List.of("gabaA", "nmda");

    private final String file;
    private final List<String> labels;
    private List<String> columns;
    private final Map<String, Map<String, CsvLines.Cell>> cells = new LinkedHashMap<>();
    private final Map<String, Integer> lineOf = new LinkedHashMap<>();

    private MapFile(String file, List<String> labels) {
        this.file = file;
        this.labels = labels;
    }

    /**
     * The functional networks of regions.
     *
     * @param file CSV with the columns region, network and, if wanted, parts
     * @param labels of the connectome
     * @throws org.unstuck.scenario.BadScenario if it cannot be read, or a region has no line, or two, or is unknown
     */
    public static RegionMap networks(Path file, List<String> labels) {
        MapFile map = new MapFile(file.toString(), labels);
        map.read(file, OF_MAP, 2);
        Map<String, Place> places = new LinkedHashMap<>();
        boolean parts = map.columns.contains("parts");
        boolean yeo = true;
        for (String label : labels) {
            Map<String, CsvLines.Cell> line = map.cells.get(label);
            CsvLines.Cell cell = line.get("network");
            if (cell.text().isBlank() || cell.text().length() > 60) {
                throw Misread.at(
                        map.file,
                        map.lineOf.get(label),
                        cell.column(),
                        "the network is \"" + cell.text() + "\", a name of 1 to 60 characters is needed.",
                        "Maybe \"other\".");
            }
            String network = Yeo7.name(cell.text());
            yeo &= Yeo7.NAMES.contains(network);
            List<String> stands = parts
                    ? List.of(line.get("parts").text().strip().split(" +")).stream()
                            .filter(part -> !part.isEmpty())
                            .toList()
                    : Yeo7.parts(network);
            places.put(label, Place.in(network, stands));
        }
        List<String> remarks = new ArrayList<>();
        remarks.add((yeo ? "Functional networks: Yeo's seven, from " : "Functional networks: from ")
                + file.getFileName() + ".");
        if (yeo && !parts) {
            remarks.add(
                    "Regions of SalVentAttn stand for AI and dACC, of Cont for dlPFC and PPC, of Default for mPFC, PCC "
                            + "and AG (assumed).");
        }
        return new RegionMap(places, remarks);
    }

    /**
     * {@code map} with the densities in a file. gabaA and nmda are divided by their mean over regions, so that any unit will do; the
     * others are taken as they are.
     *
     * @throws org.unstuck.scenario.BadScenario if it cannot be read, a region has no line, or a density is negative
     */
    public static RegionMap withReceptors(RegionMap map, Path file) {
        List<String> labels = new ArrayList<>(map.places().keySet());
        MapFile densities = new MapFile(file.toString(), labels);
        densities.read(file, OF_RECEPTORS, 2);
        Map<String, double[]> values = new LinkedHashMap<>();
        for (String column : densities.columns) {
            if (!column.equals(REGION)) {
                values.put(column, densities.numbers(column));
            }
        }
        Map<String, Place> places = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            Place p = map.places().get(labels.get(i));
            places.put(
                    labels.get(i),
                    new Place(
                            p.network(),
                            p.parts(),
                            value(values, "drive", i, p.drive()),
                            value(values, "gabaA", i, p.gabaA()),
                            value(values, "nmda", i, p.nmda()),
                            value(values, "serotonin", i, p.serotonin()),
                            value(values, "plasticity", i, p.plasticity())));
        }
        List<String> remarks = new ArrayList<>(map.remarks());
        remarks.add(String.join(", ", values.keySet()) + ": from " + file.getFileName()
                + "; gabaA and nmda relative to their mean over regions.");
        return new RegionMap(places, remarks);
    }

    private static double value(Map<String, double[]> values, String column, int i, double otherwise) {
        return values.containsKey(column) ? values.get(column)[i] : otherwise;
    }

    private double[] numbers(String column) {
        double[] numbers = new double[labels.size()];
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            CsvLines.Cell cell = cells.get(labels.get(i)).get(column);
            int line = lineOf.get(labels.get(i));
            numbers[i] = TextTable.number(file, line, cell);
            if (numbers[i] < 0 && !column.equals("drive")) {
                throw Misread.at(
                        file,
                        line,
                        cell.column(),
                        column + " of " + labels.get(i) + " is " + cell.text() + ", a density must be 0 or greater.",
                        "Maybe z-scores: give densities.");
            }
            sum += numbers[i];
        }
        if (RELATIVE.contains(column)) {
            if (!(sum > 0)) {
                throw Misread.at(file, 0, 0, column + " is 0 in every region.", "Maybe leave the column out.");
            }
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] *= numbers.length / sum;
            }
        }
        return numbers;
    }

    private void read(Path path, List<String> known, int fewest) {
        String text = TextTable.decoded(file, ConnectomeFile.bytes(path));
        try (CsvLines lines = CsvLines.of(file, new StringReader(text), TextTable.separator(text))) {
            List<CsvLines.Cell> header = lines.next();
            columns = header == null
                    ? List.of()
                    : header.stream().map(CsvLines.Cell::text).toList();
            checkColumns(known, fewest);
            for (List<CsvLines.Cell> line = lines.next(); line != null; line = lines.next()) {
                line(lines.line(), line);
            }
        }
        for (String label : labels) {
            if (!cells.containsKey(label)) {
                throw Misread.at(
                        file,
                        0,
                        0,
                        "region \"" + label + "\" of the connectome has no line.",
                        Suggestion.among(cells.keySet(), label));
            }
        }
    }

    private void checkColumns(List<String> known, int fewest) {
        for (String column : columns) {
            if (!known.contains(column)) {
                throw Misread.at(
                        file,
                        1,
                        1,
                        "there is no column \"" + column + "\", the first line must name columns among "
                                + String.join(", ", known) + ".",
                        Suggestion.among(known, column));
            }
        }
        if (columns.size() < fewest
                || !columns.get(0).equals(REGION)
                || columns.stream().distinct().count() < columns.size()) {
            throw Misread.at(
                    file,
                    1,
                    1,
                    "the first line must be " + known.get(0) + "," + known.get(1) + " or more of "
                            + String.join(", ", known) + ", each once.",
                    "Maybe the line is missing.");
        }
        if (known == OF_MAP && !columns.contains("network")) {
            throw Misread.at(file, 1, 1, "there is no column \"network\".", "Maybe it has another name.");
        }
    }

    private void line(int number, List<CsvLines.Cell> line) {
        if (line.size() != columns.size()) {
            throw Misread.at(
                    file,
                    number,
                    line.get(line.size() - 1).column(),
                    "the line has " + line.size() + " cells, the first line has " + columns.size() + " names.",
                    "Maybe a separator is missing.");
        }
        String label = line.get(0).text();
        if (!labels.contains(label)) {
            throw Misread.at(
                    file,
                    number,
                    line.get(0).column(),
                    "the connectome has no region \"" + label + "\".",
                    labels.size() > 20 ? nearest(label) : Suggestion.among(labels, label));
        }
        Map<String, CsvLines.Cell> named = new LinkedHashMap<>();
        for (int j = 0; j < columns.size(); j++) {
            named.put(columns.get(j), line.get(j));
        }
        if (cells.put(label, named) != null) {
            throw Misread.at(
                    file,
                    number,
                    line.get(0).column(),
                    "region \"" + label + "\" stands twice.",
                    "Maybe remove a line.");
        }
        lineOf.put(label, number);
    }

    /** A long list of labels helps nobody. */
    private String nearest(String label) {
        String all = Suggestion.among(labels, label);
        return all.startsWith("Maybe one of") ? "Maybe as in \"" + labels.get(0) + "\"." : all;
    }
}
