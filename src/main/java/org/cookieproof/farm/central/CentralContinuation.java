package org.cookieproof.farm.central;

import java.time.Duration;
import java.util.Optional;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.page.LoginContinuation;
import org.cookieproof.farm.page.ScriptAutoLogin;
import org.cookieproof.farm.session.OneTimeTokens;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.session.VisitSession;
import org.cookieproof.farm.site.WikiCookies;
import org.cookieproof.farm.site.Wikis;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;
import org.cookieproof.farm.wire.Ids;

/** Asks the central wiki before a login form is shown, and tells it after a password was right. */
public final class CentralContinuation implements LoginContinuation {

    /** The session's notes of a login on its way through the central wiki. */
    static final String SECRET = "CentralAuth:autologin:secret";

    static final String RETURN_TARGET = "CentralAuth:autologin:returnto";

    private static final Duration TRIED_LIFE = Duration.ofDays(1);

    private final OneTimeTokens tokens;
    private final Ids ids;

    public CentralContinuation(OneTimeTokens tokens, Ids ids) {
        this.tokens = tokens;
        this.ids = ids;
    }

    /** Once a day, and once per form where cookies are refused, so that nobody runs in circles. */
    @Override
    public Optional<Answer> beforeForm(Visit visit, String formTarget) {
        WikiCookies cookies = visit.wiki().cookies();
        boolean tried =
                visit.request().query().has(TRIED) || visit.request().cookies().has(cookies.anonymousTopLevel());
        if (tried || Wikis.isCentral(visit.wiki())) {
            return Optional.empty();
        }
        visit.cookies().set(cookies.anonymousTopLevel(), "1", TRIED_LIFE);
        String back = visit.here(formTarget + "&" + TRIED + "=1");
        String scheme = visit.request().scheme();
        String check = "/wiki/Special:CentralAutoLogin/checkLoggedIn?type=redirect&returnUrlToken="
                + tokens.issue(HandOff.RETURN_URL, new HandOff.ReturnUrl(back)) + "&wikiid="
                + visit.wiki().id() + "&proto=" + scheme;
        return Optional.of(Answer.found(Wikis.central().url(scheme, check), CachePolicy.NO_STORE));
    }

    @Override
    public Answer afterPassword(Visit visit, UserAccount account, String returnTarget) {
        VisitSession session = visit.session();
        if (Wikis.isCentral(visit.wiki())) {
            session.put(ScriptAutoLogin.DO_EDGE_LOGIN, "1");
            return Answer.found(visit.here(returnTarget), CachePolicy.NO_STORE);
        }
        String secret = ids.hex();
        session.put(SECRET, secret);
        session.put(RETURN_TARGET, returnTarget);
        String token = tokens.issue(
                HandOff.LOGIN_START,
                new HandOff.LoginStart(
                        account.id(), account.token(), visit.wiki().id(), secret));
        String start = "/wiki/Special:CentralLogin/start?token=" + token;
        return Answer.found(Wikis.central().url(visit.request().scheme(), start), CachePolicy.NO_STORE);
    }
}
