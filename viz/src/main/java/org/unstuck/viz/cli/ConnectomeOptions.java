package org.unstuck.viz.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.unstuck.connectome.Choices;
import org.unstuck.connectome.Connectome;
import org.unstuck.connectome.ConnectomeFile;
import org.unstuck.connectome.ConnectomeNetwork;
import org.unstuck.connectome.MapFile;
import org.unstuck.connectome.RegionMap;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Suggestion;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.Mistake;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code connectome import} and {@code show} have in common: the files, and what is done with the numbers. */
final class ConnectomeOptions {

    private static final String COMMAS = ",";

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            converter = Convert.Place.class,
            description = "The connectome: .zip of The Virtual Brain, a square matrix as text, or .npy.")
    private Path file;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            converter = Convert.Place.class,
            description =
                    "Names of the regions, in one line or one in each, as ENIGMA's strucLabels. Default: those in "
                            + "FILE, else r1, r2, ...")
    private Path labels;

    @Option(
            names = "--lengths",
            paramLabel = "FILE",
            converter = Convert.Place.class,
            description = "Tract lengths in mm, a square matrix. Default: those in FILE, else none.")
    private Path lengths;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            converter = Convert.Place.class,
            description =
                    "CSV region,network or region,network,parts: functional networks (Yeo's seven have the names Vis, "
                            + "SomMot, DorsAttn, SalVentAttn, Limbic, Cont, Default, or the numbers 1 to 7), and regions such as AMY "
                            + "that a region stands for. Default: from labels of Schaefer's parcellation, else one network.")
    private Path map;

    @Option(
            names = "--receptors",
            paramLabel = "FILE",
            converter = Convert.Place.class,
            description = "CSV region and any of gabaA, nmda, serotonin, plasticity, drive. Default: uniform.")
    private Path receptors;

    @Option(
            names = "--competing",
            paramLabel = "A,B,...",
            description =
                    "Functional networks that compete for dominance. Default: SalVentAttn,Cont,Default, those that are "
                            + "there.")
    private String competing;

    @Option(
            names = "--rows",
            paramLabel = "X",
            defaultValue = "targets",
            description = "What a row is: targets (as in The Virtual Brain) or sources. Default: ${DEFAULT-VALUE}.")
    private String rows;

    @Option(
            names = "--normalise",
            paramLabel = "X",
            defaultValue = "row-sum",
            description =
                    "none; max: the largest weight becomes 1; row-sum: every region receives 1 in total. Default: "
                            + "${DEFAULT-VALUE}.")
    private String normalise;

    @Option(
            names = "--scale",
            paramLabel = "N",
            defaultValue = "1",
            converter = Convert.Number.class,
            description = "Factor of all weights after that. Default: ${DEFAULT-VALUE}.")
    private double scale;

    @Option(
            names = "--suppression",
            paramLabel = "N",
            defaultValue = "0",
            converter = Convert.Number.class,
            description =
                    "Share of each link between two functional networks that also reaches inhibitory cells (assumed: "
                            + "no tract shows it). Default: ${DEFAULT-VALUE}.")
    private double suppression;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "0",
            converter = Convert.Number.class,
            description =
                    "Speed of conduction, m/s: links take length over speed. Default: ${DEFAULT-VALUE}, all act at once.")
    private double speed;

    @Option(
            names = "--negative",
            paramLabel = "X",
            defaultValue = "refuse",
            description = "Negative weights: refuse, drop or suppress (make them suppressive links). Default: "
                    + "${DEFAULT-VALUE}.")
    private String negative;

    @Option(
            names = "--asymmetric",
            paramLabel = "X",
            defaultValue = "keep",
            description = "Two directions that differ: keep, mean or refuse. Default: ${DEFAULT-VALUE}.")
    private String asymmetric;

    @Option(
            names = "--logarithms",
            description = "The weights are natural logarithms, as in the ENIGMA Toolbox: undo them by exp; 0 stays no "
                    + "connection.")
    private boolean logarithms;

    Path file() {
        return file;
    }

    Connectome read() {
        Connectome read = ConnectomeFile.read(file);
        if (labels != null) {
            read = ConnectomeFile.withLabels(read, labels);
        }
        return lengths == null ? read : ConnectomeFile.withLengths(read, lengths);
    }

    ConnectomeNetwork.Imported network(String name, Connectome read) {
        RegionMap regions = map(read);
        if (receptors != null) {
            regions = MapFile.withReceptors(regions, receptors);
        }
        Choices choices = new Choices(
                word("--rows", rows, Choices.Rows.values()),
                logarithms,
                word("--negative", negative, Choices.Negative.values()),
                word("--asymmetric", asymmetric, Choices.Asymmetric.values()),
                word("--normalise", normalise, Choices.Normalise.values()),
                scale,
                suppression,
                speed);
        try {
            return ConnectomeNetwork.of(
                    name, read, regions, competing == null ? null : List.of(competing.split(COMMAS)), choices);
        } catch (Invalid e) {
            throw new BadScenario(new Mistake(file.toString(), "", 0, 0, e.problem(), e.maybe()));
        }
    }

    private RegionMap map(Connectome read) {
        if (map != null) {
            return MapFile.networks(map, read.labels());
        }
        RegionMap own = RegionMap.ofLabels(read.labels());
        return own != null ? own : RegionMap.single(read.labels());
    }

    private static <E extends Enum<E>> E word(String option, String text, E[] known) {
        return Arrays.stream(known)
                .filter(choice -> Choices.word(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        option + " is \"" + Shown.text(text) + "\".",
                        Suggestion.among(Arrays.stream(known).map(Choices::word).toList(), text)));
    }
}
