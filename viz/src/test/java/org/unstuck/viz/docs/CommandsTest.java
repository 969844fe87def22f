package org.unstuck.viz.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.event.WindowEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unstuck.viz.cli.Main;

/** Every command line that the pages show works, and makes what they promise. */
class CommandsTest {

    private static final String PROGRAM = "java -jar viz/target/unstuck.jar";
    private static final Path PROMISED = Path.of("unstuck-results");

    @TempDir
    Path folder;

    /** Lines of code that begin with the program. */
    static Stream<String> commands() {
        return Manual.pages().stream()
                .flatMap(page -> Manual.text(page).lines())
                .map(String::strip)
                .filter(line -> line.startsWith(PROGRAM))
                .distinct();
    }

    @Test
    void thePagesShowTheMainCommands() {
        assertThat(commands())
                .anyMatch(line -> line.startsWith(PROGRAM + " compare"))
                .anyMatch(line -> line.startsWith(PROGRAM + " explore"))
                .anyMatch(line -> line.startsWith(PROGRAM + " simulate"))
                .anyMatch(line -> line.startsWith(PROGRAM + " dose"))
                .anyMatch(line -> line.startsWith(PROGRAM + " presets"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    @Timeout(120)
    void works(String line) throws Exception {
        List<String> words =
                inFolder(List.of(line.substring(PROGRAM.length()).strip().split(" +")));
        if (words.get(0).equals("explore") && !words.contains("--help")) {
            explores(words);
            return;
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int code = Main.run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));

        assertThat(code).as("%s: %s", words, err).isZero();
        int at = words.indexOf("--out");
        if (at < 0) {
            assertThat(out.toString()).isNotBlank();
            return;
        }
        Path made = Path.of(words.get(at + 1));
        if (words.contains("--estimate")) {
            assertThat(out.toString()).isNotBlank();
            assertThat(made).doesNotExist();
        } else if (words.get(0).equals("compare")) {
            for (String file : List.of("report.html", "result.json", "data/scans.csv", "data/links.csv")) {
                assertThat(made.resolve(file)).isNotEmptyFile();
            }
            assertThat(made.resolve("data/parameters.csv")).isNotEmptyFile();
            assertThat(made.resolve("charts")).isNotEmptyDirectory();
        } else if (words.get(0).equals("sweep")) {
            assertThat(made.resolve("rows.csv")).isNotEmptyFile();
            if (words.contains("--format")) {
                assertThat(made.resolve("values.npz")).isNotEmptyFile();
                assertThat(made.resolve("values.mat")).isNotEmptyFile();
                assertThat(made.resolve("values.h5")).isNotEmptyFile();
            }
        } else if (words.get(0).equals("landscape")) {
            assertThat(made.resolve("report.html")).isNotEmptyFile();
            assertThat(made.resolve("result.json")).isNotEmptyFile();
            assertThat(made.resolve("data")).isNotEmptyDirectory();
        } else if (words.get(0).equals("claims") || words.get(0).equals("sensitivity")) {
            assertThat(made.resolve("report.html")).isNotEmptyFile();
            assertThat(made.resolve("data")).isNotEmptyDirectory();
        } else if (words.get(0).equals("measure")) {
            assertThat(made.resolve("report.html")).isNotEmptyFile();
            assertThat(made.resolve("data/measures.csv")).isNotEmptyFile();
        } else if (words.contains("bids")) {
            assertThat(made.resolve("dataset_description.json")).isNotEmptyFile();
        } else {
            assertThat(made).isNotEmptyFile();
        }
    }

    /** The window appears, is closed, and the command ends; without a screen it says so. */
    private void explores(List<String> words) throws Exception {
        words.addAll(List.of("--recovery", folder.resolve("recovery.json").toString()));
        StringWriter err = new StringWriter();
        FutureTask<Integer> command = new FutureTask<>(() ->
                Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), words.toArray(String[]::new)));
        new Thread(command, "explore").start();
        if (GraphicsEnvironment.isHeadless()) {
            assertThat(command.get()).isEqualTo(2);
            assertThat(err.toString()).contains("no screen");
            return;
        }
        while (window() == null && !command.isDone()) {
            Thread.sleep(50);
        }
        Frame window = window();
        assertThat(window).as("%s: %s", words, err).isNotNull();
        SwingUtilities.invokeLater(() -> window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING)));
        assertThat(command.get()).as("%s: %s", words, err).isZero();
        assertThat(folder.resolve("recovery.json")).isNotEmptyFile();
    }

    private static Frame window() {
        return Stream.of(Frame.getFrames())
                .filter(frame -> frame.isShowing() && "explorer".equals(frame.getName()))
                .findFirst()
                .orElse(null);
    }

    /** Makes what a command reads and another command of the pages writes; and finds the files that the pages bring along. */
    private void provide(List<String> words) {
        for (int k = 1; k < words.size(); k++) {
            String word = words.get(k);
            if (word.startsWith("docs/")) {
                words.set(k, Manual.ROOT.resolve(word).toString());
            } else if (Path.of(word).startsWith(PROMISED)
                    && !words.get(0).equals("verify")
                    && !words.get(k - 1).matches("--(out|chart)")) {
                String maker = commands()
                        .filter(line -> line.contains(" --out " + word))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no command of the pages writes " + word));
                List<String> making = inFolder(
                        List.of(maker.substring(PROGRAM.length()).strip().split(" +")));
                PrintWriter nowhere = new PrintWriter(new StringWriter());
                assertThat(Main.run(nowhere, nowhere, making.toArray(String[]::new)))
                        .as(maker)
                        .isZero();
                words.set(k, making.get(making.indexOf("--out") + 1));
            }
        }
    }

    /** What a comparison would have written there, small. */
    private String compared(String promised) {
        String place = folder.resolve(promised).toString();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        assertThat(Main.run(nowhere, nowhere, "compare", "--quick", "--patients", "2", "--quiet", "--out", place))
                .isZero();
        return place;
    }

    /** The same command, small, with its output below {@link #folder}. */
    private List<String> inFolder(List<String> words) {
        List<String> changed = new ArrayList<>(words);
        boolean compares = words.get(0).equals("compare");
        if (words.get(0).equals("sweep") && !words.contains("--dry-run")) {
            changed.addAll(List.of("--patients", "1"));
        }
        int chart = changed.indexOf("--chart");
        if (chart >= 0) {
            Path promised = Path.of(changed.get(chart + 1));
            assertThat(promised).as("ignored by git").startsWithRaw(PROMISED);
            changed.set(chart + 1, folder.resolve(promised).toString());
        }
        provide(changed);
        if (words.get(0).equals("verify") && words.size() > 1 && words.get(1).startsWith(PROMISED.toString())) {
            changed.set(1, compared(words.get(1)));
        }
        int out = changed.indexOf("--out");
        if (out >= 0) {
            Path promised = Path.of(changed.get(out + 1));
            assertThat(promised).as("ignored by git").startsWithRaw(PROMISED);
            changed.set(out + 1, folder.resolve(promised).toString());
        } else if (compares) {
            changed.addAll(List.of("--out", folder.resolve("results").toString()));
        }
        if (compares && !changed.contains("--help")) {
            if (!changed.contains("--quick")) {
                changed.add("--quick");
            }
            int patients = changed.indexOf("--patients");
            if (patients >= 0) {
                changed.set(patients + 1, "2");
            } else {
                changed.addAll(List.of("--patients", "2"));
            }
        }
        return changed;
    }
}
