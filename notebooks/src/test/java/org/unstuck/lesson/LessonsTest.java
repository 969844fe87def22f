package org.unstuck.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks of the repository are those of the lessons, and every lesson has what a lesson must have. */
class LessonsTest {

    private static final Path HERE = Path.of("lessons").toAbsolutePath();

    static Stream<Path> lessons() throws IOException {
        return Lessons.in(HERE).stream();
    }

    @Test
    void thereAreEight() throws IOException {
        assertThat(lessons().map(f -> f.getFileName().toString().substring(0, 2)))
                .containsExactly("01", "02", "03", "04", "05", "06", "07", "08");
    }

    /** With -Dunstuck.write=true the notebooks are written instead. */
    @ParameterizedTest
    @MethodSource("lessons")
    void theNotebookIsTheLessonWithoutOutputs(Path lesson) throws IOException {
        Path file = HERE.resolveSibling(Lessons.notebook(lesson));
        String json = Notebook.ofMarkdown(Files.readString(lesson)).forReaders().json();
        if (Boolean.getBoolean("unstuck.write")) {
            Files.writeString(file, json);
        }

        assertThat(file)
                .as("to write it: -Dunstuck.write=true -Dtest=LessonsTest")
                .hasContent(json);
        assertThat(Notebook.read(file).cells())
                .allSatisfy(cell -> assertThat(cell.outputs()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void hasGoalsPredictionsExercisesSourcesAndAScenario(Path lesson) throws IOException {
        String text = Files.readString(lesson);
        Notebook notebook = Notebook.ofMarkdown(text);

        assertThat(text).contains("**After this lesson you can**", "## Exercises", "## Sources", "not medical advice");
        assertThat(text.split("\\*\\*Predict", -1).length - 1).as("questions").isGreaterThanOrEqualTo(1);
        assertThat(notebook.cells().stream().filter(c -> c.kind() == Notebook.Kind.SOLUTION))
                .as("solutions")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(notebook.forReaders().cells().stream()
                        .filter(c -> c.kind() == Notebook.Kind.TEXT)
                        .filter(c -> c.source().contains("<details>")))
                .as("solutions are in the text, hidden")
                .isNotEmpty();
        List<Notebook.Cell> cells = notebook.cells();
        String name = lesson.getFileName().toString().replace(".md", ".json");
        assertThat(cells.get(cells.size() - 1).source()).contains(".save(\"unstuck-results/" + name + "\")");
    }

    @Test
    void aFenceWithinDetailsIsASolutionAndStaysInTheText() {
        Notebook notebook = Notebook.ofMarkdown(
                "# T\n\n```java\nint a;\n```\n\n<details>\n\n```java\nint b;\n```\n\n</details>\n\nend\n\n```java\nint c;\n```\n");

        assertThat(notebook.cells())
                .extracting(Notebook.Cell::kind)
                .containsExactly(
                        Notebook.Kind.TEXT,
                        Notebook.Kind.CODE,
                        Notebook.Kind.TEXT,
                        Notebook.Kind.SOLUTION,
                        Notebook.Kind.CODE);
        assertThat(notebook.cells().get(2).source()).contains("int b;", "end");
        assertThat(notebook.cells().get(3).source()).isEqualTo("int b;");
    }

    /** Every number that the check expects is named in its lesson, so that no band is left behind. */
    @Test
    void everyBandBelongsToALesson() throws IOException {
        for (Check.Expected e : Check.expected(HERE.resolveSibling("expected.txt"))) {
            Path lesson = lessons()
                    .filter(f -> f.getFileName().toString().startsWith(e.notebook()))
                    .findFirst()
                    .orElseThrow();

            assertThat(Files.readString(lesson)).contains("key(\"" + e.label() + "\"");
            assertThat(e.low()).isLessThanOrEqualTo(e.high());
        }
    }
}
