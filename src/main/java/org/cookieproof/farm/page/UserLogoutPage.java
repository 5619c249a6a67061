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

    public UserLogoutPage(Layout layout, ScriptAutoLogin autoLogin) {
        this.layout = layout;
        this.autoLogin = autoLogin;
    }

    @Override
    public Answer answer(Visit visit, Title title) {
        if (visit.user().isEmpty()) {
            return page(visit, title, "<p>You are now logged out.</p>");
        }
        boolean confirmed = visit.request().isPost() && visit.session().acceptsEditToken(visit.text("wpEditToken"));
        if (!confirmed) {
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
