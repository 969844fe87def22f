package org.unstuck.viz.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.unstuck.connectome.Connectome;
import org.unstuck.connectome.ConnectomeNetwork;
import org.unstuck.describe.Decimal;
import org.unstuck.network.Link;
import org.unstuck.network.Network;
import org.unstuck.scenario.BuiltIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code unstuck connectome show}: what import would make of a connectome. */
@Command(name = "show", description = "Prints what import would find and make, with the same options. Writes nothing.")
final class ConnectomeShowCommand implements Callable<Integer> {

    /** Regions whose names are listed for each functional network. */
    private static final int NAMED = 6;

    private static final int DIGITS = 3;

    /** What weights are compared with. */
    private static final String FAMILIAR = "twelve-regions";

    @Mixin
    private ConnectomeOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Connectome read = options.read();
        ConnectomeNetwork.Imported imported = options.network("shown", read);
        Network network = imported.network();
        PrintWriter out = spec.commandLine().getOut();
        out.println(Shown.text(read.file()) + ": " + read.format() + ", " + read.size() + " regions");
        imported.remarks().forEach(remark -> out.println("- " + Shown.text(remark)));
        out.println("Mean weight that a region receives: " + received(network) + "; in " + FAMILIAR + ": "
                + received(BuiltIn.NETWORKS.named(FAMILIAR)) + ".");
        for (Map.Entry<String, List<Integer>> module : network.modules().entrySet()) {
            List<Integer> in = module.getValue();
            String names = String.join(
                    ", ",
                    in.stream()
                            .limit(NAMED)
                            .map(i -> network.regions().get(i).name())
                            .toList());
            out.println(Shown.text(module.getKey()) + " (" + in.size() + "): " + names
                    + (in.size() > NAMED ? ", ..." : ""));
        }
        out.flush();
        return Exit.OK;
    }

    private static String received(Network network) {
        return "excitatory " + received(network, Link.Kind.EXCITATORY) + ", suppressive "
                + received(network, Link.Kind.SUPPRESSIVE);
    }

    private static String received(Network network, Link.Kind kind) {
        double sum = network.links().stream()
                .filter(link -> link.kind() == kind)
                .mapToDouble(Link::weight)
                .sum();
        return Decimal.of(sum / network.size(), DIGITS);
    }
}
