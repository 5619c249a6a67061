package org.cookieproof.farm.session;

import java.time.Duration;
import java.util.stream.Stream;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.site.WikiCookies;
import org.cookieproof.farm.wire.CookieSpec;
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
        // The first of two counts (facts 7.8), and what is left of an earlier scope is the older one.
        Stream.of(cookies.centralUser(), cookies.centralToken(), cookies.centralSession(), cookies.forceHttps())
                .flatMap(cookie -> cookies.former(cookie).stream())
                .forEach(out::deleteIfReceived);
    }

    /** All but the user's name, which prefills the login form. */
    void deleteAll(Wiki wiki, WebRequest request, ResponseCookies out) {
        WikiCookies cookies = wiki.cookies();
        out.delete(cookies.session());
        out.delete(cookies.userId());
        out.delete(cookies.token());
        if (request.https()) {
            // Not over http: there it is what brings the client to https (facts 7.3 shows the contrary).
            delete(cookies, cookies.forceHttps(), out);
        }
        delete(cookies, cookies.centralUser(), out);
        delete(cookies, cookies.centralToken(), out);
        delete(cookies, cookies.centralSession(), out);
    }

    /** In the scope that it has, and in the one that it had when the client may have got it. */
    private static void delete(WikiCookies cookies, CookieSpec cookie, ResponseCookies out) {
        out.delete(cookie);
        cookies.former(cookie).ifPresent(out::deleteIfReceived);
    }

    void deleteIdentity(WikiCookies cookies, ResponseCookies out) {
        cookies.credentials().stream().filter(c -> !c.equals(cookies.session())).forEach(c -> delete(cookies, c, out));
    }

    private static void writeForceHttps(WikiCookies cookies, boolean remember, ResponseCookies out) {
        if (remember) {
            out.set(cookies.forceHttps(), "true", REMEMBERED_FORCE_HTTPS_LIFE);
        } else {
            out.set(cookies.forceHttps(), "true");
        }
    }
}
