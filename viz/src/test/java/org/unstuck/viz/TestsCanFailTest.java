package org.unstuck.viz;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No test without an assertion, read from the byte code: from every test method an assertion is reached, directly or through methods
 * of the tests. A test that only runs code proves nothing.
 */
class TestsCanFailTest {

    static {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private static final Set<String> TESTS = Set.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.params.ParameterizedTest",
            "org.junit.jupiter.api.RepeatedTest",
            "net.jqwik.api.Property");

    private static final int FEWEST = 600;

    private static JavaClasses classes() {
        return new ClassFileImporter()
                .importPaths(Stream.of(Path.of("target/test-classes"), Path.of("../model/target/test-classes"))
                        .filter(Files::isDirectory)
                        .toList());
    }

    @Test
    void everyTestAsserts() {
        List<JavaMethod> tests = classes().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(TestsCanFailTest::isTest)
                .toList();
        assertThat(tests.size()).isGreaterThan(FEWEST);
        assertThat(tests.stream().filter(test -> !asserts(test)).map(JavaMethod::getFullName))
                .as("tests without an assertion")
                .isEmpty();
    }

    /** The rule itself can fail. */
    @Test
    void aTestWithoutAnAssertionIsFound() {
        JavaClasses here = new ClassFileImporter().importClasses(Empty.class, Full.class);
        assertThat(asserts(here.get(Empty.class).getMethod("runs"))).isFalse();
        assertThat(asserts(here.get(Full.class).getMethod("checks"))).isTrue();
    }

    /** A test that proves nothing. */
    static final class Empty {
        void runs() {
            List.of(1).forEach(x -> Math.abs(x));
        }
    }

    /** A test that asserts in a method of its own, within a lambda. */
    static final class Full {
        void checks() {
            List.of(1).forEach(x -> inner(x));
        }

        private static void inner(int x) {
            assertThat(x).isPositive();
        }
    }

    private static boolean isTest(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(a -> TESTS.contains(a.getRawType().getFullName()));
    }

    private static boolean asserts(JavaMethod test) {
        Deque<JavaCodeUnit> todo = new ArrayDeque<>(List.of(test));
        Set<String> seen = new HashSet<>();
        while (!todo.isEmpty()) {
            JavaCodeUnit unit = todo.pop();
            if (!seen.add(unit.getFullName())) {
                continue;
            }
            for (var access : unit.getAccessesFromSelf()) {
                String owner = access.getTargetOwner().getFullName();
                if (isAssertion(owner, access.getName())) {
                    return true;
                }
                access.getTarget()
                        .resolveMember()
                        .filter(JavaCodeUnit.class::isInstance)
                        .map(JavaCodeUnit.class::cast)
                        .ifPresent(todo::push);
            }
            unit.getMethodReferencesFromSelf()
                    .forEach(reference -> reference.getTarget().resolveMember().ifPresent(todo::push));
        }
        return false;
    }

    private static boolean isAssertion(String owner, String name) {
        return owner.startsWith("org.assertj.core.api.")
                || owner.startsWith("org.junit.jupiter.api.Assert")
                || owner.equals("java.lang.AssertionError") && name.equals("<init>")
                || owner.startsWith("com.tngtech.archunit.lang.") && name.equals("check");
    }
}
