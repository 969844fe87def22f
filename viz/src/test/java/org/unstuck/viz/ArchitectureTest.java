package org.unstuck.viz;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What viz promises about its structure: {@code theme <- figure <- report <- explore <- cli}, no cycles, no network. As in the test of
 * the same name in model, each promise stands beside the smallest classes that break it.
 */
class ArchitectureTest {

    static {
        // The rules ask for names only, so the JDK and the libraries need not be read.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private static final JavaClasses VIZ = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.unstuck.viz");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    /** A rule, and what breaks it: each fault is a list of compilation units. */
    record Promise(String name, ArchRule rule, List<List<String>> faults) {

        static Promise of(String name, ArchRule rule) {
            return new Promise(name, rule.allowEmptyShould(true), List.of());
        }

        Promise brokenBy(String... sources) {
            return new Promise(
                    name,
                    rule,
                    Stream.concat(faults.stream(), Stream.of(List.of(sources))).toList());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Promise> promises() {
        return Stream.of(
                Promise.of(
                                "theme <- figure <- report <- explore <- cli",
                                layeredArchitecture()
                                        .consideringOnlyDependenciesInLayers()
                                        .withOptionalLayers(true)
                                        .layer("theme")
                                        .definedBy("org.unstuck.viz.theme..")
                                        .layer("figure")
                                        .definedBy("org.unstuck.viz.figure..")
                                        .layer("report")
                                        .definedBy("org.unstuck.viz.report..")
                                        .layer("explore")
                                        .definedBy("org.unstuck.viz.explore..")
                                        .layer("cli")
                                        .definedBy("org.unstuck.viz.cli..")
                                        .whereLayer("theme")
                                        .mayNotAccessAnyLayer()
                                        .whereLayer("figure")
                                        .mayOnlyAccessLayers("theme")
                                        .whereLayer("report")
                                        .mayOnlyAccessLayers("theme", "figure")
                                        .whereLayer("explore")
                                        .mayOnlyAccessLayers("theme", "figure", "report"))
                        .brokenBy(in("viz.explore", "org.unstuck.viz.cli.Other x;"), other("viz.cli"))
                        .brokenBy(in("viz.theme", "org.unstuck.viz.figure.Other x;"), other("viz.figure"))
                        .brokenBy(in("viz.figure", "org.unstuck.viz.report.Other x;"), other("viz.report"))
                        .brokenBy(in("viz.report", "org.unstuck.viz.cli.Other x;"), other("viz.cli")),
                Promise.of(
                                "packages are free of cycles",
                                slices().matching("org.unstuck.viz.(*)..")
                                        .should()
                                        .beFreeOfCycles())
                        .brokenBy(
                                in("viz.figure", "org.unstuck.viz.theme.Other x;"),
                                "package org.unstuck.viz.theme; public class Other { org.unstuck.viz.figure.Fault x; }"),
                Promise.of(
                                "a theme knows no model",
                                noClasses()
                                        .that()
                                        .resideInAPackage("org.unstuck.viz.theme..")
                                        .should()
                                        .dependOnClassesThat(describe(
                                                "are of the model",
                                                type -> type.getPackageName().startsWith("org.unstuck.")
                                                        && !type.getPackageName()
                                                                .startsWith("org.unstuck.viz"))))
                        .brokenBy(in("viz.theme", "org.unstuck.metric.Other x;"), other("metric")),
                Promise.of(
                                "a figure draws what it is given and starts nothing",
                                noClasses()
                                        .that()
                                        .resideInAPackage("org.unstuck.viz.figure..")
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAnyPackage("org.unstuck.simulate..", "org.unstuck.scenario.."))
                        .brokenBy(in("viz.figure", "org.unstuck.simulate.Other x;"), other("simulate"))
                        .brokenBy(in("viz.figure", "org.unstuck.scenario.Other x;"), other("scenario")),
                Promise.of(
                                "no connection, no process, no class named by data",
                                noClasses()
                                        .should()
                                        .accessTargetWhere(describe("reach out", ArchitectureTest::reachesOut)))
                        .brokenBy(in(
                                "viz.report", "Object f(java.net.URL x) throws Exception { return x.openStream(); }"))
                        .brokenBy(in("viz.report", "Object f() { return new java.net.Socket(); }"))
                        .brokenBy(in("viz.cli", "Object f() { return java.net.http.HttpClient.newHttpClient(); }"))
                        .brokenBy(in("viz.cli", "Object f() { return new ProcessBuilder(\"ls\"); }"))
                        .brokenBy(in("viz.cli", "Object f(String x) throws Exception { return Class.forName(x); }"))
                        .brokenBy(in(
                                "viz.cli",
                                "Object f(String[] x) throws Exception { return Runtime.getRuntime().exec(x); }"))
                        .brokenBy(in(
                                "viz.cli",
                                "Object f() throws Exception { return new java.io.ObjectInputStream(null); }")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("promises")
    void holds(Promise promise) {
        assertThat(VIZ).as("classes of viz").isNotEmpty();
        promise.rule().check(VIZ);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("promises")
    void canFail(Promise promise, @TempDir Path folder) throws IOException {
        assertThat(promise.faults()).isNotEmpty();
        for (List<String> fault : promise.faults()) {
            Path classes = Files.createTempDirectory(folder, "fault");
            compile(fault, classes);
            assertThat(promise.rule()
                            .evaluate(new ClassFileImporter().importPath(classes))
                            .hasViolation())
                    .as("\"%s\" is broken by %s", promise, fault)
                    .isTrue();
        }
    }

    private static boolean reachesOut(JavaAccess<?> access) {
        return (access.getTargetOwner().getFullName() + "#" + access.getName())
                .matches(
                        "java\\.net\\.URL#open.*|java\\.net\\..*Socket#.*|java\\.net\\.http\\..*"
                                + "|java\\.lang\\.ProcessBuilder#.*|java\\.lang\\.Runtime#exec|java\\.io\\.ObjectInputStream#.*|java\\.lang\\.Class#forName");
    }

    private static String in(String packageName, String members) {
        return "package org.unstuck." + packageName + "; public class Fault { " + members + " }";
    }

    private static String other(String packageName) {
        return "package org.unstuck." + packageName + "; public class Other {}";
    }

    private static void compile(List<String> sources, Path folder) throws IOException {
        FILES.setLocation(StandardLocation.CLASS_OUTPUT, List.of(folder.toFile()));
        List<JavaFileObject> units =
                sources.stream().map(ArchitectureTest::unit).toList();
        assertThat(COMPILER.getTask(null, FILES, null, List.of("-nowarn", "-proc:none"), null, units)
                        .call())
                .as("%s compiles", sources)
                .isTrue();
    }

    private static JavaFileObject unit(String source) {
        URI name = URI.create(source.contains("class Other") ? "memory:/Other.java" : "memory:/Fault.java");
        return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
