package org.cookieproof.farm.page;

import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;
import org.cookieproof.farm.wire.Html;

/** A page that says what is wrong with the request; never stored. */
public record ErrorPage(Layout layout) {

    /** @param words as text */
    public Answer answer(Visit visit, Title title, int status, String words) {
        String html = "<p class=\"error\">" + Html.escape(words) + "</p>"
                + "<p><a href=\"/wiki/Main_Page\">Return to Main Page</a></p>";
        return Answer.html(status, layout.render(visit, title, "Error", html), CachePolicy.NO_STORE);
    }

    /** For a step of a login that cannot go on, as when it is loaded again: says how to start over. */
    public Answer startOver(Visit visit, Title title, int status, String words) {
        String html = "<p class=\"error\">" + Html.escape(words) + "</p>"
                + "<p><a href=\"/w/index.php?title=Special:UserLogin&amp;returnto=Main+Page\">Log in</a> again, or "
                + "<a href=\"/wiki/Main_Page\">return to Main Page</a>.</p>";
        return Answer.html(status, layout.render(visit, title, "Error", html), CachePolicy.NO_STORE);
    }
}
