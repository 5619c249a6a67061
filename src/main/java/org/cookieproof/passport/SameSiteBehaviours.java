package org.cookieproof.passport;

import static org.cookieproof.passport.Hosts.first;
import static org.cookieproof.passport.Hosts.http;
import static org.cookieproof.passport.Hosts.other;
import static org.cookieproof.passport.Hosts.sibling;
import static org.cookieproof.passport.Hosts.third;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** SameSite by kind of navigation, and what third parties may keep and send (RFC 6265bis §5.2, §5.6.7, §5.8.3). */
final class SameSiteBehaviours {

    private static final String SECTION = "RFC 6265bis §5.8.3";

    private SameSiteBehaviours() {}

    static List<Behaviour> all() {
        return Stream.of(byArrival(), values(), thirdParty(), partitioned())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Behaviour> byArrival() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("strict", "; SameSite=Strict");
        attributes.put("lax", "; SameSite=Lax");
        attributes.put("none", "; SameSite=None");
        attributes.put("unspecified", "");
        List<Arrival> arrivals =
                List.of(Arrival.LINK, Arrival.FORM, Arrival.REDIRECT, Arrival.IMAGE, Arrival.FRAME, Arrival.FETCH);
        return attributes.entrySet().stream()
                .flatMap(a -> arrivals.stream().map(by -> crossSite(a.getKey(), a.getValue(), by)))
                .toList();
    }

    private static Behaviour crossSite(String word, String attribute, Arrival by) {
        String how = by.name().toLowerCase(Locale.ROOT);
        return Behaviour.of(
                        "same-site/" + word + "-by-" + how,
                        "A Secure cookie "
                                + (attribute.isEmpty() ? "without SameSite" : "with" + attribute.substring(1))
                                + ", asked for by another site's " + how,
                        SECTION)
                .receive(other("/set"), "a=1; Path=/; Secure" + attribute)
                .by(by, first("/page"), other("/asked"));
    }

    private static List<Behaviour> values() {
        return List.of(
                Behaviour.of("same-site/unknown-value-by-image", "An unknown SameSite value", "RFC 6265bis §5.6.7")
                        .receive(other("/set"), "a=1; Path=/; Secure; SameSite=Banana")
                        .by(Arrival.IMAGE, first("/page"), other("/asked")),
                Behaviour.of(
                                "same-site/unknown-value-typed",
                                "An unknown SameSite value is stored",
                                "RFC 6265bis §5.6.7")
                        .receive(other("/set"), "a=1; Path=/; Secure; SameSite=Banana")
                        .ask(other("/asked")),
                Behaviour.of("same-site/none-typed", "SameSite=None is stored", "RFC 6265bis §5.6.7")
                        .receive(other("/set"), "a=1; Path=/; Secure; SameSite=None")
                        .ask(other("/asked")),
                Behaviour.of(
                                "same-site/none-without-secure",
                                "SameSite=None without Secure",
                                "RFC 6265bis §5.7 step 19")
                        .receive(other("/set"), "a=1; Path=/; SameSite=None")
                        .ask(other("/asked")),
                Behaviour.of("same-site/last-counts", "Two SameSite attributes in a line", "RFC 6265bis §5.7 step 18")
                        .receive(other("/set"), "a=1; Path=/; Secure; SameSite=Strict; SameSite=None")
                        .by(Arrival.IMAGE, first("/page"), other("/asked")),
                Behaviour.of("same-site/lower-case", "SameSite=none in lower case", "RFC 6265bis §5.6.7")
                        .receive(other("/set"), "a=1; path=/; secure; samesite=none")
                        .by(Arrival.IMAGE, first("/page"), other("/asked")),
                Behaviour.of("same-site/sibling-image", "A Strict cookie in an image of a sibling host", SECTION)
                        .receive(first("/set"), "a=1; Path=/; Secure; SameSite=Strict")
                        .by(Arrival.IMAGE, sibling("/page"), first("/asked")),
                Behaviour.of(
                                "same-site/schemeful",
                                "A Strict cookie by a link from the same site's http page",
                                "RFC 6265bis §5.2")
                        .receive(first("/set"), "a=1; Path=/; Secure; SameSite=Strict")
                        .by(Arrival.LINK, http(first("/page")), first("/asked")));
    }

