package org.cookieproof.passport;

import java.util.List;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;

/** The hosts of the scripted server. */
final class Hosts {

    static final String PARENT = "first.test";
    static final String FIRST = "www.first.test";
    static final String SIBLING = "shop.first.test";
    static final String BELOW = "deep.www.first.test";
    static final String OTHER = "www.other.test";
    static final String THIRD = "www.third.test";
    static final String BRITISH = "one.co.uk";
    static final String BRITISH_TOO = "two.co.uk";
    static final String LOOKALIKE = "evilfirst.test";

    /** Called as a wiki of Wikimedia's is, and so is the other; an app of theirs may take them for one. */
    static final String WIKI = "www.wikipedia.test";

    static final String WIKI_TOO = "www.wikidata.test";

    /** Answered by the server of ours, over http alone: with octets that WireMock cannot send. */
    static final String OCTETS = "octets.test";

    static final List<String> SCRIPTED =
            List.of(PARENT, FIRST, SIBLING, BELOW, OTHER, THIRD, BRITISH, BRITISH_TOO, LOOKALIKE, WIKI, WIKI_TOO);

    private Hosts() {}

    static Url parent(String target) {
        return https(PARENT, target);
    }

    static Url first(String target) {
        return https(FIRST, target);
    }

    static Url sibling(String target) {
        return https(SIBLING, target);
    }

    static Url below(String target) {
        return https(BELOW, target);
    }

    /** Of another site than {@link #first}. */
    static Url other(String target) {
        return https(OTHER, target);
    }

    /** Of a third site. */
    static Url third(String target) {
        return https(THIRD, target);
    }

    /** Shares nothing with {@link #britishToo} but a public suffix of two labels. */
    static Url british(String target) {
        return https(BRITISH, target);
    }

    static Url britishToo(String target) {
        return https(BRITISH_TOO, target);
    }

    /** Ends with the letters of {@link #parent} and is no part of it. */
    static Url lookalike(String target) {
        return https(LOOKALIKE, target);
    }

    static Url wiki(String target) {
        return https(WIKI, target);
    }

    static Url wikiToo(String target) {
        return https(WIKI_TOO, target);
    }

    static Url octets(String target) {
        return Url.of(Scheme.HTTP, OCTETS, target);
    }

    static Url http(Url url) {
        return Url.of(Scheme.HTTP, url.host(), url.target());
    }

    private static Url https(String host, String target) {
        return Url.of(Scheme.HTTPS, host, target);
    }
}
