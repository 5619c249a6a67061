package org.cookieproof.farm.page;

import java.util.stream.Collectors;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.site.Wikis;
import org.cookieproof.farm.wire.Html;
import org.cookieproof.farm.wire.Json;

/**
 * What a page carries to sign its reader in here or elsewhere: for those who are not signed in the script that asks the
 * central wiki, with an image for browsers without scripts; for those who are the images of edge login, once.
 */
public final class ScriptAutoLogin {

    /** The session's note that the next page is to carry the images of edge login. */
    public static final String DO_EDGE_LOGIN = "CentralAuthDoEdgeLogin";

    private static final String ASK_CENTRAL = PageResource.text("auto-login.js");
    private static final String CLEAR = PageResource.text("clear-anonymous.js");

    String htmlFor(Visit visit, Title title) {
        if (visit.user().isPresent()) {
            return "<script>" + CLEAR + "</script>" + edgeLogin(visit);
        }
        // Not where a login is under way: the script could change the session under the form's token.
        boolean askCentral =
                !Wikis.isCentral(visit.wiki()) && !title.specialName().equals("userlogin");
        return askCentral ? script(visit) : "";
    }

    /** The images that delete cookies at the central wiki and at one wiki of each other domain. */
    String logoutImages(Visit visit) {
        String edges = Wikis.edgesOf(visit.wiki()).stream()
                .map(w -> image(w, "deleteCookies?type=icon", 20))
                .collect(Collectors.joining());
        return images(edges + image(Wikis.central(), "deleteCookies?type=icon", 20));
    }

    private static String script(Visit visit) {
        String scheme = visit.request().scheme();
        String check = Wikis.central().url(scheme, "/wiki/Special:CentralAutoLogin/checkLoggedIn")
                + "?type=script&wikiid=" + visit.wiki().id() + "&proto=" + scheme;
        return "<script>" + ASK_CENTRAL.replace("\"CHECK_LOGGED_IN\"", Json.write(check)) + "</script>" + "<noscript>"
                + image(visit.wiki(), "start?type=1x1", 1) + "</noscript>";
    }

    private static String edgeLogin(Visit visit) {
        if (visit.session().take(DO_EDGE_LOGIN).isEmpty()) {
            return "";
        }
        Wiki here = visit.wiki();
        String edges = Wikis.edgesOf(here).stream()
                .map(w -> image(w, "start?type=1x1&from=" + here.id(), 1))
                .collect(Collectors.joining());
        String refresh = "refreshCookies?type=1x1&wikiid=" + here.id() + "&proto="
                + visit.request().scheme();
        return images(edges + image(Wikis.central(), refresh, 1));
    }

    private static String images(String html) {
        return "<div id=\"central-auth-images\" style=\"position:absolute;right:0\">" + html + "</div>";
    }

    private static String image(Wiki wiki, String step, int size) {
        String source = "//" + wiki.host() + "/wiki/Special:CentralAutoLogin/" + step;
        return "<img src=\"%s\" alt=\"\" width=\"%d\" height=\"%d\">".formatted(Html.escape(source), size, size);
    }
}
