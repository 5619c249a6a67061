package org.cookieproof.passport;

import static org.cookieproof.passport.Hosts.first;
import static org.cookieproof.passport.Hosts.octets;
import static org.cookieproof.passport.Hosts.other;
import static org.cookieproof.passport.Hosts.wiki;
import static org.cookieproof.passport.Hosts.wikiToo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Quoted and odd values, names, order, size and number (RFC 6265bis §5.6, §5.7, §5.8.3 step 2). */
final class ValueBehaviours {

    private ValueBehaviours() {}

    static List<Behaviour> all() {
        return Stream.of(values(), octetValues(), order(), limits())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Behaviour> values() {
        return List.of(
                value("value/quoted", "A quoted value", "a=\"1\"; Path=/"),
                value("value/quoted-space", "A quoted value with a space", "a=\"1 2\"; Path=/"),
                value("value/space", "A value with a space", "a=1 2; Path=/"),
                value("value/comma", "A value with a comma", "a=1,b=2; Path=/"),
                value("value/comma-and-space", "A value with a comma and a space", "a=1, b=2; Path=/"),
                value("value/quoted-semicolon", "A semicolon within quotes ends the value", "a=\"1;2\"; Path=/"),
                value("value/equals", "A value with equals signs", "a=1=2==; Path=/"),
                value("value/json", "A value of JSON", "a={\"b\":1}; Path=/"),
                value("value/percent", "A value that is percent-encoded", "a=%20%3D; Path=/"),
                value("value/empty", "An empty value", "a=; Path=/"),
                value("value/nameless", "A value without a name", "=1; Path=/"),
                value("value/without-equals", "A line without an equals sign", "a; Path=/"),
                value("value/empty-line", "An empty line", ""),
                value("value/white-space-around", "White space around name and value", "  a  =  1  ; Path=/"),
                value("value/no-space-before-attribute", "No space before an attribute", "a=1;Path=/;Secure"),
                value("value/attributes-in-any-case", "Attributes in any case", "a=1; PATH=/; mAx-AgE=0"),
                value("value/unknown-attribute", "An unknown attribute", "a=1; Path=/; Priority=High"),
                value("value/trailing-semicolon", "A semicolon at the end", "a=1; Path=/;"),
                value("value/name-with-space", "A name with a space", "a b=1; Path=/"),
                value("value/name-with-brackets", "A name with brackets", "a[b]=1; Path=/"),
                value("value/name-like-an-attribute", "A cookie that is named Path", "Path=1; Path=/"),
                value("value/dollar-version", "A cookie that is named $Version", "$Version=1; Path=/"),
                Behaviour.of(
                                "value/names-in-two-cases",
                                "Names are compared with their case",
                                "RFC 6265bis §5.7 step 23")
                        .receive(first("/set"), "a=1; Path=/", "A=2; Path=/")
                        .ask(first("/asked")),
                Behaviour.of("value/two-in-one-line", "Two cookies in one line, as RFC 2109 had it", "RFC 6265bis §5.6")
                        .receive(first("/set"), "a=1; Path=/, b=2; Path=/")
                        .ask(first("/asked")),
                Behaviour.of("value/set-cookie2", "Set-Cookie2 of RFC 2965", "RFC 6265 §9.3")
                        .act(new Act.Visit(
                                Arrival.TYPED,
                                first("/set"),
                                first("/set"),
                                Served.page("<p>x").field("Set-Cookie2", "a=1; Path=/; Version=1")))
                        .ask(first("/asked")));
    }

    private static Behaviour value(String id, String title, String line) {
        return Behaviour.of(id, title, "RFC 6265bis §5.6")
                .receive(first("/set"), line)
                .ask(first("/asked"));
    }

    /** With octets that WireMock's server would replace: a server of ours sends them. */
    private static List<Behaviour> octetValues() {
        return List.of(
                octet("octets/utf-8", "A value in UTF-8", "a=\u00c3\u00bc; Path=/"),
                octet("octets/latin-1", "A value in ISO 8859-1", "a=\u00fc; Path=/"),
                octet("octets/tab", "A tab within the value", "a=1\t2; Path=/"),
                octet("octets/control", "A control character within the value", "a=1\u00012; Path=/"),
                octet("octets/delete-character", "The octet 7F within the value", "a=1\u007f2; Path=/"),
                octet("octets/nul", "NUL within the value", "a=1\u00002; Path=/"),
                octet("octets/utf-8-name", "A name in UTF-8", "\u00c3\u00bc=1; Path=/"),
                octet("octets/emoji", "A value in UTF-8 beyond the basic plane", "a=\u00f0\u009f\u008d\u00aa; Path=/"));
    }

    private static Behaviour octet(String id, String title, String line) {
        return Behaviour.of(id, title, "RFC 6265bis §5.6 step 1")
                .receive(octets("/set"), line)
                .ask(octets("/asked"));
    }

    private static List<Behaviour> order() {
        String section = "RFC 6265bis §5.8.3 step 2";
        return List.of(
                Behaviour.of("order/oldest-first", "Of one path, the oldest stands first", section)
                        .receive(first("/set"), "b=1; Path=/", "a=2; Path=/")
                        .ask(first("/asked")),
                Behaviour.of("order/longest-path-first", "The longest path stands first", section)
                        .receive(first("/set"), "a=1; Path=/", "b=2; Path=/dir")
                        .ask(first("/dir/asked")),
                Behaviour.of(
                                "order/a-new-value-keeps-the-place",
                                "A new value keeps the old one's place",
                                "RFC 6265bis §5.7 step 23")
                        .receive(first("/set"), "a=1; Path=/", "b=2; Path=/")
                        .receive(first("/set-2"), "a=3; Path=/")
                        .ask(first("/asked")),
                Behaviour.of("order/last-of-one-response", "One name twice in one response", "RFC 6265bis §5.7 step 23")
                        .receive(first("/set"), "a=1; Path=/", "a=2; Path=/")
                        .ask(first("/asked")));
    }

    private static List<Behaviour> limits() {
        String section = "RFC 6265bis §5.6 step 5, §6.1";
        return List.of(
                Behaviour.of(
                                "order/eight-of-an-age",
                                "Eight cookies of one line each, in their order",
                                "RFC 6265bis §5.8.3 step 2")
                        .receive(
                                first("/set"),
                                IntStream.range(0, 8)
                                        .mapToObj(i -> "c" + i + "=1; Path=/")
                                        .toArray(String[]::new))
                        .ask(first("/asked")),
                Behaviour.of(
                                "scope/central-name-elsewhere",
                                "A cookie named centralauth_, asked for by a host that has nothing to do with it",
                                "RFC 6265bis §5.8.3 step 1")
                        .receive(first("/set"), "centralauth_a=1; Path=/")
                        .ask(other("/asked")),
                Behaviour.of(
                                "scope/central-name-between-wikis",
                                "A cookie named centralauth_, asked for by another wiki by its name",
                                "RFC 6265bis §5.8.3 step 1")
                        .receive(wiki("/set"), "centralauth_a=1; Path=/")
                        .ask(wikiToo("/asked")),
                Behaviour.of("limit/octets-4096", "Name and value of 4096 octets", section)
                        .receive(first("/set"), "a=" + "1".repeat(4095) + "; Path=/")
                        .ask(first("/asked"))
                        .counts(),
                Behaviour.of("limit/octets-4097", "Name and value of 4097 octets", section)
                        .receive(first("/set"), "a=" + "1".repeat(4096) + "; Path=/")
                        .ask(first("/asked"))
                        .counts(),
                Behaviour.of(
                                "limit/attribute-1025",
                                "A Path of 1025 octets counts for nothing",
                                "RFC 6265bis §5.6 step 6")
                        .receive(first("/set"), "a=1; Path=/" + "x".repeat(1024))
                        .ask(first("/asked")),
                many("limit/count-21", "21 cookies of one host", 21),
                many("limit/count-51", "51 cookies of one host", 51),
                many("limit/count-181", "181 cookies of one host", 181));
    }

    /** In responses of sixty, below what header sections may hold. */
    private static Behaviour many(String id, String title, int count) {
        Behaviour behaviour = Behaviour.of(id, title, "RFC 6265bis §6.1");
        for (int from = 0; from < count; from += 60) {
            String[] lines = IntStream.range(from, Math.min(count, from + 60))
                    .mapToObj(i -> "c" + i + "=1; Path=/")
                    .toArray(String[]::new);
            behaviour = behaviour.receive(first("/set-" + from), lines);
        }
        return behaviour.ask(first("/asked")).counts();
    }
}
