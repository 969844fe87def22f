package org.unstuck.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The check finds what it is there to find. */
class CheckTest {

    private static final List<Check.Expected> BAND = List.of(new Check.Expected("01", "dwell", 1, 2));
    private static final Notebook.Output PICTURE =
            new Notebook.Output("image/svg+xml", "<svg>" + "x".repeat(2000), "lines");

    private static Notebook.Output key(String text) {
        return new Notebook.Output("text/html", "<p>", text);
    }

    private static Notebook of(Notebook.Output... outputs) {
        return new Notebook(List.of(new Notebook.Cell(Notebook.Kind.CODE, "x", List.of(outputs))));
    }

    private static List<String> problems(Notebook.Output... outputs) {
        return Check.problems("01", of(outputs), BAND);
    }

    @Test
    void nothingIsWrongWithAGoodOne() {
        assertThat(problems(PICTURE, PICTURE, key("dwell: 1.500 s"))).isEmpty();
    }

    @Test
    void aNumberOutsideItsBandIsNamed() {
        assertThat(problems(PICTURE, PICTURE, key("dwell: 2.500 s")))
                .containsExactly("\"dwell\" is 2.5, the text needs 1.0 to 2.0.");
    }

    @Test
    void aMissingNumberAFailedCellAndMissingPicturesAreNamed() {
        assertThat(problems(PICTURE, new Notebook.Output("error", "no such method", "")))
                .containsExactly(
                        "a cell failed: no such method",
                        "there are 1 pictures, at least 2 are expected.",
                        "the number \"dwell\" is not shown.");
    }

    @Test
    void aPictureWithoutWordsAndANumberWithoutABandAreNamed() {
        assertThat(problems(
                        PICTURE,
                        new Notebook.Output("image/png", "x".repeat(2000), ""),
                        key("dwell: 1.000 s"),
                        key("other (negative: worse): -1.0E-3 of the gap")))
                .containsExactly(
                        "picture 2 is empty or has no words.", "the number \"other (negative: worse)\" has no band.");
    }
}
