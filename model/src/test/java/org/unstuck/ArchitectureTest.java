package org.unstuck;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
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
 * What the model promises about its structure, read from its byte code. Each promise stands beside the smallest classes
 * that break it: these are compiled into a temporary folder, and the rule has to report every one of them.
 */
class ArchitectureTest {

    /**
     * The packages from the ground up. One may use those of its own row and of the rows above it, never in a circle.
     * Narrower still: numeric and integrate know arrays only, metric arrays and noise.
     */
    private static final List<List<String>> ROWS = List.of(
            List.of("describe", "numeric"),
            List.of("integrate"),
            List.of("mass", "noise"),
            List.of("network"),
            List.of("pharma", "plasticity", "protocol", "recording", "observe"),
            List.of("simulate"),
            List.of("metric", "study", "landscape"),
            List.of("sweep"),
            List.of("claim", "sensitivity"),
            List.of("scenario"),
            List.of("phenomena", "table"),
            List.of("connectome", "exchange"));

    /** Packages that may read a clock, as {@code org.unstuck.study}. None: a result does not depend on when it was made. */
    private static final String[] MAY_READ_THE_CLOCK = {};

    /** What of {@link Math} is one exact or once rounded result. The rest is left to each JDK within 1 or 2 ulp. */
    private static final String EXACT = "abs|min|max|clamp|sqrt|floor|ceil|rint|round|fma|ulp|scalb|copySign|signum"
            + "|next(Up|Down|After)|getExponent|IEEEremainder|(floor|ceil)(Div|Mod)|[a-zA-Z]+Exact|multiply(Full|High)|PI|E";

    private static final String TRANSCENDENTAL =
            "exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot|toRadians|toDegrees";

    /** Packages whose results are numbers: nothing in them may have the order of a hash table. */
    private static final String[] NUMERIC = Stream.of(
                    "numeric",
                    "integrate",
                    "mass",
                    "noise",
                    "pharma",
                    "plasticity",
                    "recording",
                    "observe",
                    "simulate",
                    "metric",
                    "landscape",
                    "connectome",
                    "exchange")
            .map(name -> "org.unstuck." + name + "..")
            .toArray(String[]::new);

