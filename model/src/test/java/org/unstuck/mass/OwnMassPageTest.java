package org.unstuck.mass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class that docs/how-to/own-mass.md shows compiles, runs and prints what the page says. */
class OwnMassPageTest {

    private static final Path PAGE = Path.of("..", "docs", "how-to", "own-mass.md");

    @TempDir
    Path folder;

    @Test
    void theExampleRuns() throws Exception {
        String page = Files.readString(PAGE);
        Matcher blocks = Pattern.compile("```java\n(.*?)```.*?```\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(blocks.find()).isTrue();
        Path source = Files.writeString(folder.resolve("OwnMass.java"), blocks.group(1));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(code).isZero();
        assertThat(printed()).isEqualTo(blocks.group(2));
    }

    private String printed() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            loader.loadClass("OwnMass").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
