package org.cookieproof.farm.page;

import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.wire.Percent;

/**
 * The page to go to after a login: always one of this wiki, so that nobody can be sent elsewhere by a link.
 *
 * @param title the page
 * @param query further parameters, as they came, or empty
 */
record ReturnTo(Title title, String query) {

    /** From {@code returnto} and {@code returntoquery}; the main page where they say nothing usable. */
    static ReturnTo of(Visit visit) {
        Title title = Title.parse(visit.text("returnto"))
                .filter(t ->
                        !t.specialName().equals("userlogin") && !t.specialName().equals("userlogout"))
                .orElse(Title.MAIN_PAGE);
        String query = visit.text("returntoquery");
        return new ReturnTo(title, query.matches("[\\x21-\\x7E&&[^#\"<>]]*") ? query : "");
    }

    /** Path and query of the page itself. */
    String target() {
        return query.isEmpty() ? title.path() : "/w/index.php?title=" + title.encoded() + "&" + query;
    }

    /** Path and query of a special page that is to come back here, as {@code Special:UserLogin}. */
    String loginTarget() {
        String back = "/w/index.php?title=Special:UserLogin&returnto=" + Percent.encodeQuery(title.text());
        return query.isEmpty() ? back : back + "&returntoquery=" + Percent.encodeQuery(query);
    }
}
