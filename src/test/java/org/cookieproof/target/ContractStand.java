package org.cookieproof.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.cookieproof.driver.ApiRequest;
import org.cookieproof.driver.Page;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.driver.okhttp.OkHttpDriverProvider;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Body;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Response;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;
import org.cookieproof.tap.Tap;
import org.cookieproof.tap.TapLease;
import org.cookieproof.tap.TapSettings;

/** A started target with the tap in front of it, as a run has it, and user agents with the plainest of engines. */
final class ContractStand implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Profile OK_HTTP = new Profile(
            new ProfileId("okhttp"),
            "okhttp",
            Profile.Kind.HTTP_CLIENT,
            "okhttp",
            Map.of("jar", "rfc6265"),
            Set.of(Capability.FORMS, Capability.REDIRECTS),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Path.of("browsers", "okhttp.yaml"));

    private final TargetDefinition definition;
    private final RunningTarget target;
    private final Path dir;
    private final Tap tap;
    private final TapLease lease;
    private final UserAgentDriver driver = new OkHttpDriverProvider().create();

    /** @param dir for what user agents and the tap need; nothing of the target's */
    ContractStand(TargetDefinition definition, RunningTarget target, Path dir) throws IOException {
        this.definition = definition;
        this.target = target;
        this.dir = dir;
        tap = Tap.start(
                new TapSettings(target.addresses(), target.trust(), Files.createTempDirectory(dir, "tap"), 1 << 20));
        lease = tap.lease(List.of());
    }

    RunningTarget target() {
        return target;
    }

    TargetControl control() {
        return target.control().orElseThrow();
    }

    /** The status that a host answers at this path; empty when it does not answer, or with a certificate of another. */
    Optional<Integer> status(Endpoint endpoint, String path) {
        Exchange exchange =
                lease.raw().send("GET", Url.of(endpoint.scheme(), endpoint.host(), path), Headers.NONE, Body.EMPTY);
        return exchange.answer().map(Response::status);
    }

    UserAgentSession userAgent() throws IOException {
        return driver.open(
                OK_HTTP,
                new Surroundings(
                                lease.address(),
                                tap.ca(),
                                tap.caPem(),
                                dir,
                                Files.createTempDirectory(dir, "user-agent"),
                                false,
                                PATIENCE)
                        .withoutRestart());
    }

    void play(String flow, Account account, UserAgentSession userAgent) {
        ContractFlow.play(definition.flows().flow(flow).orElseThrow(), account, userAgent, first("/"));
    }

    /** Who a page and the API, where there is one, say is signed in; empty for nobody. Fails when they differ. */
    Optional<String> whoAmI(UserAgentSession userAgent) throws IOException {
        WhoAmI whoAmI = definition.flows().whoAmI();
        Page page = userAgent.open(first(whoAmI.pageTarget()));
        Matcher says = whoAmI.pagePattern().matcher(page.html());
        if (!says.find()) {
            throw new AssertionError("the page does not tell who is signed in: " + page);
        }
        Optional<String> onPage = Optional.ofNullable(says.group(1));
        if (whoAmI.api().isPresent()) {
            WhoAmI.Api api = whoAmI.api().get();
            String answer =
                    userAgent.request(ApiRequest.get(first(api.target()))).body();
            JsonNode json = new ObjectMapper().readTree(answer);
            Optional<String> byApi = json.at(api.nobody()).isMissingNode()
                    ? Optional.of(json.at(api.name()).asText())
                    : Optional.empty();
            assertThat(byApi).as("the API, which answers %s", answer).isEqualTo(onPage);
        }
        return onPage;
    }

    private Url first(String requestTarget) {
        String host = definition.sites().host(Role.FIRST).orElseThrow();
        return Url.of(
                target.addresses().containsKey(new Endpoint(Scheme.HTTPS, host)) ? Scheme.HTTPS : Scheme.HTTP,
                host,
                requestTarget);
    }

    /** Closes the target too. */
    @Override
    public void close() {
        try (target;
                driver) {
            lease.close();
            tap.close();
        }
    }
}
