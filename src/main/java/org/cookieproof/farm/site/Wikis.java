package org.cookieproof.farm.site;

import java.util.List;
import java.util.Optional;

/** The farm's hosts; the same as on the real farm that the facts were taken from, and an apex above one of them. */
public final class Wikis {

    /** A site of somebody else, which must never see a credential. */
    public static final String FOREIGN_HOST = "www.canary.test";

    private static final Wiki EN =
            new Wiki("enwiki", "English Testpedia", "en.wikipedia.test", ".wikipedia.test", false);
    private static final Wiki DE =
            new Wiki("dewiki", "Deutsche Testpedia", "de.wikipedia.test", ".wikipedia.test", false);
    private static final Wiki SOURCE =
            new Wiki("sourceswiki", "Testsource", "www.wikisource.test", ".wikisource.test", false);
    /** Above {@link #SOURCE}: an apex host that is a wiki itself (T124453). */
    private static final Wiki APEX =
            new Wiki("apexwiki", "Multilingual Testsource", "wikisource.test", ".wikisource.test", false);

    private static final Wiki LOGIN = new Wiki("loginwiki", "Test login wiki", "login.wikimedia.test", null, false);
    private static final List<Wiki> ALL = List.of(EN, DE, SOURCE, APEX, LOGIN);

    /** One wiki of each central domain: its cookies sign in at the others of the domain. */
    private static final List<Wiki> AUTO_LOGIN = List.of(EN, SOURCE);

    private Wikis() {}

    public static List<Wiki> all() {
        return ALL;
    }

    /** The central login wiki. */
    public static Wiki central() {
        return LOGIN;
    }

    public static boolean isCentral(Wiki wiki) {
        return wiki.id().equals(LOGIN.id());
    }

    public static Optional<Wiki> atHost(String host) {
        return ALL.stream().filter(w -> w.host().equals(host)).findFirst();
    }

    public static Optional<Wiki> withId(String id) {
        return ALL.stream().filter(w -> w.id().equals(id)).findFirst();
    }

    /** The wikis of other central domains that a login or a logout at this wiki reaches by images. */
    public static List<Wiki> edgesOf(Wiki wiki) {
        // By their domains, however their cookies are scoped at present.
        Optional<String> domain = withId(wiki.id()).map(Wiki::centralDomain);
        return AUTO_LOGIN.stream()
                .filter(w -> !Optional.ofNullable(w.centralDomain()).equals(domain))
                .toList();
    }
}
