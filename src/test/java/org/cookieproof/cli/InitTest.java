package org.cookieproof.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
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

    /** The exit code of {@code init http://a.test/}, which is a server of this test's over http and nobody over https. */
    private int init(WireMockServer site) {
        return project.cookieproof(
                "init",
                "http://a.test/",
                "--resolve",
                "a.test:http:127.0.0.1:" + site.port(),
                "--resolve",
                "a.test:https:127.0.0.1:1");
    }

    private static WireMockServer site() {
        WireMockServer site = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        site.start();
        return site;
    }

    @Test
    void whereARedirectLeadsToAnotherHostNobodyIsAsked() {
        WireMockServer site = site();
        try {
            site.stubFor(get("/").willReturn(temporaryRedirect("http://b.test:" + site.port() + "/")));
            assertThat(init(site)).isEqualTo(3);
            assertThat(project.err.toString())
                    .contains(
                            "a.test leads to http://b.test:", "if that is the site: ./cookieproof init http://b.test:");
            site.stubFor(get("/").willReturn(temporaryRedirect("http://127.0.0.1:" + site.port() + "/inside")));
            assertThat(init(site)).isEqualTo(3);
            site.verify(0, getRequestedFor(urlEqualTo("/inside")));
            assertThat(home.resolve("ci/targets/a-test.yaml")).doesNotExist();
        } finally {
            site.stop();
        }
    }

    @Test
    void aSiteThatSignsInElsewhereIsRecognisedByWhereItLeadsAlone() {
        WireMockServer site = site();
        try {
            site.stubFor(get("/").willReturn(
                            temporaryRedirect("http://idp.test/realms/r/protocol/openid-connect/auth?client_id=x")));
            assertThat(init(site)).as(project.err.toString()).isZero();
            assertThat(project.out.toString())
                    .contains("a.test looks like a site behind Keycloak (sign-in leads to http://idp.test)")
                    .contains("http://idp.test, to which the site leads, was asked nothing");
            assertThat(project.err.toString()).contains("GET http://a.test/").doesNotContain("idp.test");
        } finally {
            site.stop();
        }
    }

    @Test
    void anApiThatAPageSaysIsInsideIsNotAsked() {
        WireMockServer site = site();
        try {
            site.stubFor(get("/").willReturn(ok("<!DOCTYPE html><meta name=generator content='MediaWiki 1.39'>"
                    + "<link rel=EditURI href='http://127.0.0.1:" + site.port() + "/w/api.php?action=rsd'>")));
            assertThat(init(site)).as(project.err.toString()).isZero();
            site.verify(0, getRequestedFor(urlPathEqualTo("/w/api.php")));
            assertThat(project.out.toString())
                    .contains("http://127.0.0.1:" + site.port() + ", to which the site leads, was asked nothing");
        } finally {
            site.stop();
        }
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
