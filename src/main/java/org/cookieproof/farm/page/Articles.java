package org.cookieproof.farm.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.site.Wiki;

/** The pages of one wiki, in memory. Of two edits at once the later one stands; there are no edit conflicts. */
public final class Articles {

    /** MediaWiki's $wgMaxArticleSize is 2 MB; here pages fill the memory of a test. */
    public static final int MAX_TEXT_LENGTH = 64 * 1024;

    private final Map<Title, Article> articles = new ConcurrentHashMap<>();
    private final AtomicLong pageIds = new AtomicLong();
    private final AtomicLong revisions = new AtomicLong();
    private final InstantSource clock;
    private final Instant started;

    public Articles(Wiki wiki, InstantSource clock) {
        this.clock = clock;
        this.started = clock.instant();
        FirstArticles.of(wiki).forEach((title, text) -> save(title, text));
    }

    public Optional<Article> find(Title title) {
        return Optional.ofNullable(articles.get(title));
    }

    /** When a page that does not exist began not to. */
    Instant started() {
        return started;
    }

    /** Stores a text; the page as it was if the text is the same. */
    public Article save(Title title, String text) {
        return articles.compute(title, (key, before) -> {
            if (before != null && before.text().equals(text)) {
                return before;
            }
            long pageId = before == null ? pageIds.incrementAndGet() : before.pageId();
            return new Article(title, text, pageId, revisions.incrementAndGet(), clock.instant());
        });
    }
}
