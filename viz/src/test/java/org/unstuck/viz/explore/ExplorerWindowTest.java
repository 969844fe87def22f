package org.unstuck.viz.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.JSlider;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.JTextPane;
import javax.swing.text.BadLocationException;
import org.jfree.chart.ChartPanel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unstuck.describe.Dose;
import org.unstuck.recording.Slow;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.scenario.Sessions;
import org.unstuck.simulate.Command;
import org.unstuck.study.Lesson;
import org.unstuck.study.Session;

/** The real window, used with the mouse. Any exception on the event thread or the engine's fails the test. */
@Timeout(600)
class ExplorerWindowTest {

    @TempDir
    private Path folder;

    private Hands open(String preset, boolean dark) throws Exception {
        return new Hands(Sessions.of(BuiltIn.PRESETS.named(preset)), folder.resolve("recovery.json"), dark);
    }

    private static void tab(Hands hands, int index) throws Exception {
        JTabbedPane tabs = hands.find("tabs", JTabbedPane.class);
        Hands.on(() -> {
            tabs.setSelectedIndex(index);
            return null;
        });
    }

    @Test
    void aSliderMovesTheTrace() throws Exception {
        try (Hands hands = open("healthy", false)) {
            tab(hands, 1);
            double before = hands.a().parameters.wilsonCowan().wEE();
            hands.drag("wilsonCowan.wEE", 0.5, 0.5, 0.9, 0.5);
            hands.until(
                    "the patient has the new value",
                    () -> hands.window().now().sides[0].parameters.wilsonCowan().wEE() > before + 0.2);
            JSlider slider = hands.find("wilsonCowan.wEE", JSlider.class);
            assertThat(slider.getAccessibleContext().getAccessibleName()).isEqualTo("recurrent excitation");
            assertThat(slider.getToolTipText()).contains("prototype", "6.5 to 8.5");
            hands.picture("parameters");
            hands.click("wilsonCowan.wEE.reset");
            hands.until(
                    "the value is back",
                    () -> hands.window().now().sides[0].parameters.wilsonCowan().wEE() == before);
            BufferedImage one = hands.picture("light");
            long at = Hands.on(() -> hands.window().now().sides[0].samples);
            hands.until("half a second has passed", () -> hands.window().now().sides[0].samples > at + 12);
            BufferedImage two = hands.picture("light");
            assertThat(pixelsThatDiffer(one, two)).isGreaterThan(500);
        }
    }

