package org.cookieproof.farm.site;

import static org.cookieproof.farm.wire.CookieSpec.Security.CROSS_SITE;
import static org.cookieproof.farm.wire.CookieSpec.Security.NEVER_SECURE;
import static org.cookieproof.farm.wire.CookieSpec.Security.SECURE;

import java.util.List;
import java.util.Optional;
import org.cookieproof.farm.wire.CookieSpec;
import org.jspecify.annotations.Nullable;

/** The cookies of one wiki, as the table in facts section 2 has them. */
public record WikiCookies(String prefix, @Nullable String centralDomain, boolean onceHost) {

    /** The same cookie as an earlier time scoped it, if it may still be about: the new scope's lines do not reach it. */
    public Optional<CookieSpec> former(CookieSpec cookie) {
        return onceHost && cookie.domain() != null ? Optional.of(cookie.hostOnly()) : Optional.empty();
    }

    /** The id of the local session. */
    public CookieSpec session() {
        return local("Session");
    }

    public CookieSpec userId() {
        return local("UserID");
    }

    /** Prefills the login form; survives logout. */
    public CookieSpec userName() {
        return local("UserName");
    }

    /** Core's remember-me token: never set here, where all accounts are central, but deleted. */
    public CookieSpec token() {
        return local("Token");
    }

    public CookieSpec centralUser() {
        return central("centralauth_User");
    }

    /** The global token of a user who is to be remembered. */
    public CookieSpec centralToken() {
        return central("centralauth_Token");
    }

    /** The id of the central session. */
    public CookieSpec centralSession() {
        return central("centralauth_Session");
    }

    /** Sends http requests to https; itself never Secure, or http requests would not carry it. */
    public CookieSpec forceHttps() {
        return new CookieSpec("forceHTTPS", centralDomain, true, NEVER_SECURE);
    }

    /** Says that the top-level auto-login has been tried; scripts clear it. */
    public CookieSpec anonymousTopLevel() {
        return new CookieSpec("CentralAuthAnonTopLevel", null, false, CROSS_SITE);
    }

    /** Tells the next view of the page that its edit was saved. */
    public CookieSpec postEdit(long revision) {
        return local("PostEditRevision" + revision);
    }

    /** The position in the data base's log that the client's next request must see. */
    public CookieSpec chronology() {
        return new CookieSpec("cpPosIndex", null, true, SECURE);
    }

    public CookieSpec useDataCentre() {
        return new CookieSpec("UseDC", null, true, SECURE);
    }

    public CookieSpec useCdnCache() {
        return new CookieSpec("UseCDNCache", null, true, SECURE);
    }

    /** All that prove who somebody is, or try to. */
    public List<CookieSpec> credentials() {
        return List.of(session(), userId(), token(), centralUser(), centralToken(), centralSession());
    }

    private CookieSpec local(String name) {
        return new CookieSpec(prefix + name, null, true, CROSS_SITE);
    }

    private CookieSpec central(String name) {
        return new CookieSpec(name, centralDomain, true, CROSS_SITE);
    }
}
