package org.cookieproof.driver.htmlunit;

import java.util.function.Supplier;
import org.cookieproof.driver.CaTrust;
import org.cookieproof.driver.CaTrusts;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;
import org.htmlunit.ProxyConfig;
import org.htmlunit.WebClient;
import org.htmlunit.WebClientOptions;

/** Gives each session a client of its own. */
final class HtmlUnitDriver implements UserAgentDriver {

    private final CaTrusts trusts = new CaTrusts();

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        CaTrust trust = trusts.in(surroundings.ca());
        Supplier<WebClient> starter = () -> client(surroundings, trust);
        return new HtmlUnitSession(starter, surroundings.patience());
    }

    private static WebClient client(Surroundings surroundings, CaTrust trust) {
        WebClient client = new WebClient();
        WebClientOptions options = client.getOptions();
        options.setProxyConfig(new ProxyConfig(
                surroundings.proxy().getAddress().getHostAddress(),
                surroundings.proxy().getPort(),
                "http"));
        options.setSSLContext(trust.context());
        options.setTimeout(Math.toIntExact(surroundings.patience().toMillis()));
        client.setJavaScriptTimeout(surroundings.patience().toMillis());
        // As a browser with a screen does; without one HtmlUnit leaves images out.
        options.setDownloadImages(true);
        // What a page or a server does wrong is for scenarios to see, not for a Java program to stumble over.
        options.setThrowExceptionOnFailingStatusCode(false);
        options.setThrowExceptionOnScriptError(false);
        return client;
    }

    @Override
    public void close() {
        // every session has closed its own client, and there are no processes
    }
}
