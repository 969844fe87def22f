package org.unstuck.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.unstuck.study.Scenario;
import org.unstuck.sweep.Axis;
import org.unstuck.sweep.Export;
import org.unstuck.sweep.Level;
import org.unstuck.sweep.Reported;
import org.unstuck.sweep.Result;
import org.unstuck.sweep.Store;
import org.unstuck.sweep.Study;
import org.unstuck.sweep.SweepTables;
import org.unstuck.sweep.Task;

/**
 * The rows of a sweep as Parquet: the columns of {@code rows.csv}, one row per run, arm, patient and scan. Numbers are float64 with all
 * digits, undefined ones null; values of axes are texts, as in the tables. Compressed with GZIP, which every reader has. Memory: one group
 * of rows, some tens of megabytes.
 */
public final class ParquetExport implements Export {

    private static final double HOURS = TimeUnit.DAYS.toHours(1);

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public void write(Store store, Path file) throws IOException {
        Study study = store.study();
        MessageType schema = schema(study);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCompressionCodec(CompressionCodecName.GZIP)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build()) {
            store.visit((task, result) -> {
                if (result instanceof Result.Done done) {
                    write(study, task, done, schema, writer);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static MessageType schema(Study study) {
        Types.GroupBuilder<MessageType> columns =
                Types.buildMessage().required(PrimitiveTypeName.INT64).named("point");
        for (Axis axis : study.space().axes()) {
            columns = text(columns, axis.name());
        }
        columns = columns.required(PrimitiveTypeName.INT64).named("seed");
        columns = text(columns, "arm");
        columns = columns.required(PrimitiveTypeName.INT32).named("patient");
        columns = columns.required(PrimitiveTypeName.DOUBLE).named("day");
        for (Reported outcome : study.outcomes()) {
            columns = columns.optional(PrimitiveTypeName.DOUBLE).named(SweepTables.column(outcome));
        }
        return columns.named("unstuck");
    }

    private static Types.GroupBuilder<MessageType> text(Types.GroupBuilder<MessageType> columns, String name) {
        return columns.required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
    }

    private static void write(Study study, Task task, Result.Done done, MessageType schema, ParquetWriter<Group> writer)
            throws IOException {
        Scenario scenario = study.scenario(task);
        double[] days = days(scenario);
        List<Level> levels = task.point().levels();
        Result.Shape shape = done.shape();
        int k = 0;
        for (int arm = 0; arm < shape.arms(); arm++) {
            for (int scan = 0; scan < shape.scans(); scan++) {
                for (int patient = 0; patient < shape.patients(); patient++) {
                    Group row = new SimpleGroup(schema);
                    int column = 0;
                    row.add(column++, task.point().index());
                    for (Level level : levels) {
                        row.add(column++, level.text());
                    }
                    row.add(column++, task.seed());
                    row.add(column++, scenario.arms().get(arm).name());
                    row.add(column++, patient);
                    row.add(column++, days[scan]);
                    for (int o = 0; o < shape.outcomes(); o++, column++) {
                        double value = done.values()[k++];
                        if (!Double.isNaN(value)) {
                            row.add(column, value);
                        }
                    }
                    writer.write(row);
                }
            }
        }
    }

    private static double[] days(Scenario scenario) {
        TreeSet<Double> at = new TreeSet<>();
        at.add(0.0);
        scenario.scans().at().forEach(t -> at.add(t.hours()));
        return at.stream().mapToDouble(h -> h / HOURS).toArray();
    }
}
