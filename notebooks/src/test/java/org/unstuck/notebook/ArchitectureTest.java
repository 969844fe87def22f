package org.unstuck.notebook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The kernel is met in three classes; nothing of the model or of viz knows of notebooks. */
class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.unstuck");

    @Test
    void onlyThreeClassesKnowTheKernel() {
        noClasses()
                .that()
                .resideInAPackage("org.unstuck..")
                .and()
                .haveNameNotMatching("org\\.unstuck\\.notebook\\.(Cell|Pictures|Start)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.rapaio..")
                .check(ALL);
    }

    @Test
    void modelAndVizDoNotKnowNotebooks() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.unstuck.notebook..", "org.unstuck.lesson..", "org.unstuck.site..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.unstuck.notebook..", "org.unstuck.lesson..", "org.unstuck.site..")
                .check(ALL);
    }

    @Test
    void sentencesKnowNeitherLessonsNorSite() {
        noClasses()
                .that()
                .resideInAPackage("org.unstuck.notebook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.unstuck.lesson..", "org.unstuck.site..")
                .check(ALL);
    }
}