    private static List<Behaviour> thirdParty() {
        String section = "RFC 6265bis §7.1";
        return List.of(
                Behaviour.of("third-party/image-sets-none", "SameSite=None set by a third-party image", section)
                        .by(Arrival.IMAGE, first("/page"), other("/set"), "a=1; Path=/; Secure; SameSite=None")
                        .ask(other("/asked")),
                Behaviour.of(
                                "third-party/image-sets-lax",
                                "SameSite=Lax set by a third-party image",
                                "RFC 6265bis §5.7 step 18")
                        .by(Arrival.IMAGE, first("/page"), other("/set"), "a=1; Path=/; Secure; SameSite=Lax")
                        .ask(other("/asked")),
                Behaviour.of(
                                "third-party/image-sets-strict",
                                "SameSite=Strict set by a third-party image",
                                "RFC 6265bis §5.7 step 18")
                        .by(Arrival.IMAGE, first("/page"), other("/set"), "a=1; Path=/; Secure; SameSite=Strict")
                        .ask(other("/asked")),
                Behaviour.of(
                                "third-party/image-sets-unspecified",
                                "A cookie without SameSite set by a third-party image",
                                "RFC 6265bis §5.7 step 18")
                        .by(Arrival.IMAGE, first("/page"), other("/set"), "a=1; Path=/; Secure")
                        .ask(other("/asked")),
                Behaviour.of("third-party/frame-sets-none", "SameSite=None set by a third-party frame", section)
                        .by(Arrival.FRAME, first("/page"), other("/set"), "a=1; Path=/; Secure; SameSite=None")
                        .ask(other("/asked")),
                Behaviour.of(
                                "third-party/fetch-sets-none",
                                "SameSite=None set by a third party that is fetched",
                                section)
                        .by(Arrival.FETCH, first("/page"), other("/set"), "a=1; Path=/; Secure; SameSite=None")
                        .ask(other("/asked")),
                Behaviour.of(
                                "third-party/image-sets-and-gets",
                                "SameSite=None set and asked for by images of one site",
                                section)
                        .by(Arrival.IMAGE, first("/page"), other("/set"), "a=1; Path=/; Secure; SameSite=None")
                        .by(Arrival.IMAGE, first("/page-2"), other("/asked")),
                Behaviour.of("third-party/image-deletes", "A third-party image deletes a cookie", section)
                        .receive(other("/set"), "a=1; Path=/; Secure; SameSite=None")
                        .by(
                                Arrival.IMAGE,
                                first("/page"),
                                other("/delete"),
                                "a=; Path=/; Secure; SameSite=None; Max-Age=0")
                        .ask(other("/asked")));
    }

    private static List<Behaviour> partitioned() {
        String section = "draft-ietf-httpbis-partitioned-cookies";
        String line = "a=1; Path=/; Secure; SameSite=None; Partitioned";
        return List.of(
                Behaviour.of(
                                "partitioned/same-top-level-site",
                                "Set in a frame, asked for in a frame of the same site",
                                section)
                        .by(Arrival.FRAME, first("/page"), other("/set"), line)
                        .by(Arrival.FRAME, first("/page-2"), other("/asked")),
                Behaviour.of(
                                "partitioned/another-top-level-site",
                                "Set in a frame, asked for in a frame of another site",
                                section)
                        .by(Arrival.FRAME, first("/page"), other("/set"), line)
                        .by(Arrival.FRAME, third("/page"), other("/asked")),
                Behaviour.of("partitioned/top-level", "Set in a frame, asked for in the address bar", section)
                        .by(Arrival.FRAME, first("/page"), other("/set"), line)
                        .ask(other("/asked")),
                Behaviour.of("partitioned/first-party", "Set and asked for in the address bar", section)
                        .receive(other("/set"), line)
                        .ask(other("/asked")),
                Behaviour.of("partitioned/without-secure", "Partitioned without Secure", section)
                        .receive(other("/set"), "a=1; Path=/; Partitioned")
                        .ask(other("/asked")));
    }
}
