package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Identity;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Severity;
import org.junit.jupiter.api.Test;

class AllChecksTest {

    /** A row of the package's table: the checks, and the severities. */
    private static final Pattern ROW = Pattern.compile("<tr><td>[^<]*<td>([^<]*)<td>[^<]*<td>([EW, ]+)");

    static List<Check> checks() {
        return ServiceLoader.load(Check.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    @Test
    void everyCheckIsRegisteredOnceUnderAnIdOfItsOwn() {
        assertThat(checks()).hasSizeGreaterThanOrEqualTo(35);
        assertThat(checks()).extracting(Check::id).doesNotHaveDuplicates();
        assertThat(checks()).allSatisfy(check -> {
            assertThat(check.id()).matches("[a-z]+(-[a-z]+)*");
            assertThat(check.source()).matches("T[0-9]+|RFC[0-9a-z]+-[0-9.]+");
            assertThat(check.title()).isNotBlank();
        });
    }

    @Test
    void theOnesThatOnlyWarnAreThoseWhoseCodeTellsNoErrorAndWhoseRowSaysSo() throws IOException {
        Path sources = Path.of("src/main/java/org/cookieproof/check");
        Matcher row = ROW.matcher(
                Files.readString(sources.resolve("package-info.java")).replace("\n * ", " "));
        Set<String> byRow = row.results()
                .filter(r -> r.group(2).strip().equals("W"))
                .flatMap(r -> Stream.of(r.group(1).split(", ")))
                .collect(Collectors.toSet());
        for (Check check : checks()) {
            String code = Files.readString(sources.resolve(check.getClass().getSimpleName() + ".java"));
            assertThat(check.onlyWarns())
                    .as(check.id())
                    .isNotEqualTo(code.contains("Severity.ERROR") || code.contains("findings.error("))
                    .isEqualTo(byRow.contains(check.id()));
        }
    }

    @Test
    void aHealthyLoginAndLogoutHasNoFinding() {
        Evidence evidence = Transcript.of(Healthy.ALL)
                .reading(1, Role.FIRST, Identity.of("Alice"))
                .reading(3, Role.FIRST, Identity.nobody())
                .evidence();
        assertThat(Checks.examineAll(checks(), evidence)).isEmpty();
    }

    @Test
    void aHealthyTranscriptIsHealthyForABrowserToo() {
        Evidence evidence = Transcript.of(Healthy.ALL).can("scripts", "images").evidence();
        assertThat(Checks.examineAll(checks(), evidence))
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .isEmpty();
    }

    @Test
    void aCheckThatThrowsIsNamed() {
        Check broken = new NoServerErrorCheck();
        Check throwing = new Check() {
            @Override
            public String id() {
                return "throws";
            }

            @Override
            public String source() {
                return broken.source();
            }

            @Override
            public String title() {
                return "";
            }

            @Override
            public Side side() {
                return Side.SERVER;
            }

            @Override
            public List<Finding> examine(Evidence evidence) {
                throw new IllegalStateException("no");
            }
        };
        Evidence evidence = Transcript.of("").evidence();
        assertThatThrownBy(() -> Checks.examineAll(List.of(broken, throwing), evidence))
                .isInstanceOf(CheckBrokenException.class)
                .hasMessageContaining("throws");
    }

    @Test
    void subjectsCarryNeitherValuesNorNumbersNorAccountNames() {
        Stream<String> subjects = Stream.of("wikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj", "5vjf1ana7jlv", "Alice");
        Evidence evidence = Transcript.of(Healthy.ALL
                        .replace("; secure", "")
                        .replace("HttpOnly", "")
                        .replace("/wiki/Main_Page", "/wiki/User:Alice"))
                .reading(1, Role.FIRST, Identity.of("Alice"))
                .evidence();
        List<Finding> findings = Checks.examineAll(checks(), evidence);
        assertThat(findings).hasSizeGreaterThan(5);
        subjects.forEach(secret -> assertThat(findings)
                .extracting(Finding::subject)
                .allSatisfy(subject -> assertThat(subject).doesNotContain(secret)));
    }
}
