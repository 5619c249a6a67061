package org.cookieproof.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.cookieproof.run.Catalog;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of packages: what each may import of ours. */
class LayersTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.cookieproof");

    /** A package and those of ours that it may import; each stands for its subpackages too. */
    private record Layer(String name, List<String> mayImport) {}

    private static final List<Layer> TABLE = List.of(
            new Layer("http", List.of()),
            new Layer("yaml", List.of()),
            new Layer("process", List.of()),
            new Layer("files", List.of()),
            new Layer("evidence", List.of("http")),
            new Layer("profile", List.of("http", "evidence", "yaml")),
            new Layer("scenario", List.of("http", "evidence", "yaml")),
            new Layer("plan", List.of("http", "evidence", "yaml")),
            new Layer("check", List.of("http", "evidence")),
            new Layer("result", List.of("http", "evidence")),
            // provision: for what a driver fetches at first use
            new Layer("driver", List.of("http", "evidence", "profile", "provision", "process", "files")),
            new Layer("tap", List.of("http", "evidence")),
            new Layer("provision", List.of("profile", "files")),
            new Layer("farm", List.of("store")),
            new Layer("store", List.of()),
            new Layer(
                    "target",
                    List.of("http", "evidence", "profile", "plan", "provision", "farm", "yaml", "process", "files")),
            new Layer("step", List.of("http", "evidence", "scenario", "driver", "target", "tap", "yaml")),
            new Layer("report", List.of("http", "evidence", "result", "files")),
            new Layer("shard", List.of("http", "evidence", "result", "yaml", "files")),
            // report: only its archive, which keeps what a cell leaves behind while the run goes on.
            new Layer(
                    "run",
                    List.of(
                            "http",
                            "yaml",
                            "evidence",
                            "profile",
                            "scenario",
                            "plan",
                            "check",
                            "result",
                            "process",
                            "files",
                            "driver",
                            "tap",
                            "provision",
                            "target",
                            "step",
                            "shard",
                            "report")),
            new Layer(
                    "doctor",
                    List.of("http", "yaml", "evidence", "profile", "scenario", "plan", "result", "target", "run")),
            new Layer(
                    "passport",
                    List.of(
                            "http",
                            "yaml",
                            "evidence",
                            "profile",
                            "driver",
                            "tap",
                            "provision",
                            "target",
                            "report",
                            "run")),
            new Layer("engine", List.of("run", "result", "scenario", "plan", "evidence", "http", "yaml")));

    @TestFactory
    Stream<DynamicTest> eachPackageImportsOnlyWhatTheTableAllows() {
        return TABLE.stream()
                .map(layer -> DynamicTest.dynamicTest(
                        layer.name(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(pkg(layer.name()))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("org.cookieproof..")
                                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                                resideInAnyPackage(allowed(layer)))))
                                .allowEmptyShould(false)
                                .check(OURS)));
    }

    @Test
    void httpNeedsNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage(pkg("http"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", pkg("http")))
                .check(OURS);
    }

    @Test
    void theServiceAndItsJudgeShareNoCookieCode() {
        noClasses()
                .that()
                .resideInAnyPackage(pkg("farm"), pkg("store"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(pkg("http")))
                .check(OURS);
    }

    @Test
    void onlyItsOwnTargetKnowsTheFarm() {
        noClasses()
                .that()
                .resideOutsideOfPackages(pkg("farm"), pkg("store"), "org.cookieproof.target.farm..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(pkg("farm"), pkg("store")))
                .check(OURS);
    }

    @Test
    void servicesDoNotKnowEachOther() {
        // target.process is what all stand on that run a service as processes; it knows none of them.
        slices().matching("org.cookieproof.target.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAnyPackage(pkg("target.mediawiki"), pkg("target.keycloak")),
                        resideInAnyPackage(pkg("target.process")))
                .check(OURS);
    }

    @Test
    void technologiesDoNotKnowEachOther() {
        // driver.browser is what all browsers stand on, driver.chromium what all ways of driving Chromium do; they
        // know none of them.
        slices().matching("org.cookieproof.driver.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAnyPackage(pkg("driver.playwright"), pkg("driver.selenium"), pkg("driver.cdp")),
                        resideInAnyPackage(pkg("driver.chromium")))
                .ignoreDependency(
                        resideInAnyPackage(
                                pkg("driver.chromium"),
                                pkg("driver.cdp"),
                                pkg("driver.playwright"),
                                pkg("driver.selenium"),
                                pkg("driver.bidi")),
                        resideInAnyPackage(pkg("driver.browser")))
                .check(OURS);
    }

    @Test
    void vendorsTypesEndAtTheTap() {
        noClasses()
                .that()
                .resideOutsideOfPackage(pkg("tap"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.littleshoot..", "io.netty.handler.codec.."))
                .check(OURS);
    }

    @Test
    void onlyTheCatalogLooksForServices() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Catalog.class.getName())
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ServiceLoader.class)
                .check(OURS);
    }

    private static String pkg(String name) {
        return "org.cookieproof." + name + "..";
    }

    private static String[] allowed(Layer layer) {
        return Stream.concat(Stream.of(layer.name()), layer.mayImport().stream())
                .map(LayersTest::pkg)
                .toArray(String[]::new);
    }
}
