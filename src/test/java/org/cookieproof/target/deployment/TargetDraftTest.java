package org.cookieproof.target.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetFile;
import org.cookieproof.yaml.Problem;
import org.cookieproof.yaml.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is drafted of services that are no MediaWiki: nothing of another service's, and nothing that could be played. */
class TargetDraftTest {

    private static final String AUTHORISE =
            "/realms/staff/protocol/openid-connect/auth?client_id=app&response_type=code";

    @TempDir
    private Path folder;

    private final WireMockServer web =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        web.start();
    }

    @AfterEach
    void stop() {
        web.stop();
    }

    private Survey survey() {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), web.port());
        InetSocketAddress nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        return Surveyor.of(
                Url.parse("http://app.shop.test/"),
                Map.of(
                        new Endpoint(Scheme.HTTP, "app.shop.test"), here,
                        new Endpoint(Scheme.HTTPS, "app.shop.test"), nowhere,
                        new Endpoint(Scheme.HTTP, "id.shop.test"), here),
                List.of());
    }

    private void leadsTo(String location) {
        web.stubFor(WireMock.get("/")
                .withHost(WireMock.equalTo("app.shop.test"))
                .willReturn(WireMock.temporaryRedirect(location)));
    }

    /** As {@code init} writes both files. */
    private Problems read(Survey survey) throws IOException {
        Path out = folder.resolve("shop.yaml");
        TargetDraft draft = new TargetDraft(survey, Map.of(), List.of(), Path.of("ci/targets/flows"));
        Path flows = draft.ownFlows(out).orElseThrow();
        Files.createDirectories(flows.getParent());
        Files.writeString(out, draft.text(out));
        Files.writeString(flows, draft.flowsText(flows));
        return reread();
    }

    private Problems reread() {
        Problems problems = new Problems();
        Optional<TargetDefinition> target = TargetFile.read(
                folder.resolve("shop.yaml"),
                new TargetFile.Known(java.util.Set.of("deployment"), java.util.Set.of()),
                problems);
        assertThat(target.isPresent()).isEqualTo(problems.sorted().isEmpty());
        return problems;
    }

    private void fillIn(String what, String by) throws IOException {
        Path flows = folder.resolve("flows/shop.yaml");
        Files.writeString(flows, Files.readString(flows).replaceAll(what, by));
    }

    @Test
    void aSiteThatSendsOneToARealmIsBehindKeycloak() throws IOException {
        leadsTo("http://id.shop.test" + AUTHORISE);
        web.stubFor(WireMock.get(WireMock.urlPathMatching("/realms/.*"))
                .willReturn(WireMock.ok("<form id=kc-form-login></form>")));
        Survey survey = survey();
        assertThat(survey.service()).isEqualTo(Survey.Service.KEYCLOAK);
        assertThat(survey.host()).isEqualTo("app.shop.test");
        assertThat(survey.candidates())
                .extracting(c -> c.role() + " " + c.host())
                .containsExactly("central id.shop.test");
        assertThat(read(survey).sorted()).isNotEmpty();
        assertThat(Files.readString(folder.resolve("shop.yaml")))
                .contains("  login-form: of-central\n  ", "  pages: own");
        // What is Keycloak's own stands; our test's realm, hosts and pages do not.
        assertThat(Files.readString(folder.resolve("flows/shop.yaml")))
                .contains("form#kc-form-login", "rememberMe")
                .doesNotContain("cookieproof/", ".gamma.", "/members", "#log-out");
    }

    @Test
    void aSiteThatAsksForACodeIsBehindAProviderOfOpenIdConnect() {
        leadsTo("http://id.shop.test/authorize?client_id=app&response_type=code");
        web.stubFor(WireMock.get(WireMock.urlPathEqualTo("/authorize")).willReturn(WireMock.ok("Sign in")));
        assertThat(survey().service()).isEqualTo(Survey.Service.OPENID_CONNECT);
    }

    @Test
    void aSiteThatPublishesItsEndpointsIsTheProviderItself() {
        web.stubFor(WireMock.get("/").willReturn(WireMock.ok("Hello")));
        web.stubFor(WireMock.get("/.well-known/openid-configuration")
                .willReturn(WireMock.okJson("{\"issuer\":\"http://app.shop.test\",\"authorization_endpoint\":"
                        + "\"http://app.shop.test/authorize\"}")));
        assertThat(survey().detail()).isEqualTo("it is the provider itself");
    }

    @Test
    void flowsOfAnUnknownServiceAreRefusedUntilEachIsFilledIn() throws IOException {
        web.stubFor(WireMock.get("/").willReturn(WireMock.ok("<title>Shop</title>")));
        Survey survey = survey();
        assertThat(survey.service()).isEqualTo(Survey.Service.UNKNOWN);
        List<String> told =
                read(survey).sorted().stream().map(Problem::toString).toList();
        assertThat(told)
                .hasSizeGreaterThan(10)
                .allMatch(t -> t.contains("flows/shop.yaml:") && t.contains("still to be filled in: "))
                .anyMatch(
                        t -> t.contains(":7:9: still to be filled in: the path of a page that says who is signed in"));
        assertThat(Files.readString(folder.resolve("shop.yaml"))).doesNotContain("mediawiki");
        fillIn("'FILL IN[^']*path[^']*'", "/account");
        assertThat(reread().sorted()).isNotEmpty().hasSizeLessThan(told.size());
        fillIn("'FILL IN[^']*selector[^']*'", "form#in");
        fillIn("'FILL IN[^']*(pattern)[^']*'", "'Hello ([a-z]+)|Sign in'");
        fillIn("'FILL IN[^']*field for the (user|password)'", "$1");
        fillIn("'FILL IN[^']*box[^']*'", "keep");
        assertThat(reread().sorted()).isEmpty();
    }
}
