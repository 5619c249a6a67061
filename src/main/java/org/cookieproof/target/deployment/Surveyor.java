package org.cookieproof.target.deployment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.SetCookieLine;
import org.cookieproof.target.TargetUnavailableException;

/** Looks at a site by a few GET requests without cookies: what a visitor sees, and what the service tells of itself. */
public final class Surveyor {

    private static final int MOST_HOPS = 6;

    private final SurveyClient client;
    private final List<SurveyClient.Page> seen = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<Scheme, String> troubles = new TreeMap<>();

    private Surveyor(SurveyClient client) {
        this.client = client;
    }

    /**
     * @param start     a page that anybody can read, at its scheme's own port
     * @param addresses where hosts are that are not where DNS says
     * @param own       PEM files of authorities beside the public ones
     * @throws TargetUnavailableException when it answers over neither scheme
     */
    public static Survey of(Url start, Map<Endpoint, InetSocketAddress> addresses, List<Path> own) {
        try (SurveyClient client = new SurveyClient(addresses, Trust.of(own))) {
            return new Surveyor(client).survey(start);
        }
    }

    private Survey survey(Url start) {
        Optional<SurveyClient.Page> landed = walk(Url.of(Scheme.HTTPS, start.host(), start.target()));
        Set<Scheme> schemes = EnumSet.noneOf(Scheme.class);
        landed.map(p -> p.url().scheme()).ifPresent(schemes::add);
        String host = landed.map(p -> p.url().host()).orElse(start.host());
        Optional<SurveyClient.Page> plain = plainHttp(host, start, schemes);
        SurveyClient.Page page = landed.or(() -> plain)
                .orElseThrow(() -> new TargetUnavailableException(
                        start.host() + " cannot be looked at: " + String.join("; ", troubles.values())));
        Recognition recognised = Recognition.of(page, seen, this::ask);
        return new Survey(
                page.url().host(),
                schemes,
                remarks,
                hsts(),
                recognised.service(),
                recognised.detail(),
                cookies(),
                recognised.candidates(),
                client.asked());
    }

    /** Follows redirects; empty, with a trouble, when the end was not reached. */
    private Optional<SurveyClient.Page> walk(Url start) {
        Url url = start;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            Optional<SurveyClient.Page> page = get(url);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            Optional<Url> next = redirect(page.get());
            if (next.isEmpty()) {
                return page;
            }
            url = next.get();
        }
        troubles.putIfAbsent(start.scheme(), start + " led from redirect to redirect");
        return Optional.empty();
    }

    private static Optional<Url> redirect(SurveyClient.Page page) {
        boolean redirects = page.status() >= 300 && page.status() < 400;
        try {
            return page.headers()
                    .first("Location")
                    .filter(l -> redirects)
                    .map(page.url()::resolve)
                    .filter(u -> u.port() == u.scheme().defaultPort());
        } catch (IllegalArgumentException notAUrl) {
            return Optional.empty(); // what is not followed is looked at
        }
    }

    private Optional<SurveyClient.Page> plainHttp(String host, Url start, Set<Scheme> schemes) {
        Optional<SurveyClient.Page> plain = get(Url.of(Scheme.HTTP, host, start.target()));
        if (plain.isEmpty()) {
            remarks.add("it does not answer over plain http");
            return plain;
        }
        Optional<Url> led = redirect(plain.get());
        if (led.filter(Url::isSecure).isPresent()) {
            remarks.add("plain http only leads to https; with http here too, that is played as well");
            return Optional.empty();
        }
        schemes.add(Scheme.HTTP);
        if (!schemes.contains(Scheme.HTTPS)) {
            remarks.add("it does not answer over https: " + troubles.getOrDefault(Scheme.HTTPS, "it leads to http"));
        }
        return led.isPresent() ? walk(led.get()) : plain;
    }

    private Optional<SurveyClient.Page> get(Url url) {
        try {
            SurveyClient.Page page = client.get(url);
            seen.add(page);
            return Optional.of(page);
        } catch (IOException | IllegalArgumentException e) {
            // The latter of a redirect to what OkHttp takes for no host.
            troubles.putIfAbsent(url.scheme(), url.origin() + " does not answer (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }

    /** For what the service tells of itself; nothing where it does not. */
    private Optional<SurveyClient.Page> ask(Url url) {
        return get(url).filter(p -> p.status() == 200);
    }

    private Optional<String> hsts() {
        return seen.stream()
                .filter(p -> p.url().isSecure())
                .flatMap(p -> p.headers().first("Strict-Transport-Security").stream())
                .findFirst();
    }

    /** Their values are nobody's business. */
    private Map<String, String> cookies() {
        Map<String, String> cookies = new TreeMap<>();
        for (SurveyClient.Page page : seen) {
            for (String line : page.headers().values("Set-Cookie")) {
                SetCookieLine.parse(line)
                        .ifPresent(c -> cookies.putIfAbsent(
                                c.name(),
                                page.url().origin()
                                        + (c.secure() ? ", Secure" : "")
                                        + (c.httpOnly() ? ", HttpOnly" : "")));
            }
        }
        return cookies;
    }
}
