package org.unstuck.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long does somebody wait for the program, and does an archive of loaded classes (class-data sharing) shorten it?
 *
 * <pre>java -cp bench/target/benchmarks.jar org.unstuck.bench.StartUp viz/target/unstuck.jar RUNS</pre>
 *
 * <p>Wall time of {@code --help} and {@code compare --quick}, each several times without and with an archive that a run
 * of the same command left behind, in turns. Prints one line of JSON for each. The archive is that of
 * {@code -XX:ArchiveClassesAtExit}, which is there since JDK 13.
 *
 * <p>Expectation: the archive saves some tens of milliseconds of {@code --help} (class loading), and nothing that can be told from
 * chance in a comparison (mostly computing).
 */
public final class StartUp {

    private static final double NS_PER_S = 1e9;

    private final String jar;
    private final Path folder;
    private final int runs;

    private StartUp(String jar, Path folder, int runs) {
        this.jar = jar;
        this.folder = folder;
        this.runs = runs;
    }

    /** Measures both commands. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("unstuck-start-up");
        try {
            StartUp program = new StartUp(
                    Path.of(arguments[0]).toAbsolutePath().toString(), folder, Integer.parseInt(arguments[1]));
            program.measure("--help", List.of("--help"));
            program.measure("compare --quick", List.of("compare", "--quick"));
        } finally {
            delete(folder);
        }
    }

    private void measure(String name, List<String> command) throws IOException, InterruptedException {
        Path archive = folder.resolve("classes-" + command.size() + ".jsa");
        seconds(List.of("-XX:ArchiveClassesAtExit=" + archive), command);
        List<String> sharing = List.of("-XX:SharedArchiveFile=" + archive);
        double[] without = new double[runs];
        double[] with = new double[runs];
        for (int r = 0; r < runs; r++) {
            without[r] = seconds(List.of(), command);
            with[r] = seconds(sharing, command);
        }
        print(name, "of the JDK only", without, 0);
        print(name, "of this program", with, Files.size(archive));
    }

    private double seconds(List<String> options, List<String> command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.add("-jar");
        line.add(jar);
        line.addAll(command);
        Path work = Files.createTempDirectory(folder, "work");
        Path log = work.resolve("log");
        long start = System.nanoTime();
        int code = new ProcessBuilder(line)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - start) / NS_PER_S;
        if (code != 0) {
            throw new IOException(String.join(" ", line) + " ended with " + code + ":\n" + Files.readString(log));
        }
        return seconds;
    }

    private static void print(String command, String archive, double[] seconds, long bytes) {
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "{\"language\": \"Java %d\", \"command\": \"%s\", \"archive\": \"%s\", \"seconds\": %.3f, \"low\": %.3f, "
                        + "\"high\": %.3f, \"bytes\": %d}%n",
                Runtime.version().feature(),
                command,
                archive,
                seconds[seconds.length / 2],
                seconds[0],
                seconds[seconds.length - 1],
                bytes);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(p -> {
                try {
                    Files.delete(p);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
