package org.cookieproof.farm.page;

import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;
import org.cookieproof.farm.wire.Html;

/** {@code Special:UserLogout}: asks on GET, since links are prefetched; does it on POST, with a token. */
public final class UserLogoutPage implements Page {

    private final Layout layout;
    private final ScriptAutoLogin autoLogin;
    private final boolean secureLogin;
    private final LogoutScheme scheme;
    private final LogoutConfirmation confirmation;

    /** @param secureLogin $wgSecureLogin: whoever is signed in, is so over https only */
    public UserLogoutPage(
            Layout layout,
            ScriptAutoLogin autoLogin,
            boolean secureLogin,
            LogoutScheme scheme,
            LogoutConfirmation confirmation) {
        this.layout = layout;
        this.autoLogin = autoLogin;
        this.secureLogin = secureLogin;
        this.scheme = scheme;
        this.confirmation = confirmation;
    }

    @Override
    public Answer answer(Visit visit, Title title) {
        if (secureLogin && !visit.request().https()) {
            if (!scheme.staysOnHttp()) {
                String target = visit.wiki().url("https", title.path());
                return Answer.found(target, CachePolicy.PRIVATE_BY_SCHEME);
            }
            // Just in case there is a session that http does not show.
            visit.wiki().cookies().credentials().forEach(visit.cookies()::deleteUnasked);
        }
        if (visit.user().isEmpty()) {
            return page(visit, title, "<p>You are now logged out.</p>");
        }
        if (!confirmation.isGivenBy(visit)) {
            return page(visit, title, question(visit));
        }
        visit.session().logOut();
        return page(visit, title, "<p>You are now logged out.</p>" + autoLogin.logoutImages(visit));
    }

    private Answer page(Visit visit, Title title, String html) {
        return Answer.html(200, layout.render(visit, title, "Log out", html), CachePolicy.PRIVATE);
    }

    private static String question(Visit visit) {
        return """
                <p>Do you want to log out?</p>
                <form id="userlogout" method="post" action="/wiki/Special:UserLogout">
                <input type="hidden" name="title" value="Special:UserLogout">
                <input type="hidden" name="wpEditToken" value="%s">
                <input type="hidden" name="redirectparams" value="">
                <button type="submit" id="wpLogout">Log out</button>
                </form>""".formatted(Html.escape(visit.session().editToken()));
    }
}
