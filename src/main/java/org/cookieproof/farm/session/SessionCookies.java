package org.cookieproof.farm.session;

import java.time.Duration;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.site.WikiCookies;
import org.cookieproof.farm.wire.ResponseCookies;
import org.cookieproof.farm.wire.WebRequest;

/** Writes the cookies of a session, in the order of the facts' transcripts. */
public final class SessionCookies {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration REMEMBERED_LIFE = Duration.ofDays(180);
    private static final Duration REMEMBERED_FORCE_HTTPS_LIFE = Duration.ofDays(30);

    private final boolean secureLogin;

    public SessionCookies(boolean secureLogin) {
        this.secureLogin = secureLogin;
    }

    void writeAnonymous(Wiki wiki, LocalSession local, ResponseCookies out) {
        WikiCookies cookies = wiki.cookies();
        out.set(cookies.session(), local.id());
        deleteIdentity(cookies, out);
    }

    void writeUser(
            Wiki wiki,
            WebRequest request,
            LocalSession local,
            UserAccount account,
            CentralSession central,
            boolean remember,
            ResponseCookies out) {
        WikiCookies cookies = wiki.cookies();
        Duration life = remember ? REMEMBERED_LIFE : LIFE;
        out.set(cookies.session(), local.id());
        out.set(cookies.userId(), Long.toString(account.id()), life);
        out.set(cookies.userName(), account.name(), life);
        out.delete(cookies.token());
        if (secureLogin && request.https()) {
            writeForceHttps(cookies, remember, out);
        }
        out.set(cookies.centralUser(), account.name(), life);
        if (remember) {
            out.set(cookies.centralToken(), account.token(), life);
        } else {
            out.delete(cookies.centralToken());
        }
        out.set(cookies.centralSession(), central.id());
    }

    /** All but the user's name, which prefills the login form. */
    void deleteAll(Wiki wiki, WebRequest request, ResponseCookies out) {
        WikiCookies cookies = wiki.cookies();
        out.delete(cookies.session());
        out.delete(cookies.userId());
        out.delete(cookies.token());
        if (request.https()) {
            // Not over http: there it is what brings the client to https (facts 7.3 shows the contrary).
            out.delete(cookies.forceHttps());
        }
        out.delete(cookies.centralUser());
        out.delete(cookies.centralToken());
        out.delete(cookies.centralSession());
    }

    void deleteIdentity(WikiCookies cookies, ResponseCookies out) {
        cookies.credentials().stream().filter(c -> !c.equals(cookies.session())).forEach(out::delete);
    }

    private static void writeForceHttps(WikiCookies cookies, boolean remember, ResponseCookies out) {
        if (remember) {
            out.set(cookies.forceHttps(), "true", REMEMBERED_FORCE_HTTPS_LIFE);
        } else {
            out.set(cookies.forceHttps(), "true");
        }
    }
}