    private static int pixelsThatDiffer(BufferedImage a, BufferedImage b) {
        int differ = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                differ += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
            }
        }
        return differ;
    }

    @Test
    void searchFindsParameters() throws Exception {
        try (Hands hands = open("healthy", false)) {
            tab(hands, 1);
            JTextField search = hands.find("parameter-search", JTextField.class);
            Hands.on(() -> {
                search.setText("adaptation");
                return null;
            });
            assertThat(hands.find("wilsonCowan.tauA", JSlider.class).isShowing())
                    .isTrue();
            hands.picture("search");
        }
    }

    @Test
    void aDoseIsGivenAndFelt() throws Exception {
        try (Hands hands = open("generalised-anxiety", false)) {
            hands.click("give");
            hands.until("the dose is felt", () -> hands.window().now().sides[0].level(Slow.GABA) > 0.05);
            hands.click("session");
            hands.until(
                    "the session was begun",
                    () -> hands.window().session().runs().get(0).commands().stream()
                            .anyMatch(c -> c.does() instanceof Command.Session));
            hands.click("cue-threat");
            hands.until("the cue is on", () -> hands.window().now().sides[0].cues[0] > 0);
            hands.picture("dose");
            JLabel clocks = hands.find("clocks", JLabel.class);
            hands.until(
                    "both clocks are written",
                    () -> clocks.getText().contains("slow clock")
                            && clocks.getText().contains("activity"));
        }
    }

    @Test
    void playPauseStepAndSpeed() throws Exception {
        try (Hands hands = open("healthy", false)) {
            hands.click("play");
            hands.until("it stands", () -> !hands.window().now().playing);
            long at = Hands.on(() -> hands.window().now().sides[0].samples); // The frame that stands is the last.
            hands.click("step");
            hands.until("one sample has passed", () -> hands.window().now().sides[0].samples == at + 1);
            hands.drag("speed", 0.26, 0.5, 0.95, 0.5);
            hands.click("play");
            hands.until("it is fast", () -> hands.window().now().achieved > 20);
        }
    }

    @Test
    void twoPatientsShareNoise() throws Exception {
        try (Hands hands = open("generalised-anxiety", false)) {
            hands.click("compare");
            hands.until("B is there", () -> hands.window().now().sides[1].on);
            Hands.on(
                    () -> { // Here, because a frame is written again after the next one.
                        Frame.Side[] sides = hands.window().now().sides;
                        assertThat(sides[1].samples).isEqualTo(sides[0].samples);
                        assertThat(sides[1].E).isEqualTo(sides[0].E);
                        return null;
                    });
            Hands.on(() -> {
                hands.window()
                        .engine()
                        .command(false, true, new Command.Give("alprazolam", new Dose(2, "mg"), "oral", null, 1));
                hands.window().engine().speed(16);
                return null;
            });
            hands.until("90 s have passed", () -> hands.window().now().sides[0].seconds() > 90);
            Hands.on(() -> {
                hands.window().engine().speed(1);
                return null;
            });
            Hands.on(() -> {
                Frame.Side[] sides = hands.window().now().sides;
                assertThat(sides[1].E).isNotEqualTo(sides[0].E);
                return null;
            });
            hands.picture("ab");
            hands.click("scan");
            hands.until("the scan is there", () -> dialogs() == 1);
            hands.picture("scan");
        }
    }

    private static int dialogs() {
        int n = 0;
        for (java.awt.Window w : java.awt.Window.getWindows()) {
            n += w.isShowing() && "scan".equals(w.getName()) ? 1 : 0;
        }
        return n;
    }

    @Test
    void aSessionIsSavedOpenedAndKeptOnClose() throws Exception {
        Path file = folder.resolve("session.json");
        Path recovery = folder.resolve("recovery.json");
        try (Hands hands = open("generalised-anxiety", false)) {
            hands.click("give");
            hands.click("restart");
            hands.until(
                    "the history has two runs",
                    () -> hands.window().session().runs().size() == 2);
            hands.until(
                    "it was kept", () -> hands.window().session().runs().get(1).samples() > 20);
            Hands.on(() -> {
                hands.window().filing().save(file);
                return null;
            });
            hands.click("run-1");
            hands.until(
                    "run 1 is back",
                    () -> hands.window().now().sides[0].run.equals("run 1")
                            && hands.window().now().sides[0].level(Slow.GABA) > 0);
        }
        Session saved = Sessions.read(file);
        assertThat(saved.runs()).hasSize(2);
        assertThat(saved.runs().get(0).commands()).hasSize(1);
        assertThat(Sessions.read(recovery).runs()).hasSize(2);
        try (Hands hands = new Hands(saved, folder.resolve("other.json"), false)) {
            Hands.on(() -> {
                hands.window().filing().read(recovery);
                return null;
            });
            hands.until(
                    "the recovered session is open",
                    () -> hands.window().now().sides[0].run.equals("run 1"));
        }
    }

    @Test
    void chartsAndDataAreWrittenWithTheirStamp() throws Exception {
        try (Hands hands = open("healthy", true)) {
            hands.until("there is a trace", () -> hands.window().now().sides[0].shown > 50);
            for (String ending : new String[] {"svg", "png", "pdf"}) {
                Path file = folder.resolve("chart." + ending);
                Hands.on(() -> {
                    hands.window()
                            .filing()
                            .export(hands.window().bench().charts().get(2), file);
                    return null;
                });
                assertThat(Files.size(file)).isGreaterThan(1000);
            }
            assertThat(Files.readString(folder.resolve("chart.svg"))).contains("not medical advice", "seed 1");
            Path csv = folder.resolve("data.csv");
            Hands.on(() -> {
                hands.window().filing().export(csv);
                return null;
            });
            assertThat(Files.readAllLines(csv).get(0)).startsWith("# Unstuck").contains("not medical advice", "seed 1");
            assertThat(Files.readAllLines(csv).get(1)).startsWith("patient,activity_s,state,mPFC");
            assertThat(Files.readAllLines(csv)).hasSizeGreaterThan(50);
            hands.picture("dark");
        }
    }

    @Test
    void theCourseRunsIsCancelledAndOpensADay() throws Exception {
        try (Hands hands = open("generalised-anxiety", false)) {
            JTabbedPane views = hands.find("views", JTabbedPane.class);
            Hands.on(() -> {
                views.setSelectedIndex(1);
                return null;
            });
            ChartPanel drawn = hands.find("timeline", ChartPanel.class);
            hands.until("the timeline is drawn", () -> area(drawn).getWidth() > 0);
            String before = timeline(hands);
            hands.drag("timeline", 0.3, 0.14, 0.5, 0.14);
            hands.until("the event has moved", () -> !description(drawn).equals(before));
            hands.picture("course-moved");
            hands.click("course-undo");
            hands.until("it is back", () -> description(drawn).equals(before));
            JProgressBar progress = hands.find("course-progress", JProgressBar.class);
            hands.click("course-run");
            hands.until("it is under way", () -> progress.getValue() > 5);
            hands.click("course-cancel");
            hands.until("it is cancelled", () -> "cancelled".equals(progress.getString()));
            hands.click("course-run");
            hands.until("it is done", () -> "done".equals(progress.getString()));
            hands.picture("course");
            hands.click("course-intensity");
            hands.until("the day is open", () -> hands.window().now().sides[0].hours > 500);
            assertThat(Hands.on(() -> views.getSelectedIndex())).isZero();
            assertThat(hands.a().level(Slow.COUNTER)).isPositive();
        }
    }

    private static String timeline(Hands hands) throws Exception {
        ChartPanel panel = hands.find("timeline", ChartPanel.class);
        return Hands.on(() -> description(panel));
    }

    private static String description(ChartPanel panel) {
        return panel.getAccessibleContext().getAccessibleDescription();
    }

    private static Rectangle2D area(ChartPanel panel) {
        return panel.getChartRenderingInfo().getPlotInfo().getDataArea();
    }

    private static double cues(Hands hands) {
        return Arrays.stream(hands.window().now().sides[0].cues).sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aLessonGoesToItsEnd(int lesson) throws Exception {
        try (Hands hands = open("healthy", lesson % 2 == 1)) {
            Dimension size = lesson % 3 == 2 ? new Dimension(1900, 1050) : new Dimension(1024, 700);
            Hands.on(() -> {
                hands.window().frame().setSize(size);
                hands.window().frame().validate();
                return null;
            });
            hands.click("cue-rest");
            hands.until("the cue is on", () -> cues(hands) > 0);
            tab(hands, 2);
            javax.swing.JComboBox<?> which = hands.find("lesson", javax.swing.JComboBox.class);
            Hands.on(() -> {
                which.setSelectedIndex(lesson);
                return null;
            });
            String name = BuiltIn.LESSONS.names().get(lesson);
            hands.click("lesson-begin");
            hands.until(
                    "the lesson's patient is there",
                    () -> cues(hands) == 0 && hands.window().now().sides[0].samples > 2);
            hands.picture("lesson-" + name + "-0");
            int steps = BuiltIn.LESSONS.named(name).steps().size();
            hands.click("lesson-next");
            for (int step = 1; step <= steps; step++) {
                hands.click("lesson-choice-less");
                hands.click("lesson-run");
                JButton next = hands.find("lesson-next", JButton.class);
                hands.until("the experiment is under way", () -> hands.window().now().script >= 0 || next.isEnabled());
                Hands.on(() -> {
                    hands.window().engine().speed(64);
                    return null;
                });
                hands.until("the experiment is over", next::isEnabled);
                hands.picture("lesson-" + name + "-" + step);
                hands.click("lesson-next");
            }
            hands.picture("lesson-" + name + "-end");
            hands.click("lesson-leave");
            hands.until("the own session is back", () -> cues(hands) > 0);
        }
    }

    /** What the window shows of an experiment is what the model gives without it, to the last bit. */
    @Test
    void anExperimentGivesTheSameNumbersUnseen() throws Exception {
        Lesson lesson = BuiltIn.LESSONS.named("what-a-state-is");
        Lesson.Experiment experiment = lesson.steps().get(0).experiment();
        double[] unseen = new Trial(experiment, BuiltIn.PRESETS.named(lesson.preset()), () -> false).values();
        AtomicReference<double[]> seen = new AtomicReference<>();
        try (Hands hands = open(lesson.preset(), false)) {
            Hands.on(() -> {
                hands.window().engine().experiment("twice", experiment, seen::set);
                hands.window().engine().speed(64);
                return null;
            });
            hands.until("the experiment is over", () -> seen.get() != null);
        }
        assertThat(seen.get()).isEqualTo(unseen);
    }

    @Test
    void otherSeedsAreCountedAndTheWorksheetSaysSo() throws Exception {
        try (Hands hands = open("healthy", false)) {
            tab(hands, 2);
            hands.click("lesson-begin");
            hands.until("the lesson is on", () -> hands.shows("lesson-next"));
            hands.click("lesson-next");
            hands.click("lesson-choice-more");
            hands.click("lesson-run");
            hands.until("the experiment is over", () -> hands.shows("lesson-seeds"));
            hands.click("lesson-seeds");
            JProgressBar progress = hands.find("lesson-progress", JProgressBar.class);
            JTextPane pane = hands.find("lesson-text", JTextPane.class);
            hands.until("all seeds are counted", () -> text(pane).contains("With 8 other seeds"));
            int share = Hands.on(() -> progress.getValue());
            assertThat(share).isEqualTo(100);
            hands.picture("lesson-seeds");
            String text = Hands.on(() -> text(pane));
            var counted = Pattern.compile("(\\d) \u00d7").matcher(text);
            int sum = 0;
            while (counted.find()) {
                sum += Integer.parseInt(counted.group(1));
            }
            assertThat(sum).isEqualTo(8);
        }
    }

    private static String text(JTextPane pane) {
        try {
            return pane.getDocument().getText(0, pane.getDocument().getLength());
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void resizedAndClosedWhileRunning() throws Exception {
        try (Hands hands = open("generalised-anxiety", false)) {
            for (Dimension size :
                    new Dimension[] {new Dimension(1024, 700), new Dimension(1900, 1050), new Dimension(1024, 700)}) {
                Hands.on(() -> {
                    hands.window().frame().setSize(size);
                    hands.window().frame().validate();
                    return null;
                });
                hands.until(
                        "it has this size",
                        () -> hands.window().frame().getSize().equals(size));
                hands.picture(size.width + "x" + size.height);
                JButton give = hands.find("give", JButton.class);
                assertThat(give.getWidth()).isGreaterThan(60);
            }
        }
    }
}
