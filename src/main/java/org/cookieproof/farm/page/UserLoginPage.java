package org.cookieproof.farm.page;

import java.util.Optional;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.session.SignIn;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;
import org.cookieproof.farm.wire.Html;

/** {@code Special:UserLogin}: the form, and what becomes of it. */
public final class UserLoginPage implements Page {

    private static final String SESSION_FAILURE =
            "There seems to be a problem with your login session; this action has "
                    + "been canceled as a precaution against session hijacking. Please resubmit the form.";

    private final Layout layout;
    private final SignIn signIn;
    private final LoginContinuation continuation;
    private final boolean secureLogin;

    /** @param secureLogin $wgSecureLogin: the form is shown and taken over https only */
    public UserLoginPage(Layout layout, SignIn signIn, LoginContinuation continuation, boolean secureLogin) {
        this.layout = layout;
        this.signIn = signIn;
        this.continuation = continuation;
        this.secureLogin = secureLogin;
    }

    @Override
    public Answer answer(Visit visit, Title title) {
        return visit.request().isPost() ? submitted(visit, title) : asked(visit, title);
    }

    private Answer asked(Visit visit, Title title) {
        ReturnTo returnTo = ReturnTo.of(visit);
        boolean comesBack = visit.request().query().has("returnto")
                || visit.request().query().has(LoginContinuation.TRIED);
        if (visit.user().isPresent() && comesBack) {
            return Answer.found(visit.here(returnTo.target()), CachePolicy.NO_STORE);
        }
        if (secureLogin && !visit.request().https()) {
            String target = returnTo.loginTarget() + "&error=&fromhttp=1";
            return Answer.found(visit.wiki().url("https", target), CachePolicy.NO_STORE_BY_SCHEME);
        }
        return visit.user().isPresent()
                ? form(visit, title, "")
                : continuation.beforeForm(visit, returnTo.loginTarget()).orElseGet(() -> form(visit, title, ""));
    }

    private Answer submitted(Visit visit, Title title) {
        if (secureLogin && !visit.request().https()) {
            return form(visit, title, "Please log in over a secure connection.");
        }
        if (!visit.session().canHoldLoginToken() || !visit.session().acceptsLoginToken(visit.text("wpLoginToken"))) {
            return form(visit, title, SESSION_FAILURE);
        }
        boolean remember = visit.request().form().has("wpRemember");
        Optional<UserAccount> account = signIn.attempt(visit, visit.text("wpName"), visit.text("wpPassword"), remember);
        return account.map(a ->
                        continuation.afterPassword(visit, a, ReturnTo.of(visit).target()))
                .orElseGet(() -> form(visit, title, SignIn.WRONG_PASSWORD));
    }

    private Answer form(Visit visit, Title title, String problem) {
        String name = visit.request()
                .form()
                .get("wpName")
                .or(() -> visit.request().cookies().value(visit.wiki().cookies().userName()))
                .orElse("");
        String html = """
                %s%s
                <form name="userlogin" method="post" action="%s">
                <label>Username<input type="text" id="wpName1" name="wpName" value="%s" autocomplete="username"></label>
                <label>Password<input type="password" id="wpPassword1" name="wpPassword" \
                autocomplete="current-password"></label>
                <label><input type="checkbox" id="wpRemember" name="wpRemember" value="1"> Keep me logged in</label>
                <input type="hidden" name="wpEditToken" value="+\\">
                <input type="hidden" name="authAction" value="login">
                <input type="hidden" name="wpLoginToken" value="%s">
                <button type="submit" id="wpLoginAttempt" name="wploginattempt" value="Log in">Log in</button>
                </form>""".formatted(
                        problem.isEmpty() ? "" : "<p class=\"error\">" + Html.escape(problem) + "</p>",
                        alreadyIn(visit),
                        Html.escape(ReturnTo.of(visit).loginTarget()),
                        Html.escape(name),
                        Html.escape(visit.session().loginToken()));
        return Answer.html(200, layout.render(visit, title, "Log in", html), CachePolicy.NO_STORE);
    }

    private static String alreadyIn(Visit visit) {
        return visit.user()
                .map(user -> "<p class=\"notice\">You are already logged in as " + Html.escape(user.name())
                        + ". Use the form below to log in as another user.</p>")
                .orElse("");
    }
}
