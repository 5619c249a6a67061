package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class OutputFormatTest {

    @TempDir
    private Path home;

    private MoodyProject project;

    @BeforeEach
    void makeTheProject() {
        project = new MoodyProject(home);
        project.answers("500");
    }

    private String stdout(String... args) {
        project.out.getBuffer().setLength(0);
        project.cookieproof(args);
        return project.out.toString();
    }

    @Test
    void junitPrintsAnXmlDocumentAndNothingElse() throws Exception {
        for (String[] command : new String[][] {{"run", "--format", "junit"}, {"report", "--format", "junit"}}) {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(stdout(command))));
            assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
        }
    }

    @Test
    void jsonPrintsAResultALine() {
        assertThat(stdout("run", "--format", "json").lines())
                .singleElement()
                .satisfies(l -> assertThat(l).startsWith("{\"run\":").contains("\"verdict\":\"failed\""));
    }

    @Test
    void githubAnnotatesTheLineOfTheScenario() {
        String place = "::error file="
                + GitHubAnnotations.property(home.resolve("scenarios/one.yaml").toString())
                + ",line=5,title=no-server-error::";
        assertThat(stdout("run", "--format", "github"))
                .contains("\n" + place)
                .contains("in: one × okhttp × http")
                .contains("0 passed, 1 failed, 0 skipped\n");
        assertThat(stdout("report", "--format", "github")).startsWith(place);
    }

    @Test
    void githubAnnotatesTheEntryThatNoLongerHolds() {
        project.answers("200");
        project.known("one", "9999-12-31");
        assertThat(stdout("run", "--format", "github"))
                .containsPattern(
                        "::error file=[^,]*ci/known/local.yaml,line=3,endLine=8,title=known issue T77::T77 \\(somebody\\) did not happen");
    }

    @Test
    void textIsTheDefaultAndHasNoAnnotation() {
        assertThat(stdout("run")).doesNotContain("::error").endsWith("0 passed, 1 failed, 0 skipped\n");
    }

    @Test
    void whatATargetSentCannotBecomeACommand() {
        assertThat(GitHubAnnotations.data("a\r\n::set-output name=x::y%0A\u001b[2J"))
                .isEqualTo("a %0A::set-output name=x::y%250A\ufffd[2J");
        assertThat(GitHubAnnotations.property("a:b,c%\n")).isEqualTo("a%3Ab%2Cc%25%0A");
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertThat(project.cookieproof("run", "--format", "yaml")).isEqualTo(2);
        assertThat(project.err.toString()).contains("yaml", "text", "github", "junit", "json");
    }
}
