package org.cookieproof.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class CookieproofTestEngineTest {

    private static final String CELL =
            "[engine:cookieproof]/[scenario:api/two-leg-login]/[profile:okhttp]/[scheme:http]";

    private static List<TestDescriptor> tests(EngineDiscoveryResults results) {
        return results.getEngineDescriptor().getDescendants().stream()
                .filter(TestDescriptor::isTest)
                .map(TestDescriptor.class::cast)
                .toList();
    }

    @Test
    void aFolderBecomesATreeOfCellsWithIdsThatHoldNoLineNumber() {
        List<TestDescriptor> cells = tests(EngineTestKit.engine("cookieproof")
                .selectors(selectDirectory("scenarios"))
                .discover());
        assertThat(cells)
                .extracting(d -> d.getUniqueId().toString())
                .contains(CELL.replace("api/two-leg-login", "api%2Ftwo-leg-login"));
        assertThat(cells).extracting(TestDescriptor::getDisplayName).contains("api/two-leg-login × okhttp × http");
    }

    @Test
    void discoveringTwiceGivesTheSameTree() {
        EngineTestKit.Builder kit = EngineTestKit.engine("cookieproof").selectors(selectDirectory("scenarios"));
        assertThat(tests(kit.discover()))
                .extracting(TestDescriptor::getUniqueId)
                .isEqualTo(tests(kit.discover()).stream()
                        .map(TestDescriptor::getUniqueId)
                        .toList());
    }

    @Test
    void aFileSelectsItsOwnCells() {
        List<TestDescriptor> cells = tests(EngineTestKit.engine("cookieproof")
                .selectors(selectFile("scenarios/api/two-leg-login.yaml"))
                .discover());
        assertThat(cells).isNotEmpty().allMatch(d -> d.getDisplayName().startsWith("api/two-leg-login × "));
    }

    @Test
    void withoutASelectorOfOursThereIsNothing() {
        assertThat(tests(EngineTestKit.engine("cookieproof").discover())).isEmpty();
    }

    @Test
    void aUniqueIdPlaysOneCell() {
        EngineTestKit.engine("cookieproof")
                .selectors(selectUniqueId(CELL.replace("api/two-leg-login", "api%2Ftwo-leg-login")))
                .execute()
                .testEvents()
                .assertStatistics(s -> s.started(1).succeeded(1).failed(0).skipped(0));
    }

    @Test
    void aBrokenFileIsADiscoveryIssueWithItsLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("x.yaml"), "scenario: X\nsource: T1\nsteps:\n  - vist: { at: first }\n");
        assertThat(EngineTestKit.engine("cookieproof")
                        .selectors(selectDirectory(folder.toString()))
                        .discover()
                        .getDiscoveryIssues())
                .extracting(DiscoveryIssue::message)
                .anyMatch(m -> m.contains("x.yaml:4:5: unknown verb 'vist'"));
    }
}
