package org.unstuck.viz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.unstuck.describe.Invalid;
import org.unstuck.sweep.Shard;
import org.unstuck.sweep.Store;
import org.unstuck.sweep.Study;
import org.unstuck.viz.report.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code unstuck sweep merge}: the parts of a study as one. */
@Command(
        name = "merge",
        description =
                "Puts the parts of a study together and writes its tables. One folder in which all parts were computed "
                        + "is completed in place; parts in folders of their own are copied into --out.")
final class SweepMergeCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            converter = Convert.Place.class,
            description = "Folders with parts of the same study.")
    private List<Path> folders;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            converter = Convert.Place.class,
            description = "Folder for the whole: new, empty, or with some of it. Default: the one DIR.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "F",
            split = ",",
            converter = Convert.Form.class,
            description =
                    "Write the values as arrays too: npz, mat, hdf5; or as parquet, with the Spark artifact. May be repeated. Default: tables only.")
    private Set<ArrayForm> formats = Set.of();

    @Option(names = "--partial", description = "Write tables of what there is, even if runs are missing.")
    private boolean partial;

    @Option(
            names = "--day",
            paramLabel = "D",
            converter = Convert.Number.class,
            description =
                    "Day that report.html shows where it shows one: the scan nearest to it. Default: the last scan.")
    private Double day;

    @Option(names = "--quiet", description = "Print nothing but the folder of the results and errors.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        System.setProperty("java.awt.headless", "true"); // Charts are files: no display is needed or touched.
        if (out == null && folders.size() > 1) {
            throw new Invalid("there are " + folders.size() + " folders and no --out.", "Maybe --out whole.");
        }
        formats.forEach(ArrayForm::check);
        PrintWriter err = spec.commandLine().getErr();
        Study asked = SweepFolder.asked(folders.get(0));
        for (Path each : folders) {
            SweepFolder.asked(each); // it must be there: none is made
            SweepFolder.at(each, asked);
        }
        Path whole = out == null ? folders.get(0) : out;
        SweepFolder folder = SweepFolder.at(whole, asked);
        Study study = study(asked, folder);
        try (Interruption interruption =
                        Interruption.watch(err, "Interrupted. The parts are as they were; the same command goes on.");
                Store store = Store.open(folder.place(), study, Shard.ALL, false)) {
            interruption.remains(store);
            if (out != null) {
                for (Path each : folders) {
                    store.copy(each);
                    interruption.check();
                }
            }
            folder.report(store, quiet ? null : err);
            checkWhole(store);
            folder.writeTables(
                    store,
                    formats,
                    day,
                    new Provenance(
                            Version.number(),
                            spec.root().commandLine().getParseResult().originalArgs(),
                            1,
                            0));
            folder.tell(store, whole, quiet, spec.commandLine().getOut());
        } catch (Store.InUse e) {
            throw new CannotWrite(whole, "is in use: " + e.getMessage().replaceFirst("\\.$", ""), "Maybe wait for it.");
        } catch (UncheckedIOException e) {
            throw new CannotWrite(whole, e.getCause());
        } catch (IOException e) {
            throw new CannotWrite(whole, e);
        }
        return Exit.OK;
    }

    /** Parts with doses that were matched keep what was found. */
    private Study study(Study asked, SweepFolder folder) {
        if (asked.matches().isEmpty()) {
            return asked;
        }
        Study matched = null;
        for (Path each : folders) {
            Study found = SweepFolder.at(each, asked).matched();
            if (found != null && matched != null && !found.equals(matched)) {
                throw new CannotWrite(each, "was matched to other doses", "Maybe it was made by another version.");
            }
            matched = found == null ? matched : found;
        }
        if (matched == null) {
            throw new Invalid("no part has begun yet: doses are not matched.", "Maybe run a part first.");
        }
        folder.keepMatched(matched);
        return matched;
    }

    private void checkWhole(Store store) {
        long missing = store.study().tasks() - store.stored();
        if (missing > 0 && !partial) {
            throw new Invalid(
                    missing + " of " + store.study().tasks() + " runs are missing, the first is run " + store.next(0)
                            + ".",
                    "Maybe a part was not finished; or --partial for tables of what there is.");
        }
    }
}
