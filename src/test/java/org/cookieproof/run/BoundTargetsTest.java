package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cookieproof.http.Scheme;
import org.cookieproof.result.Verdict;
import org.cookieproof.target.deployment.Survey;
import org.cookieproof.target.deployment.TargetDraft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which scenarios a target is given that is set up as we tell people to: as the example, or as a draft filled in. */
class BoundTargetsTest {

    private static final Catalog CATALOG = Catalog.load();

    /** What needs the central login of a wiki farm and two of its domains, and nothing that only a clock or a store can show. */
    private static final List<String> OF_A_FARM = List.of(
            "api/two-leg-login",
            "auto-login/by-redirect",
            "auto-login/by-script",
            "auto-login/nobody-to-sign-in",
            "cache/logged-in-article",
            "edit/back-keeps-the-preview",
            "login/another-account-by-images",
            "login/edge-login-by-images",
            "login/embedded-in-another-site",
            "login/from-a-link-of-another-site",
            "login/planted-session-id",
            "login/remembered-on-one-site",
            "login/wrong-password-then-right",
            "logout/everywhere",
            "logout/without-images",
            "sign-on/logout-at-one-ends-both");

    @TempDir
    private Path home;

    @BeforeEach
    void copyTheProject() throws IOException {
        for (String folder : List.of("scenarios", "browsers", "ci")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.createDirectories(home.resolve(file).getParent());
                    Files.copy(file, home.resolve(file));
                }
            }
        }
    }

    private List<PlannedCell> cells(String target) throws IOException {
        Files.writeString(home.resolve("ci/all.yaml"), "plan: All\ntarget: any\n");
        return new Planner(new Project(home), CATALOG)
                .plan(Selection.ofPlan("all").withTarget(target))
                .cells();
    }

    private static Set<String> bound(List<PlannedCell> cells) {
        return cells.stream()
                .filter(c -> c.decided().isEmpty())
                .map(c -> c.id().scenario().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Why scenarios have no cell at all. */
    private static Set<String> reasons(List<PlannedCell> cells) {
        Set<String> bound = bound(cells);
        return cells.stream()
                .filter(c -> !bound.contains(c.id().scenario().value()))
                .flatMap(c -> c.decided().stream())
                .filter(d -> d.verdict() == Verdict.NOT_RUN)
                .flatMap(d -> d.all().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theExampleBindsWhatAFarmWithACentralLoginCanShow() throws IOException {
        // Without the authority's file, which is in nobody's home here.
        Files.writeString(
                home.resolve("ci/targets/beta.yaml"),
                Files.readString(home.resolve("ci/targets/beta.example.yaml")).replaceAll("(?m)^trust:.*$", ""));
        List<PlannedCell> cells = cells("beta");
        assertThat(bound(cells))
                .containsAll(OF_A_FARM)
                .contains("cache/anonymous-article", "login/over-http-ends-on-https");
        // All else is about what nobody can do to a deployment, or about one that is otherwise; a trait that the
        // example
        // forgot would be "nothing of the kind".
        assertThat(reasons(cells))
                .noneMatch(r -> r.contains("nothing of the kind"))
                .allMatch(r -> r.startsWith("the target does not let anybody")
                        || r.startsWith("the target has no variant")
                        || r.matches("the target does not have .* \\(it has .*\\)")
                        || r.equals("the target has no site 'parent'")
                        || r.startsWith("the target has no plain http")
                        || r.startsWith("the target has no flow"));
    }

    @Test
    void theEmbeddedFarmIsOneMoreOfThatShape() throws IOException {
        assertThat(bound(cells("farm"))).containsAll(OF_A_FARM);
    }

    @Test
    void aDraftOfAWikiFarmBindsTheSameOnceItsSitesAreNamed() throws IOException {
        Path out = home.resolve("ci/targets/drafted.yaml");
        Files.writeString(
                out,
                draft(Survey.Service.MEDIAWIKI, "MediaWiki 1.39, Wiki, with CentralAuth")
                        .text(out)
                        .replace("  # sibling: ", "  sibling: ")
                        .replace("  # other: ", "  other: ")
                        .replace("  # central: ", "  central: ")
                        .replace("sites:\n", "sites:\n  foreign: www.canary.test\n"));
        assertThat(bound(cells("drafted"))).containsAll(OF_A_FARM);
    }

    @Test
    void aDraftOfAnUnknownServiceCannotBePlayedAndSaysWhatIsMissing() throws IOException {
        Path out = home.resolve("ci/targets/drafted.yaml");
        TargetDraft draft = draft(Survey.Service.UNKNOWN, "");
        Path flows = draft.ownFlows(out).orElseThrow();
        Files.writeString(out, draft.text(out));
        Files.writeString(flows, draft.flowsText(flows));
        assertThatThrownBy(() -> cells("drafted"))
                .hasMessageContaining("flows/drafted.yaml")
                .hasMessageContaining("still to be filled in: the CSS selector of the log-in form");
    }

    private TargetDraft draft(Survey.Service service, String detail) {
        Survey survey = new Survey(
                "en.wikipedia.test",
                Set.of(Scheme.HTTP, Scheme.HTTPS),
                List.of(),
                Optional.empty(),
                service,
                detail,
                Map.of(),
                List.of(
                        new Survey.Candidate("sibling", "de.wikipedia.test", "named"),
                        new Survey.Candidate("other", "www.wikisource.test", "named"),
                        new Survey.Candidate("central", "login.wikimedia.test", "named")),
                List.of());
        return new TargetDraft(survey, Map.of(), List.of(), home.resolve("ci/targets/flows"));
    }
}
