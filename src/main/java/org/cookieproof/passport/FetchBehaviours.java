package org.cookieproof.passport;

import static org.cookieproof.passport.Hosts.first;
import static org.cookieproof.passport.Hosts.http;
import static org.cookieproof.passport.Hosts.other;

import java.util.List;
import java.util.stream.Stream;
import org.cookieproof.http.Url;
import org.cookieproof.profile.Capability;

/** What goes on around cookies: redirects, statuses, scripts, cache and history (Fetch, RFC 9110, RFC 9111, HTML). */
final class FetchBehaviours {

    private FetchBehaviours() {}

    static List<Behaviour> all() {
        return Stream.of(redirects(), statuses(), scripts(), caches(), histories())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Behaviour> redirects() {
        return List.of(
                Behaviour.of("redirect/sets-a-cookie", "A cookie set by a redirect, at its end", "RFC 6265bis §3")
                        .act(hop(first("/start"), first("/asked"), "a=1; Path=/")),
                Behaviour.of(
                                "redirect/sets-a-cookie-elsewhere",
                                "A cookie set by a redirect to another site, on its host",
                                "RFC 6265bis §3")
                        .act(hop(first("/start"), other("/end"), "a=1; Path=/"))
                        .ask(first("/asked")),
                Behaviour.of("redirect/deletes", "A cookie deleted by a redirect, at its end", "RFC 6265bis §3")
                        .receive(first("/set"), "a=1; Path=/")
                        .act(hop(first("/start"), first("/asked"), "a=; Path=/; Max-Age=0")),
                method("redirect/302-of-post", "The method after a POST that is answered with 302", 302, "GET"),
                method("redirect/303-of-post", "The method after a POST that is answered with 303", 303, "GET"),
                method("redirect/307-of-post", "The method after a POST that is answered with 307", 307, "POST"),
                method("redirect/308-of-post", "The method after a POST that is answered with 308", 308, "POST"),
                chain("redirect/five", "Five redirects in a row", 5, Reading.YES),
                chain("redirect/nineteen", "Nineteen redirects in a row", 19, Reading.YES),
                chain("redirect/twenty", "Twenty redirects in a row", 20, Reading.YES),
                chain("redirect/twenty-one", "Twenty-one redirects in a row", 21, Reading.NO),
                Behaviour.of("redirect/relative", "A relative Location", "RFC 9110 §10.2.2")
                        .act(new Act.Visit(
                                Arrival.REDIRECT,
                                first("/dir/start"),
                                Served.redirect(302, "asked"),
                                first("/dir/asked"),
                                Served.setting()))
                        .reads(Reading.ASKED, Reading.YES));
    }

    private static Act typed(Url url, Served served) {
        return new Act.Visit(Arrival.TYPED, url, url, served);
    }

    /** A redirect with these Set-Cookie lines. */
    private static Act hop(Url from, Url to, String... lines) {
        return new Act.Visit(Arrival.REDIRECT, from, Arrival.REDIRECT.start(to).with(lines), to, Served.setting());
    }

    private static Behaviour method(String id, String title, int status, String right) {
        return Behaviour.of(id, title, "Fetch §4.4")
                .act(new Act.Visit(Arrival.FORM, first("/page"), first("/post"), Served.redirect(status, "/asked")))
                .about(first("/asked"))
                .reads(Reading.METHOD, right);
    }

    private static Behaviour chain(String id, String title, int hops, String right) {
        return Behaviour.of(id, title, "Fetch §4.4")
                .act(new Act.Chain(first("/hop-0"), hops, first("/asked")))
                .reads(Reading.ASKED, right);
    }

    private static List<Behaviour> statuses() {
        return Stream.of(401, 403, 404, 500)
                .map(status -> Behaviour.of(
                                "status/" + status,
                                "A cookie set by a response with status " + status,
                                "RFC 6265bis §3")
                        .act(typed(first("/set"), Served.setting("a=1; Path=/").withStatus(status)))
                        .ask(first("/asked")))
                .toList();
    }

    private static List<Behaviour> scripts() {
        return List.of(
                Behaviour.of("script/writes", "A cookie that a script writes", "RFC 6265bis §5.5")
                        .act(script("a=1; Path=/"))
                        .ask(first("/asked"))
                        .standard("a=1"),
                Behaviour.of("script/reads", "What a script reads", "RFC 6265bis §5.8.2")
                        .receive(first("/set"), "a=1; Path=/", "b=2; Path=/; HttpOnly")
                        .act(script(""))
                        .reads(Reading.QUERY, "a=1"),
                Behaviour.of(
                                "script/writes-http-only",
                                "A script writes an HttpOnly cookie",
                                "RFC 6265bis §5.7 step 15")
                        .act(script("a=1; Path=/; HttpOnly"))
                        .ask(first("/asked"))
                        .standard(Reading.NOTHING),
                Behaviour.of(
                                "script/overwrites-http-only",
                                "A script overwrites an HttpOnly cookie",
                                "RFC 6265bis §5.7 step 23")
                        .receive(first("/set"), "a=1; Path=/; HttpOnly")
                        .act(script("a=2; Path=/"))
                        .ask(first("/asked"))
                        .standard("a=1"),
                Behaviour.of("script/deletes", "A script deletes a cookie", "RFC 6265bis §5.5")
                        .receive(first("/set"), "a=1; Path=/")
                        .act(script("a=; Path=/; Max-Age=0"))
                        .ask(first("/asked"))
                        .standard(Reading.NOTHING),
                Behaviour.of(
                                "script/secure-over-http",
                                "A script of an http page writes a Secure cookie",
                                "RFC 6265bis §5.7 step 13")
                        .act(new Act.Script(http(first("/page")), "a=1; Path=/; Secure", http(first("/told"))))
                        .ask(first("/asked"))
                        .standard(Reading.NOTHING));
    }

    private static Act script(String writes) {
        return new Act.Script(first("/page"), writes, first("/told"));
    }

    private static List<Behaviour> caches() {
        return List.of(
                linkedTwice(
                        "cache/fresh",
                        "A page that is fresh, linked to again",
                        "private, max-age=600",
                        "RFC 9111 §4.2",
                        "1 request"),
                linkedTwice(
                        "cache/no-store",
                        "A page with no-store, linked to again",
                        "no-store",
                        "RFC 9111 §5.2.2.5",
                        "2 requests"),
                linkedTwice(
                        "cache/must-revalidate",
                        "A page that is stale at once, linked to again",
                        "private, must-revalidate, max-age=0",
                        "RFC 9111 §4.2.4",
                        "2 requests"),
                linkedTwice(
                        "cache/no-cache",
                        "A page with no-cache, linked to again",
                        "no-cache",
                        "RFC 9111 §5.2.2.4",
                        "2 requests"));
    }

    private static Behaviour linkedTwice(String id, String title, String cacheControl, String source, String right) {
        Served page = Served.page("<a href=\"/else\">x</a>").field("Cache-Control", cacheControl);
        return Behaviour.of(id, title, source)
                .act(new Act.Visit(Arrival.LINK, first("/page"), first("/asked"), page))
                .act(new Act.Visit(Arrival.LINK, first("/page-2"), first("/asked"), page))
                .needing(Capability.HISTORY) // what shows pages has a cache; no other client must have one
                .reads(Reading.REQUESTS, right);
    }

    private static List<Behaviour> histories() {
        return List.of(
                wentBack("history/back-to-fresh", "Back to a page that is fresh", "private, max-age=600", "1 request"),
                wentBack(
                        "history/back-to-stale",
                        "Back to a page that is stale",
                        "private, must-revalidate, max-age=0",
                        "1 request"),
                wentBack("history/back-to-no-store", "Back to a page with no-store", "no-store", "2 requests"));
    }

    private static Behaviour wentBack(String id, String title, String cacheControl, String right) {
        return Behaviour.of(id, title, "RFC 9111 §6")
                .act(typed(
                        first("/asked"), Served.page("<a href=\"/next\">x</a>").field("Cache-Control", cacheControl)))
                .ask(first("/next"))
                .back()
                .about(first("/asked"))
                .reads(Reading.REQUESTS, right);
    }
}
