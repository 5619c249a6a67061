package org.cookieproof.farm.page;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.site.Wikis;

/** The articles of all wikis. */
public final class Library {

    private final Map<String, Articles> articles;

    public Library(InstantSource clock) {
        articles = Wikis.all().stream().collect(Collectors.toMap(Wiki::id, w -> new Articles(w, clock)));
    }

    public Articles of(Wiki wiki) {
        return Optional.ofNullable(articles.get(wiki.id())).orElseThrow();
    }
}
