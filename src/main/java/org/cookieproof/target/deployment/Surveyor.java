package org.cookieproof.target.deployment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
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

/**
 * Looks at a site by a few GET requests without cookies: what a visitor sees, and what the service tells of itself. It asks
 * nobody but the hosts that a person has given: where a page leads, or says that more can be learnt, is that page's word.
 */
public final class Surveyor {

    private static final int MOST_HOPS = 6;

    private final SurveyClient client;
    private final Set<String> given;
    private final List<SurveyClient.Page> seen = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<Scheme, String> troubles = new TreeMap<>();

    private Surveyor(SurveyClient client, Set<String> given) {
        this.client = client;
        this.given = given;
    }

    /**
     * @param start     a page that anybody can read, at its scheme's own port
     * @param addresses where hosts are that are not where DNS says; whoever gives an address gives the host, too
     * @param own       PEM files of authorities beside the public ones
     * @throws TargetUnavailableException when it answers over neither scheme
     */
    public static Survey of(Url start, Map<Endpoint, InetSocketAddress> addresses, List<Path> own) {
        try (SurveyClient client = new SurveyClient(addresses, Trust.of(own))) {
            Set<String> given = new HashSet<>(Set.of(start.host()));
            addresses.keySet().forEach(endpoint -> given.add(endpoint.host()));
            return new Surveyor(client, given).survey(start);
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
        Optional<Url> elsewhere = page.leadsTo().filter(u -> !isGiven(u));
        if (elsewhere.isPresent() && recognised.service() == Survey.Service.UNKNOWN) {
            throw new TargetUnavailableException(page.url().host() + " leads to " + elsewhere.get()
                    + ", which was asked nothing; if that is the site: ./cookieproof init " + elsewhere.get());
        }
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

    /** A port of another than its scheme's is another server, however its host is called. */
    private boolean isGiven(Url url) {
        return given.contains(url.host()) && url.port() == url.scheme().defaultPort();
    }

    /** Follows redirects as long as they lead to hosts that were given; empty, with a trouble, when there is no end. */
    private Optional<SurveyClient.Page> walk(Url start) {
        Url url = start;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            Optional<SurveyClient.Page> page = get(url);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            Optional<Url> next = page.get().leadsTo().filter(this::mayAsk);
            if (next.isEmpty()) {
                return page;
            }
            url = next.get();
        }
        troubles.putIfAbsent(start.scheme(), start + " led from redirect to redirect");
        return Optional.empty();
    }

    /** As {@link #isGiven}; what is not asked is told once. */
    private boolean mayAsk(Url url) {
        String remark = url.origin() + ", to which the site leads, was asked nothing: it is not what was given";
        if (!isGiven(url) && !remarks.contains(remark)) {
            remarks.add(remark);
        }
        return isGiven(url);
    }

    private Optional<SurveyClient.Page> plainHttp(String host, Url start, Set<Scheme> schemes) {
        Optional<SurveyClient.Page> plain = get(Url.of(Scheme.HTTP, host, start.target()));
        if (plain.isEmpty()) {
            remarks.add("it does not answer over plain http");
            return plain;
        }
        Optional<Url> led = plain.get().leadsTo();
        if (led.filter(Url::isSecure).isPresent()) {
            remarks.add("plain http only leads to https; with http here too, that is played as well");
            return Optional.empty();
        }
        schemes.add(Scheme.HTTP);
        if (!schemes.contains(Scheme.HTTPS)) {
            remarks.add("it does not answer over https: " + troubles.getOrDefault(Scheme.HTTPS, "it leads to http"));
        }
        return led.filter(this::mayAsk).isPresent() ? walk(led.get()) : plain;
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
        return mayAsk(url) ? get(url).filter(p -> p.status() == 200) : Optional.empty();
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
