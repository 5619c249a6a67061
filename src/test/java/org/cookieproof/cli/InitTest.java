package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code init} and {@code run} refuse before anybody is asked anything. What a draft holds, {@code SurveyIT} tells. */
class InitTest {

    @TempDir
    private Path home;

    private MoodyProject project;

    @BeforeEach
    void makeTheProject() {
        project = new MoodyProject(home);
    }

    @Test
    void aFileThatIsThereIsLeftAsItIs() throws IOException {
        Path out = home.resolve("mine.yaml");
        Files.writeString(out, "mine");
        assertThat(project.cookieproof("init", "https://nobody.test/", "--out", out.toString()))
                .isEqualTo(2);
        assertThat(project.err.toString()).contains("is there already, and is left as it is; name another with --out");
        assertThat(out).hasContent("mine");
    }

    @Test
    void whatIsNoUrlAddressOrFileIsToldSo() {
        assertThat(project.cookieproof("init", "ht tp:/x")).isEqualTo(2);
        assertThat(project.cookieproof("init", "nobody.test", "--resolve", "nobody.test:127.0.0.1:1"))
                .isEqualTo(2);
        assertThat(project.cookieproof("init", "nobody.test", "--cacert", "nowhere.pem"))
                .isEqualTo(2);
        assertThat(project.err.toString())
                .contains("'ht tp:/x' is no URL")
                .contains("--resolve: a port serves one scheme")
                .contains("--cacert: no file nowhere.pem");
    }

    @Test
    void aSiteThatDoesNotAnswerIsNoDraft() {
        assertThat(project.cookieproof(
                        "init",
                        "nobody.test",
                        "--resolve",
                        "nobody.test:http:127.0.0.1:1",
                        "--resolve",
                        "nobody.test:https:127.0.0.1:1"))
                .isEqualTo(3);
        assertThat(project.err.toString()).contains("nobody.test cannot be looked at: ");
        assertThat(home.resolve("ci/targets/nobody-test.yaml")).doesNotExist();
    }

    @Test
    void anExampleIsValidatedAndNeitherListedNorPlayed() {
        String valid = "target: X\nprovider: deployment\nflows: flows/mediawiki.yaml\nsites: { first: a.example }\n";
        project.write("ci/targets/beta.example.yaml", valid);
        assertThat(project.cookieproof("validate")).as(project.err.toString()).isZero();
        assertThat(project.cookieproof("list")).isZero();
        assertThat(project.cookieproof("doctor")).isZero();
        assertThat(project.out.toString()).contains("moody").doesNotContain("beta");
        assertThat(project.cookieproof("run", "--target", "beta.example", "--yes"))
                .isEqualTo(2);
        assertThat(project.err.toString()).contains("is an example and names nobody's hosts; copy it to ci/targets/");
        project.write("ci/targets/beta.example.yaml", valid.replace("first", "frist"));
        assertThat(project.cookieproof("validate")).isEqualTo(2);
        assertThat(project.err.toString()).contains("beta.example.yaml:4:10: unknown role 'frist'");
    }
}
