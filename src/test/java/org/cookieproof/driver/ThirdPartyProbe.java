package org.cookieproof.driver;

import static org.cookieproof.driver.ContractBench.cookies;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;
import static org.cookieproof.driver.ContractBench.other;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieDeviation;

/** What a client with pages makes of the requests that they make of other sites: by links, forms and images. */
record ThirdPartyProbe(ContractBench bench, UserAgentSession session) {

    private static final String PLAIN = "a=1; Path=/; Secure";
    private static final String NONE = PLAIN + "; SameSite=None";

    /** Isolated or blocked makes no difference to one site's images: such a profile declares what it was measured to be. */
    boolean shows(CookieDeviation deviation) {
        return switch (deviation) {
            case UNSPECIFIED_IS_NONE -> !ignoresSameSite() && storesTyped(PLAIN) && byImage();
            case LAX_DEFAULT_ALLOWS_UNSAFE ->
                !ignoresSameSite() && !declares(CookieDeviation.UNSPECIFIED_IS_NONE) && storesTyped(PLAIN) && byForm();
            case NONE_IS_STRICT -> storesTyped(NONE) && !byLink();
            case BLOCKS_THIRD_PARTY -> isNoneToIt() && storesTyped(NONE) && !byImage();
            case STORES_NO_THIRD_PARTY -> isNoneToIt() && !storesFromImage() && storesTyped(NONE) && byImage();
            default -> false;
        };
    }

    private boolean ignoresSameSite() {
        return declares(CookieDeviation.IGNORES_SAME_SITE);
    }

    /** Otherwise SameSite=None is no third-party cookie to it, blocked or not. */
    private boolean isNoneToIt() {
        return !declares(CookieDeviation.NONE_IS_STRICT) && !declares(CookieDeviation.REFUSES_NONE);
    }

    private boolean declares(CookieDeviation deviation) {
        return bench.profile().deviationSet().contains(deviation);
    }

    private boolean storesTyped(String line) {
        on(other("/set"), html("<p>Set").withHeader("Set-Cookie", line));
        session.open(other("/set"));
        return carriesTyped(other("/typed"));
    }

    private boolean storesFromImage() {
        on(other("/sets.png"), html("").withHeader("Set-Cookie", NONE));
        show(first("/setting"), "<img src='" + other("/sets.png") + "'>");
        return carriesTyped(other("/typed-after-image"));
    }

    private boolean carriesTyped(Url url) {
        on(url, html("<p>Typed"));
        session.open(url);
        return carried(url);
    }

    private boolean byImage() {
        show(first("/gallery"), "<img src='" + other("/asks.png") + "'>");
        return carried(other("/asks.png"));
    }

    private boolean byLink() {
        on(other("/linked"), html("<p>Linked"));
        show(first("/linking"), "<a href='" + other("/linked") + "'>Over there</a>");
        session.follow("a");
        return carried(other("/linked"));
    }

    private boolean byForm() {
        on(other("/posted"), html("<p>Posted"));
        show(
                first("/posting"),
                "<form method=post action='" + other("/posted") + "'><input name=x><button>Go</button></form>");
        session.submit(new Form("form", Map.of(), Optional.empty()));
        return carried(other("/posted"));
    }

    private void show(Url url, String body) {
        on(url, html(body));
        session.open(url);
    }

    private void on(Url url, ResponseDefinitionBuilder answer) {
        bench.on(url, answer);
    }

    private boolean carried(Url url) {
        return cookies(bench.onlyRequestFor(url)).contains("a=1");
    }
}