    static {
        // The rules ask for names only, so the JDK and the libraries need not be read: 2 s less.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private static final JavaClasses MODEL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.unstuck");

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
                layers(),
                noCycles(),
                jackson(),
                noWindow(),
                sameBits(),
                randomness(),
                order(),
                noHashOrder(),
                clock(),
                safety(),
                text(),
                noOutput());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("promises")
    void holds(Promise promise) {
        assertThat(MODEL).as("classes of the model").isNotEmpty();
        promise.rule().check(MODEL);
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

    private static Promise layers() {
        LayeredArchitecture rows = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .ensureAllClassesAreContainedInArchitecture();
        for (List<String> row : ROWS) {
            for (String name : row) {
                rows = rows.layer(name).definedBy("org.unstuck." + name + "..");
            }
        }
        List<String> below = List.of();
        for (List<String> row : ROWS) {
            below = Stream.concat(below.stream(), row.stream()).toList();
            for (String name : row) {
                rows = switch (name) {
                    case "numeric" -> rows.whereLayer(name).mayNotAccessAnyLayer();
                    case "integrate" -> rows.whereLayer(name).mayOnlyAccessLayers("numeric");
                    case "metric" -> rows.whereLayer(name).mayOnlyAccessLayers("numeric", "noise");
                    default -> rows.whereLayer(name).mayOnlyAccessLayers(below.toArray(String[]::new));
                };
            }
        }
        Promise promise = Promise.of("packages use only what lies below them", rows)
                .brokenBy(in("integrate", "org.unstuck.describe.Other x;"), other("describe"))
                .brokenBy(in("numeric", "org.unstuck.describe.Other x;"), other("describe"))
                .brokenBy(in("metric", "org.unstuck.recording.Other x;"), other("recording"))
                .brokenBy(in("somewhere", ""));
        for (int i = 1; i < ROWS.size(); i++) {
            String above = ROWS.get(i).get(0);
            for (String name : ROWS.get(i - 1)) {
                promise = promise.brokenBy(in(name, "org.unstuck." + above + ".Other x;"), other(above));
            }
        }
        return promise;
    }

    private static Promise noCycles() {
        return Promise.of(
                        "packages are free of cycles",
                        slices().matching("org.unstuck.(*)..").should().beFreeOfCycles())
                .brokenBy(
                        in("mass", "org.unstuck.noise.Other x;"),
                        "package org.unstuck.noise; public class Other { org.unstuck.mass.Fault x; }");
    }

    private static Promise jackson() {
        return Promise.of(
                        "only scenario knows Jackson",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("org.unstuck.scenario..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson.."))
                .brokenBy(in("network", "com.fasterxml.jackson.core.JsonFactory x;"));
    }

    private static Promise noWindow() {
        return Promise.of(
                        "no window, no picture, no network",
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..", "java.net.."))
                .brokenBy(in("network", "java.awt.Color x;"))
                .brokenBy(in("recording", "Object f() { return new javax.swing.JLabel(); }"))
                .brokenBy(in("scenario", "java.net.Socket x;"));
    }

    private static Promise sameBits() {
        Promise promise = Promise.of(
                        "the same bits on every JDK: StrictMath or numeric, not Math",
                        never(use("java\\.lang\\.Math", "(?!(" + EXACT + ")$).*")
                                .and(describe(
                                        "but chance",
                                        access -> !access.getName().equals("random")))))
                .brokenBy(in("mass", "java.util.function.DoubleUnaryOperator f = Math::tanh;"));
        for (String name : TRANSCENDENTAL.split("\\|")) {
            String arguments = name.matches("pow|atan2|hypot") ? "x, x" : "x";
            promise =
                    promise.brokenBy(in("mass", "double f(double x) { return Math." + name + "(" + arguments + "); }"));
        }
        return promise;
    }

    private static Promise randomness() {
        String generators = "java\\.util\\.(concurrent\\.ThreadLocal|Splittable)?Random|java\\.util\\.random\\..*"
                + "|java\\.security\\.SecureRandom";
        return Promise.of(
                        "chance only from an address",
                        never(use(generators, ".*")
                                .or(use("java\\.lang\\.Math", "random"))
                                .or(use("java\\.util\\.UUID", "randomUUID"))
                                .or(use("java\\.util\\.Collections", "shuffle"))
                                .or(bare("org\\.apache\\.commons\\.math3\\.random\\..*", "<init>"))
                                .or(use("org\\.apache\\.commons\\.math3\\.distribution\\..*", "sample"))))
                .brokenBy(in("noise", "double f() { return Math.random(); }"))
                .brokenBy(in("noise", "Object f() { return new java.util.Random(1); }"))
                .brokenBy(in("noise", "Object f() { return java.util.concurrent.ThreadLocalRandom.current(); }"))
                .brokenBy(in("noise", "Object f() { return new java.util.SplittableRandom(1); }"))
                .brokenBy(in("noise", "Object f() { return java.util.random.RandomGenerator.getDefault(); }"))
                .brokenBy(in("noise", "Object f() { return java.util.UUID.randomUUID(); }"))
                .brokenBy(in("metric", "void f(java.util.List<?> x) { java.util.Collections.shuffle(x); }"))
                .brokenBy(in("metric", "Object f() { return new org.apache.commons.math3.random.MersenneTwister(); }"))
                .brokenBy("package org.unstuck.metric; import org.apache.commons.math3.distribution.TDistribution;"
                        + " public class Fault { double f(TDistribution x) { return x.sample(); } }");
    }

    private static Promise order() {
        return Promise.of(
                        "no parallel streams: sums keep their order",
                        never(use("java\\.util\\..*", "parallel.*")
                                .or(use("java\\.util\\.stream\\.StreamSupport", ".*"))
                                .or(use(
                                        "java\\.util\\.concurrent\\.(ForkJoin.*|Recursive.*|atomic\\.Double.*)",
                                        ".*"))))
                .brokenBy(in(
                        "metric",
                        "Object f(java.util.Spliterator.OfDouble x) {"
                                + " return java.util.stream.StreamSupport.doubleStream(x, true); }"))
                .brokenBy(in("metric", "Object f() { return new java.util.concurrent.atomic.DoubleAdder(); }"))
                .brokenBy(in("metric", "Object f() { return java.util.concurrent.ForkJoinPool.commonPool(); }"))
                .brokenBy(in("metric", "double f(java.util.stream.DoubleStream x) { return x.parallel().sum(); }"))
                .brokenBy(in("metric", "Object f(java.util.ArrayList<?> x) { return x.parallelStream(); }"))
                .brokenBy(in("metric", "void f(double[] x) { java.util.Arrays.parallelPrefix(x, Double::sum); }"));
    }

    private static Promise noHashOrder() {
        return Promise.of(
                        "numbers do not have the order of a hash table",
                        noClasses()
                                .that()
                                .resideInAnyPackage(NUMERIC)
                                .should()
                                .accessTargetWhere(use("java\\.util\\.([A-Za-z.]*Hash(Map|Set|table))", "<init>")
                                        .and(describe(
                                                "unlinked",
                                                a -> !a.getTargetOwner()
                                                        .getSimpleName()
                                                        .startsWith("Linked")))
                                        .or(use("java\\.util\\.(Map|Set)", "of|ofEntries|copyOf"))
                                        .or(use(
                                                "java\\.util\\.stream\\.Collectors",
                                                "to(Unmodifiable)?(Set|Map)|grouping.*|partitioning.*"))))
                .brokenBy(in("metric", "Object f() { return new java.util.HashMap<String, Double>(); }"))
                .brokenBy(in("simulate", "Object f() { return new java.util.HashSet<String>(); }"))
                .brokenBy(in("pharma", "Object f() { return new java.util.concurrent.ConcurrentHashMap<>(); }"))
                .brokenBy(in("metric", "Object f() { return java.util.Set.of(1, 2); }"))
                .brokenBy(in("metric", "Object f() { return java.util.stream.Collectors.toSet(); }"));
    }

    private static Promise clock() {
        return Promise.of(
                        "no clock on the wall",
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(MAY_READ_THE_CLOCK)
                                .should()
                                .accessTargetWhere(use("java\\.lang\\.System", "nanoTime|currentTimeMillis")
                                        .or(use("java\\.time\\..*", "now|system.*"))
                                        .or(bare("java\\.util\\.Date", "<init>"))))
                .brokenBy(in("simulate", "long f() { return System.nanoTime(); }"))
                .brokenBy(in("study", "long f() { return System.currentTimeMillis(); }"))
                .brokenBy(in("study", "Object f() { return java.time.Instant.now(); }"))
                .brokenBy(in("study", "Object f() { return new java.util.Date(); }"));
    }

    private static Promise safety() {
        return Promise.of(
                        "nothing is started or loaded because data say so",
                        never(use(
                                        "java\\.io\\.ObjectInputStream|java\\.lang\\.ProcessBuilder|javax\\.script\\..*",
                                        ".*")
                                .or(use("java\\.lang\\.(Runtime|System)", "exec|load|loadLibrary"))
                                .or(use("java\\.lang\\.Class", "forName"))
                                .or(use(".*ClassLoader", "loadClass|defineClass"))))
                .brokenBy(in("scenario", "Object f() throws Exception { return new java.io.ObjectInputStream(null); }"))
                .brokenBy(in(
                        "scenario", "Object f(String[] x) throws Exception { return Runtime.getRuntime().exec(x); }"))
                .brokenBy(in("scenario", "Object f() { return new ProcessBuilder(\"ls\"); }"))
                .brokenBy(in("scenario", "Object f(String x) throws Exception { return Class.forName(x); }"))
                .brokenBy(in("scenario", "Object f(ClassLoader x) throws Exception { return x.loadClass(\"X\"); }"))
                .brokenBy(in("scenario", "Object f() { return new javax.script.ScriptEngineManager(); }"));
    }

    private static Promise text() {
        return Promise.of(
                        "the same text in every locale and on every platform",
                        never(withoutLocale("java\\.lang\\.String", "format|toLowerCase|toUpperCase")
                                .or(withoutLocale("java\\.io\\.Print(Stream|Writer)", "format|printf"))
                                .or(use("java\\.lang\\.String", "formatted"))
                                .or(use("java\\.util\\.Locale", "getDefault"))
                                .or(bare("java\\.lang\\.String", "getBytes"))
                                .or(use("java\\.io\\.File(Reader|Writer)", ".*"))))
                .brokenBy(in("describe", "String f(double x) { return String.format(\"%f\", x); }"))
                .brokenBy(in("describe", "String f(double x) { return \"%f\".formatted(x); }"))
                .brokenBy(in("describe", "String f(String x) { return x.toLowerCase(); }"))
                .brokenBy(in("describe", "void f(java.io.PrintWriter x) { x.printf(\"%f\", 1.0); }"))
                .brokenBy(in("describe", "Object f() { return java.util.Locale.getDefault(); }"))
                .brokenBy(in("describe", "byte[] f(String x) { return x.getBytes(); }"))
                .brokenBy(in("scenario", "Object f() throws Exception { return new java.io.FileReader(\"x\"); }"));
    }

    private static Promise noOutput() {
        return Promise.of(
                        "a library neither prints nor exits",
                        noClasses()
                                .should(ACCESS_STANDARD_STREAMS)
                                .orShould()
                                .accessTargetWhere(use("java\\.lang\\.(System|Runtime)", "exit|halt")))
                .brokenBy(in("simulate", "void f() { System.out.println(); }"))
                .brokenBy(in("simulate", "void f() { System.exit(1); }"));
    }

    private static ArchRule never(DescribedPredicate<JavaAccess<?>> use) {
        return noClasses().should().accessTargetWhere(use);
    }

    /** A call of, or reference to, a member; owner and name are regular expressions. */
    private static DescribedPredicate<JavaAccess<?>> use(String owner, String name) {
        return describe(
                owner + "#" + name,
                access -> access.getTargetOwner().getFullName().matches(owner)
                        && access.getName().matches(name));
    }

    /** A member that is given no argument. */
    private static DescribedPredicate<JavaAccess<?>> bare(String owner, String name) {
        return use(owner, name)
                .and(describe("without argument", access -> parameters(access).isEmpty()));
    }

    /** A member whose first argument is no locale. */
    private static DescribedPredicate<JavaAccess<?>> withoutLocale(String owner, String name) {
        return use(owner, name)
                .and(describe(
                        "without locale",
                        access -> parameters(access).stream().limit(1).noneMatch("java.util.Locale"::equals)));
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().stream()
                        .map(JavaClass::getFullName)
                        .toList()
                : List.of();
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
