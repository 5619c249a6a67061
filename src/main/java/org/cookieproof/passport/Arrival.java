package org.cookieproof.passport;

import java.util.Set;
import org.cookieproof.http.Url;
import org.cookieproof.profile.Capability;

/** How a user agent comes to ask for a URL. */
enum Arrival {
    /** As by the address bar. */
    TYPED,
    /** By a link on a page. */
    LINK,
    /** By a form on a page, with POST. */
    FORM,
    /** By a redirect from a URL that was typed. */
    REDIRECT,
    /** As an image of a page. */
    IMAGE,
    /** As a frame of a page. */
    FRAME,
    /** By a page's {@code fetch()}, with credentials and without CORS. */
    FETCH;

    Set<Capability> needs() {
        return switch (this) {
            case TYPED -> Set.of();
            case LINK, FORM -> Set.of(Capability.FORMS);
            case REDIRECT -> Set.of(Capability.REDIRECTS);
            case IMAGE -> Set.of(Capability.IMAGES);
            case FRAME, FETCH -> Set.of(Capability.SCRIPTS);
        };
    }

    /** Whether the URL takes the address bar's place (RFC 6265bis §5.2). */
    boolean isTopLevel() {
        return switch (this) {
            case TYPED, LINK, FORM, REDIRECT -> true;
            case IMAGE, FRAME, FETCH -> false;
        };
    }

    /** What the page that it starts from answers with. */
    Served start(Url to) {
        return switch (this) {
            case TYPED -> throw new IllegalStateException("what is typed starts from no page");
            case REDIRECT -> Served.redirect(302, to.toString());
            case LINK -> Served.page("<a href=\"" + to + "\">Over there</a>");
            case FORM ->
                Served.page("<form method=\"post\" action=\"" + to
                        + "\"><input name=\"x\"><button name=\"b\">Go</button></form>");
            case IMAGE -> Served.page("<img src=\"" + to + "\" alt=\"\">");
            case FRAME -> Served.page("<iframe src=\"" + to + "\"></iframe>");
            case FETCH ->
                Served.page("<script>fetch(\"" + to
                        + "\", { mode: \"no-cors\", credentials: \"include\", cache: \"no-store\" });</script>");
        };
    }
}
