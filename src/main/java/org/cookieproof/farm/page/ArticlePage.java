package org.cookieproof.farm.page;

import java.time.Instant;
import java.util.Optional;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CookieSpec;
import org.cookieproof.farm.wire.Html;

/**
 * Views of articles, such that exist and such that do not.
 *
 * <p>A view is never answered with 304: Last-Modified tells when the text changed, but a page also shows who reads it,
 * and a 304 would keep the old reader's name on it.
 */
public final class ArticlePage implements Page {

    /** $wgCdnMaxAge, five hours. */
    private static final int SHARED_SECONDS = 18_000;

    private final Library library;
    private final Layout layout;

    public ArticlePage(Library library, Layout layout) {
        this.library = library;
        this.layout = layout;
    }

    @Override
    public Answer answer(Visit visit, Title title) {
        Articles articles = library.of(visit.wiki());
        Optional<Article> article = articles.find(title);
        article.ifPresent(a -> forgetEdit(visit, a));
        String html = layout.render(visit, title, title.text(), tabs(title) + body(title, article));
        Instant touched = article.map(Article::touched).orElseGet(articles::started);
        return Answer.html(article.isPresent() ? 200 : 404, html, visit.cacheForAll(SHARED_SECONDS))
                .lastModified(touched);
    }

    /** The view after an edit takes back the cookie that announced it. */
    private static void forgetEdit(Visit visit, Article article) {
        Wiki wiki = visit.wiki();
        CookieSpec announcement = wiki.cookies().postEdit(article.revision());
        if (visit.request().cookies().has(announcement)) {
            visit.cookies().delete(announcement);
        }
    }

    private static String tabs(Title title) {
        String edit = Html.escape(title.actionPath("edit"));
        return "<p class=\"tabs\"><a id=\"ca-edit\" href=\"" + edit + "\" accesskey=\"e\">Edit</a></p>\n";
    }

    private static String body(Title title, Optional<Article> article) {
        String inner = article.map(a -> WikiText.toHtml(a.text()))
                .orElseGet(() -> "<p class=\"notice\">There is no page “" + Html.escape(title.text()) + "” yet.</p>");
        return "<div id=\"mw-content-text\">" + inner + "</div>";
    }
}
