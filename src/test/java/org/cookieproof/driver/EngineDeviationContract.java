package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cookieproof.driver.ContractBench.cookies;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;
import static org.cookieproof.driver.ContractBench.other;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Capability;
import org.junit.jupiter.api.Test;

/** Measures the deviations that show in third-party requests and in forms of another site: for browsers. */
public interface EngineDeviationContract extends DeviationContract {

    @Override
    default Set<CookieDeviation> shownByAnEngine() {
        Set<CookieDeviation> shown = EnumSet.noneOf(CookieDeviation.class);
        Embedded embedded = embed();
        if (embedded.sent().contains("unmarked=1")) {
            shown.add(CookieDeviation.UNSPECIFIED_IS_NONE);
        } else if (posted().contains("unmarked=1")) {
            shown.add(CookieDeviation.LAX_DEFAULT_ALLOWS_UNSAFE);
        }
        if (embedded.sent().isEmpty() && !embedded.kept().contains("stored=1")) {
            shown.add(CookieDeviation.BLOCKS_THIRD_PARTY);
        } else if (!embedded.kept().contains("stored=1")) {
            shown.add(CookieDeviation.STORES_NO_THIRD_PARTY);
        } else if (embedded.sent().isEmpty()) {
            throw new AssertionError("stores in third-party requests what it does not send there: no word for that");
        }
        if (embedded.kept().contains("apart=1")) {
            shown.add(CookieDeviation.IGNORES_PARTITIONED);
        }
        return shown;
    }

    /**
     * What a site was sent when it was embedded in another, and what it was sent on its own afterwards.
     *
     * @param sent of what it had set before
     * @param kept of what it set then
     */
    record Embedded(List<String> sent, List<String> kept) {}

    private Embedded embed() {
        bench().reset();
        boolean refusesNone = bench().profile().deviationSet().contains(CookieDeviation.REFUSES_NONE);
        String forThirdParties = refusesNone ? "" : "; SameSite=None";
        bench().on(
                        other("/login"),
                        html("<p>In")
                                .withHeader("Set-Cookie", "unmarked=1; Secure", "marked=1; Secure" + forThirdParties));
        bench().on(first("/embedding"), html("<img src='%s'>".formatted(other("/i.png"))));
        bench().on(
                        other("/i.png"),
                        WireMock.notFound()
                                .withHeader(
                                        "Set-Cookie",
                                        "stored=1; Path=/; Secure" + forThirdParties,
                                        "apart=1; Path=/; Secure; Partitioned" + forThirdParties));
        bench().on(other("/after"), html("<p>After"));
        try (UserAgentSession session = bench().open()) {
            session.open(other("/login"));
            session.open(first("/embedding"));
            session.open(other("/after"));
        }
        return new Embedded(lastSentTo(other("/i.png")), lastSentTo(other("/after")));
    }

    private List<String> posted() {
        bench().reset();
        bench().on(other("/login"), html("<p>In").withHeader("Set-Cookie", "unmarked=1; Secure"));
        bench().on(
                        first("/form"),
                        html("<form method=post action='%s'><button>Go</button></form>".formatted(other("/posted"))));
        bench().on(other("/posted"), html("<p>Posted"));
        try (UserAgentSession session = bench().open()) {
            session.open(other("/login"));
            session.open(first("/form"));
            session.submit(new Form("form", Map.of(), Optional.empty()));
        }
        return lastSentTo(other("/posted"));
    }

    private List<String> lastSentTo(Url url) {
        return cookies(bench().onlyRequestFor(url));
    }

    /** What decides which scenarios apply is what was measured. */
    @Test
    default void canSendAndStoreThirdPartyCookiesIfItIsDeclaredTo() {
        Embedded embedded = embed();
        assertThat(!embedded.sent().isEmpty() && embedded.kept().contains("stored=1"))
                .isEqualTo(bench().can(Capability.THIRD_PARTY_COOKIES));
    }
}
