package org.unstuck.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unstuck.describe.Decimal;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.StudyWriter;
import org.unstuck.study.Table;
import org.unstuck.sweep.Engine;
import org.unstuck.sweep.Export;
import org.unstuck.sweep.LocalEngine;
import org.unstuck.sweep.Shard;
import org.unstuck.sweep.Store;
import org.unstuck.sweep.Study;
import org.unstuck.sweep.SweepTables;

class ParquetExportTest {

    private static final int DIGITS = 9;

    @TempDir
    Path folder;

    /** A reader of Parquet files on this machine's disk, without Hadoop. */
    private static final class Reading extends ParquetReader.Builder<Group> {
        Reading(InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }

    @Test
    void theServiceIsFound() {
        assertThat(ServiceLoader.load(Export.class).stream().map(e -> e.get().name()))
                .containsExactly("parquet");
    }

    /** What is read back are the rows of rows.csv, in their order: numbers to the nine digits that the table has, empty cells as null. */
    @Test
    void rowsAreReadBack() throws Exception {
        Study study = BuiltIn.STUDIES.named("example");
        Path file = folder.resolve("values.parquet");
        List<String> lines = new ArrayList<>();
        try (Store store = Store.open(folder, study, Shard.ALL, false)) {
            new LocalEngine()
                    .compute(new Engine.Work(store, StudyWriter.text(study), 2, null, store::add, () -> false));
            new ParquetExport().write(store, file);
            new ParquetExport().write(store, file); // Replaces.
            Table rows = SweepTables.of(store).get(0);
            rows.csv(lines::add);
        }
        assertThat(Files.size(file)).isPositive();
        List<String> columns = List.of(lines.get(0).split(","));
        int row = 1;
        try (ParquetReader<Group> reader = new Reading(new LocalInputFile(file)).build()) {
            for (Group group = reader.read(); group != null; group = reader.read(), row++) {
                List<String> cells = new ArrayList<>();
                assertThat(group.getType().getFields().stream().map(f -> f.getName()))
                        .isEqualTo(columns);
                for (int c = 0; c < columns.size(); c++) {
                    cells.add(cell(group, c));
                }
                assertThat(cells).isEqualTo(Arrays.asList(lines.get(row).split(",", -1)));
            }
        }
        assertThat(row).isEqualTo(lines.size()).isGreaterThan(100);
    }

    private static String cell(Group group, int column) {
        if (group.getFieldRepetitionCount(column) == 0) {
            return "";
        }
        String type = group.getType()
                .getType(column)
                .asPrimitiveType()
                .getPrimitiveTypeName()
                .name();
        return type.equals("DOUBLE")
                ? Decimal.of(group.getDouble(column, 0), DIGITS)
                : group.getValueToString(column, 0);
    }
}
