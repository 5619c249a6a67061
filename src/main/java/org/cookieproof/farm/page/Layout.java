package org.cookieproof.farm.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.site.Wikis;
import org.cookieproof.farm.wire.Html;
import org.cookieproof.farm.wire.Json;
import org.cookieproof.farm.wire.Percent;

/** The one layout of all pages; usable without scripts. */
public final class Layout {

    private static final String STYLE = PageResource.text("farm.css");

    private final ScriptAutoLogin autoLogin;

    public Layout(ScriptAutoLogin autoLogin) {
        this.autoLogin = autoLogin;
    }

    /**
     * A whole page.
     *
     * @param heading  as text
     * @param bodyHtml as HTML
     */
    public String render(Visit visit, Title title, String heading, String bodyHtml) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s – %2$s</title>
                <script>RLCONF=%3$s;</script>
                <style>%4$s</style>
                </head>
                <body>
                <header><a class="site" href="/wiki/Main_Page">%2$s</a>
                <nav id="p-personal" aria-label="Personal tools"><ul>%5$s</ul></nav></header>
                <main id="content"><h1 id="firstHeading">%6$s</h1>
                %7$s
                </main>
                <footer id="footer">The farm: %8$s. Elsewhere: <a href="//%10$s/">a site of somebody else</a>.</footer>
                %9$s
                </body>
                </html>
                """.formatted(
                        Html.escape(heading),
                        Html.escape(visit.wiki().siteName()),
                        Json.write(configuration(visit, title)),
                        STYLE,
                        personalTools(visit, title),
                        Html.escape(heading),
                        bodyHtml,
                        farmLinks(visit.wiki()),
                        autoLogin.htmlFor(visit, title),
                        Wikis.FOREIGN_HOST);
    }

    /** The list items at the top of a page: who one is, and how to change that. */
    public static String personalTools(Visit visit, Title title) {
        return visit.user().map(Layout::toolsOfUser).orElseGet(() -> toolsOfNobody(title));
    }

    private static String toolsOfUser(UserAccount user) {
        String userPage = Html.escape(new Title("User:" + user.name()).path());
        return """
                <li id="pt-userpage"><a href="%s">%s</a></li>\
                <li id="pt-logout"><a href="/wiki/Special:UserLogout">Log out</a></li>""".formatted(userPage, Html.escape(user.name()));
    }

    private static String toolsOfNobody(Title title) {
        Title back = title.isSpecial() ? Title.MAIN_PAGE : title;
        String login = "/w/index.php?title=Special:UserLogin&returnto=" + Percent.encodeQuery(back.text());
        return "<li id=\"pt-anonuserpage\">Not logged in</li><li id=\"pt-login\"><a href=\"%s\">Log in</a></li>"
                .formatted(Html.escape(login));
    }

    private static String farmLinks(Wiki here) {
        // Without a scheme, so that who came by http stays on it.
        return Wikis.all().stream()
                .map(w -> w.id().equals(here.id())
                        ? Html.escape(w.siteName())
                        : "<a href=\"//%s/wiki/Main_Page\">%s</a>".formatted(w.host(), Html.escape(w.siteName())))
                .collect(Collectors.joining(" · "));
    }

    private static Map<String, Object> configuration(Visit visit, Title title) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("wgDBname", visit.wiki().id());
        configuration.put("wgPageName", title.key());
        configuration.put("wgTitle", title.text());
        configuration.put("wgUserName", visit.user().map(UserAccount::name).orElse(null));
        configuration.put("wgUserId", visit.user().map(UserAccount::id).orElse(null));
        return configuration;
    }
}
