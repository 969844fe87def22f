package org.unstuck.viz.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unstuck.describe.Suggestion;
import org.unstuck.study.Table;
import org.unstuck.table.CsvLines;
import org.unstuck.viz.report.Recording;

/** Which module every region belongs to: CSV with the header {@code region,module} and one line per region. */
final class ModulesFile {

    private ModulesFile() {}

    /** The modules of {@code regions}, in their order. */
    static Recording.Modules read(Path file, List<String> regions) {
        Map<String, String> moduleOf = new LinkedHashMap<>();
        try (CsvLines lines = CsvLines.open(file)) {
            List<CsvLines.Cell> header = lines.next();
            if (header == null) {
                throw Recorded.wrong(file, 1, 1, "the file is empty.", "Maybe it was not written to the end.");
            }
            if (header.size() != 2
                    || !header.get(0).text().equals("region")
                    || !header.get(1).text().equals("module")) {
                throw Recorded.wrong(
                        file, 1, 1, "the first line must be region,module.", "Maybe the columns have other names.");
            }
            for (List<CsvLines.Cell> cells = lines.next(); cells != null; cells = lines.next()) {
                line(file, lines.line(), cells, regions, moduleOf);
            }
        }
        for (String region : regions) {
            if (!moduleOf.containsKey(region)) {
                throw Recorded.wrong(
                        file,
                        1,
                        1,
                        "region \"" + Shown.text(region) + "\" of the recording has no module.",
                        "Maybe add a line " + Shown.text(region) + ",other.");
            }
        }
        List<String> names = moduleOf.values().stream().distinct().toList();
        if (names.size() < 2) {
            throw Recorded.wrong(
                    file, 2, 1, "all regions are in one module.", "Maybe use two or more modules, or none.");
        }
        return new Recording.Modules(
                names,
                regions.stream()
                        .mapToInt(region -> names.indexOf(moduleOf.get(region)))
                        .toArray());
    }

    private static void line(
            Path file, int line, List<CsvLines.Cell> cells, List<String> regions, Map<String, String> moduleOf) {
        if (cells.size() != 2) {
            throw Recorded.wrong(
                    file,
                    line,
                    cells.get(cells.size() - 1).column(),
                    "the line has " + cells.size() + " cells, it must have 2: region,module.",
                    "Maybe a comma is missing.");
        }
        String region = cells.get(0).text();
        String module = cells.get(1).text();
        if (!regions.contains(region)) {
            throw Recorded.wrong(
                    file,
                    line,
                    cells.get(0).column(),
                    "the recording has no region \"" + Shown.text(region) + "\".",
                    Suggestion.among(regions, region));
        }
        if (module.isBlank()) {
            throw Recorded.wrong(
                    file, line, cells.get(1).column(), "the module is empty, a name is needed.", "Maybe \"other\".");
        }
        if (Table.isFormula(module)) {
            throw Recorded.wrong(
                    file,
                    line,
                    cells.get(1).column(),
                    "\"" + Shown.text(module) + "\" begins with " + module.charAt(0)
                            + ", a spreadsheet would take it for a formula.",
                    "Maybe begin with a letter.");
        }
        if (moduleOf.put(region, module) != null) {
            throw Recorded.wrong(
                    file,
                    line,
                    cells.get(0).column(),
                    "region \"" + Shown.text(region) + "\" stands twice.",
                    "Maybe remove a line.");
        }
    }
}
