package org.cookieproof.passport;

import static org.cookieproof.passport.Hosts.below;
import static org.cookieproof.passport.Hosts.british;
import static org.cookieproof.passport.Hosts.britishToo;
import static org.cookieproof.passport.Hosts.first;
import static org.cookieproof.passport.Hosts.http;
import static org.cookieproof.passport.Hosts.lookalike;
import static org.cookieproof.passport.Hosts.other;
import static org.cookieproof.passport.Hosts.parent;
import static org.cookieproof.passport.Hosts.sibling;

import java.util.List;
import java.util.stream.Stream;
import org.cookieproof.http.Url;

/** Which requests a cookie is for: Secure, prefixes, Domain and Path (RFC 6265bis §5.1.3, §5.1.4, §5.7). */
final class ScopeBehaviours {

    private ScopeBehaviours() {}

    static List<Behaviour> all() {
        return Stream.of(secure(), prefixes(), domains(), paths())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Behaviour> secure() {
        return List.of(
                Behaviour.of("secure/set-over-http", "A Secure cookie that comes over http", "RFC 6265bis §5.7 step 13")
                        .receive(http(first("/set")), "a=1; Path=/; Secure")
                        .ask(first("/asked")),
                Behaviour.of(
                                "secure/sent-over-http",
                                "A Secure cookie, asked for over http",
                                "RFC 6265bis §5.8.3 step 1")
                        .receive(first("/set"), "a=1; Path=/; Secure")
                        .ask(http(first("/asked"))),
                Behaviour.of(
                                "secure/overwritten-from-http",
                                "http sets a cookie of a Secure cookie's name",
                                "RFC 6265bis §5.7 step 16")
                        .receive(first("/set"), "a=1; Path=/; Secure")
                        .receive(http(first("/overwrite")), "a=2; Path=/")
                        .ask(first("/asked")),
                Behaviour.of("secure/deleted-from-http", "http deletes a Secure cookie", "RFC 6265bis §5.7 step 16")
                        .receive(first("/set"), "a=1; Path=/; Secure")
                        .receive(http(first("/delete")), "a=; Path=/; Max-Age=0")
                        .ask(first("/asked")),
                Behaviour.of(
                                "secure/shadowed-on-a-longer-path",
                                "http sets the same name for a path below",
                                "RFC 6265bis §5.7 step 16")
                        .receive(first("/set"), "a=1; Path=/; Secure")
                        .receive(http(first("/dir/set")), "a=2; Path=/dir")
                        .ask(first("/dir/asked")),
                Behaviour.of(
                                "secure/shadowed-by-another-domain",
                                "http sets the same name for the domain above",
                                "RFC 6265bis §5.7 step 16")
                        .receive(first("/set"), "a=1; Path=/; Secure")
                        .receive(http(first("/overwrite")), "a=2; Path=/; Domain=first.test")
                        .ask(first("/asked")),
                Behaviour.of(
                                "secure/plain-over-both",
                                "A cookie without Secure set over http, asked for over https",
                                "RFC 6265bis §5.8.3")
                        .receive(http(first("/set")), "a=1; Path=/")
                        .ask(first("/asked")),
                Behaviour.of("secure/value-is-ignored", "Secure=false is Secure", "RFC 6265bis §5.6.5")
                        .receive(first("/set"), "a=1; Path=/; Secure=false")
                        .ask(http(first("/asked"))));
    }

    private static List<Behaviour> prefixes() {
        return List.of(
                stored("prefix/host", "__Host- as it should be", "__Host-a=1; Path=/; Secure", first("/asked")),
                stored(
                        "prefix/host-with-domain",
                        "__Host- with Domain",
                        "__Host-a=1; Path=/; Secure; Domain=www.first.test",
                        first("/asked")),
                stored("prefix/host-without-path", "__Host- without Path=/", "__Host-a=1; Secure", first("/asked")),
                stored(
                        "prefix/host-with-another-path",
                        "__Host- with another path",
                        "__Host-a=1; Secure; Path=/asked",
                        first("/asked")),
                stored("prefix/host-without-secure", "__Host- without Secure", "__Host-a=1; Path=/", first("/asked")),
                stored("prefix/secure", "__Secure- as it should be", "__Secure-a=1; Path=/; Secure", first("/asked")),
                stored(
                        "prefix/secure-without-secure",
                        "__Secure- without Secure",
                        "__Secure-a=1; Path=/",
                        first("/asked")),
                stored(
                        "prefix/lower-case",
                        "__host- in lower case, with Domain",
                        "__host-a=1; Path=/; Secure; Domain=www.first.test",
                        first("/asked")),
                stored(
                        "prefix/in-the-value-of-a-nameless",
                        "A cookie without a name that begins as __Host-",
                        "=__Host-a=1; Path=/; Domain=www.first.test",
                        first("/asked")));
    }

    /** Set by the first host over https, and asked for elsewhere. */
    private static Behaviour stored(String id, String title, String line, Url asked) {
        return Behaviour.of(id, title, "RFC 6265bis §5.7 steps 20 to 22")
                .receive(first("/set"), line)
                .ask(asked);
    }

    private static List<Behaviour> domains() {
        String section = "RFC 6265bis §5.1.3, §5.7 steps 8 to 11";
        return List.of(
                Behaviour.of("domain/host-only-below", "Without Domain, asked for at a host below", section)
                        .receive(first("/set"), "a=1; Path=/")
                        .ask(below("/asked")),
                Behaviour.of("domain/host-only-above", "Without Domain, asked for at the host above", section)
                        .receive(first("/set"), "a=1; Path=/")
                        .ask(parent("/asked")),
                Behaviour.of("domain/above-to-sibling", "Domain of the host above, asked for at a sibling", section)
                        .receive(first("/set"), "a=1; Path=/; Domain=first.test")
                        .ask(sibling("/asked")),
                Behaviour.of("domain/leading-dot", "Domain with a leading dot", section)
                        .receive(first("/set"), "a=1; Path=/; Domain=.first.test")
                        .ask(sibling("/asked")),
                Behaviour.of("domain/upper-case", "Domain in upper case", section)
                        .receive(first("/set"), "a=1; Path=/; Domain=FIRST.TEST")
                        .ask(sibling("/asked")),
                Behaviour.of("domain/own-host-covers-below", "Domain of the host itself covers what is below", section)
                        .receive(first("/set"), "a=1; Path=/; Domain=www.first.test")
                        .ask(below("/asked")),
                Behaviour.of("domain/of-a-host-below", "Domain of a host below the one that sets it", section)
                        .receive(parent("/set"), "a=1; Path=/; Domain=www.first.test")
                        .ask(first("/asked")),
                Behaviour.of("domain/foreign", "Domain of another site", section)
                        .receive(first("/set"), "a=1; Path=/; Domain=other.test")
                        .ask(other("/asked")),
                Behaviour.of(
                                "domain/foreign-is-dropped",
                                "Whether what has another site's Domain stays with its sender",
                                section)
                        .receive(first("/set"), "a=1; Path=/; Domain=other.test")
                        .ask(first("/asked")),
                Behaviour.of("domain/top-level", "Domain of the top-level domain", section)
                        .receive(first("/set"), "a=1; Path=/; Domain=test")
                        .ask(other("/asked")),
                Behaviour.of("domain/public-suffix", "Domain of a public suffix of two labels", section)
                        .receive(british("/set"), "a=1; Path=/; Domain=co.uk")
                        .ask(britishToo("/asked")),
                Behaviour.of(
                                "domain/by-its-last-letters",
                                "Domain, asked for at a host that ends in its letters",
                                section)
                        .receive(parent("/set"), "a=1; Path=/; Domain=first.test")
                        .ask(lookalike("/asked")),
                Behaviour.of("domain/empty", "An empty Domain", section)
                        .receive(first("/set"), "a=1; Path=/; Domain=")
                        .ask(first("/asked")),
                Behaviour.of("domain/last-counts", "Two Domain attributes in a line", section)
                        .receive(first("/set"), "a=1; Path=/; Domain=www.first.test; Domain=first.test")
                        .ask(sibling("/asked")),
                Behaviour.of("domain/both-scopes", "A host's and a domain's cookie of one name", section)
                        .receive(first("/set"), "a=1; Path=/", "a=2; Path=/; Domain=first.test")
                        .ask(first("/asked")));
    }

    private static List<Behaviour> paths() {
        return List.of(
                path("path/default", "Without Path, asked for below the directory", "/dir/set", "a=1", "/dir/asked"),
                path(
                        "path/default-is-the-directory",
                        "Without Path, asked for above the directory",
                        "/dir/set",
                        "a=1",
                        "/asked"),
                path("path/default-of-one-level", "Without Path, set at the top level", "/set", "a=1", "/dir/asked"),
                path("path/below", "Path, asked for below", "/set", "a=1; Path=/dir", "/dir/sub/asked"),
                path("path/prefix-of-a-name", "Path=/dir, asked for at /dirx", "/set", "a=1; Path=/dir", "/dirx"),
                path("path/itself", "Path=/dir, asked for at /dir", "/set", "a=1; Path=/dir", "/dir"),
                path("path/trailing-slash", "Path=/dir/, asked for at /dir", "/set", "a=1; Path=/dir/", "/dir"),
                path(
                        "path/of-another-directory",
                        "Path of a directory that did not set it",
                        "/set/here",
                        "a=1; Path=/dir",
                        "/dir/asked"),
                path(
                        "path/without-slash",
                        "Path=dir has no slash and is the default",
                        "/dir/set",
                        "a=1; Path=dir",
                        "/dir/asked"),
                path(
                        "path/without-slash-at-root",
                        "Path=dir has no slash, asked for above",
                        "/dir/set",
                        "a=1; Path=dir",
                        "/asked"),
                path("path/empty", "An empty Path", "/dir/set", "a=1; Path=", "/dir/asked"),
                path("path/case", "Path in another case", "/set", "a=1; Path=/DIR", "/dir/asked"),
                path("path/encoded", "Path with an encoded slash", "/set", "a=1; Path=/a%2Fb", "/a/b"),
                path(
                        "path/last-counts",
                        "Two Path attributes in a line",
                        "/set",
                        "a=1; Path=/else; Path=/dir",
                        "/dir/asked"),
                path(
                        "path/two-of-one-name",
                        "One name at two paths",
                        "/set",
                        "a=1; Path=/",
                        "/dir/asked",
                        "a=2; Path=/dir"));
    }

    private static Behaviour path(String id, String title, String set, String line, String asked, String... more) {
        return Behaviour.of(id, title, "RFC 6265bis §5.1.4")
                .receive(first(set), line)
                .receive(first(set + "-2"), more)
                .ask(first(asked));
    }
}
