package org.cookieproof.driver;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;
import org.cookieproof.tap.TapLease;

/** One driver on one network: what the tests of the contract work on. */
public final class ContractBench implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DriverProvider provider;
    private final Profile profile;
    private final Path dir;
    private final ContractNetwork network;
    private final UserAgentDriver driver;
    private TapLease lease;

    ContractBench(DriverProvider provider, Profile profile, Path dir) throws Exception {
        this.provider = provider;
        this.profile = profile;
        this.dir = dir;
        this.network = ContractNetwork.start(dir);
        this.lease = network.tap().lease(List.of());
        this.driver = provider.create();
        Files.createDirectory(dir.resolve("home"));
    }

    Profile profile() {
        return profile;
    }

    boolean can(Capability capability) {
        return profile.can(capability);
    }

    /** What its clock shows at a time: dates in cookies are read by it. */
    Instant onItsClock(Instant time) {
        return profile.deviationSet().stream()
                .map(CookieDeviation::clockOffset)
                .reduce(time, Instant::plus, (a, b) -> b);
    }

    /** A session that is not restarted: of a warm process where the driver keeps one. */
    UserAgentSession open() {
        return driver.open(profile, surroundings(PATIENCE).withoutRestart());
    }

    /** A session that its test restarts. */
    UserAgentSession openToBeRestarted() {
        return driver.open(profile, surroundings(PATIENCE));
    }

    /** A session whose actions may take no longer than this. */
    UserAgentSession open(Duration patience) {
        return driver.open(profile, surroundings(patience).withoutRestart());
    }

    /** A driver that has started nothing yet. */
    UserAgentDriver freshDriver() {
        return provider.create();
    }

    /** A session that trusts only a CA which no server here has a certificate from. */
    UserAgentSession openTrustingAStranger() throws Exception {
        Path strangerDir = Files.createTempDirectory(dir, "stranger");
        X509Bundle stranger = ContractNetwork.newCa("a stranger's CA");
        Path pem = ContractNetwork.writePem(stranger, strangerDir, "stranger.pem");
        Path home = Files.createDirectory(strangerDir.resolve("home"));
        return driver.open(
                profile,
                new Surroundings(lease.address(), stranger.getCertificate(), pem, home, newScratch(), false, PATIENCE));
    }

    Surroundings surroundings(Duration patience) {
        return new Surroundings(
                lease.address(),
                network.tap().ca(),
                network.tap().caPem(),
                dir.resolve("home"),
                newScratch(),
                false,
                patience);
    }

    private Path newScratch() {
        try {
            return Files.createTempDirectory(dir, "cell");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WireMockServer server() {
        return network.server();
    }

    /** What passed the tap since the last reset, once nothing is under way any more. */
    Recording recording() {
        if (!lease.awaitQuiet(Duration.ofMillis(100), Duration.ofSeconds(20))) {
            throw new AssertionError("requests are still under way: " + lease.recording());
        }
        return lease.recording();
    }

    /**
     * Forgets all scripts, requests and recordings; whatever is not scripted then answers 404, with some content:
     * without any, a browser shows an error page of its own, which is of no origin.
     */
    void reset() {
        lease.close();
        lease = network.tap().lease(List.of());
        server().resetAll();
        server().stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(aResponse().withStatus(404).withBody("Not found")));
    }

    /** Scripts an answer to any method, whatever the scheme. */
    void on(Url url, ResponseDefinitionBuilder answer) {
        server().stubFor(any(urlEqualTo(url.target()))
                .withHost(equalTo(url.host()))
                .willReturn(answer));
    }

    /** Scripts an answer to one method. */
    void on(String method, Url url, ResponseDefinitionBuilder answer) {
        server().stubFor(request(method, urlEqualTo(url.target()))
                .withHost(equalTo(url.host()))
                .atPriority(1)
                .willReturn(answer));
    }

    static ResponseDefinitionBuilder html(String body) {
        return aResponse()
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody(body);
    }

    static ResponseDefinitionBuilder redirect(int status, Url to) {
        return aResponse().withStatus(status).withHeader("Location", to.toString());
    }

    /** The requests for one URL path at one host, first to last. */
    List<Request> requestsFor(Url url) {
        return requests().stream()
                .filter(r -> r.getHost().equals(url.host()) && path(r).equals(url.path()))
                .toList();
    }

    /** The only request for one URL path at one host. */
    Request onlyRequestFor(Url url) {
        List<Request> found = requestsFor(url);
        if (found.size() != 1) {
            throw new AssertionError("expected one request for " + url + ", saw " + found.size() + " in " + requests());
        }
        return found.get(0);
    }

    /** All requests that reached the server, first to last. */
    List<Request> requests() {
        List<Request> requests = new ArrayList<>(server().getAllServeEvents().stream()
                .map(ServeEvent::getRequest)
                .map(r -> (Request) r)
                .toList());
        Collections.reverse(requests);
        return requests;
    }

    /** The cookies of one request as {@code name=value}, in the order of the wire. */
    static List<String> cookies(Request request) {
        return request.containsHeader("Cookie")
                ? List.of(request.getHeader("Cookie").split("; "))
                : List.of();
    }

    private static String path(Request request) {
        String target = request.getUrl();
        return target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
    }

    /** Above {@link #first}. */
    static Url parent(String target) {
        return Url.of(Scheme.HTTPS, ContractNetwork.PARENT, target);
    }

    static Url first(String target) {
        return Url.of(Scheme.HTTPS, ContractNetwork.FIRST, target);
    }

    static Url sibling(String target) {
        return Url.of(Scheme.HTTPS, ContractNetwork.SIBLING, target);
    }

    static Url other(String target) {
        return Url.of(Scheme.HTTPS, ContractNetwork.OTHER, target);
    }

    /** Two hosts that share nothing but a public suffix of two labels. */
    static Url british(String target) {
        return Url.of(Scheme.HTTPS, ContractNetwork.BRITISH, target);
    }

    static Url britishToo(String target) {
        return Url.of(Scheme.HTTPS, ContractNetwork.BRITISH_TOO, target);
    }

    /** Ends with the letters of {@link #parent} and is no part of it. */
    static Url lookalike(String target) {
        return Url.of(Scheme.HTTPS, ContractNetwork.LOOKALIKE, target);
    }

    /** Two hosts named like sites of one owner. */
    static Url wikipedia(String target) {
        return Url.of(Scheme.HTTPS, ContractNetwork.WIKIPEDIA, target);
    }

    static Url wikidata(String target) {
        return Url.of(Scheme.HTTPS, ContractNetwork.WIKIDATA, target);
    }

    static Url http(Url url) {
        return Url.of(Scheme.HTTP, url.host(), url.target());
    }

    /** Takes connections and never answers. */
    static Url silent() {
        return Url.of(Scheme.HTTP, ContractNetwork.SILENT, "/");
    }

    @Override
    public void close() throws IOException {
        driver.close();
        lease.close();
        network.close();
    }
}
