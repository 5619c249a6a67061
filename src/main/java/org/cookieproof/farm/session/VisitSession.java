package org.cookieproof.farm.session;

import java.util.Optional;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.wire.CachePolicy;
import org.cookieproof.farm.wire.ResponseCookies;
import org.cookieproof.farm.wire.WebRequest;
import org.cookieproof.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/** The session of one request: who it is from, and what the page does with it. For one thread. */
public final class VisitSession {

    private static final String LOGIN = "login";
    private static final String EDIT = "edit";

    private final SessionServices services;
    private final Wiki wiki;
    private final WebRequest request;
    private final ResponseCookies cookies;
    private @Nullable UserAccount user;
    private @Nullable LocalSession local;
    private @Nullable CentralSession central;
    private @Nullable CachePolicy imposed;
    private boolean fresh;

    private VisitSession(SessionServices services, Wiki wiki, WebRequest request, ResponseCookies cookies) {
        this.services = services;
        this.wiki = wiki;
        this.request = request;
        this.cookies = cookies;
    }

    /** Reads the request's cookies; may write and delete some in the response. */
    public static VisitSession open(SessionServices services, Wiki wiki, WebRequest request, ResponseCookies cookies) {
        VisitSession session = new VisitSession(services, wiki, request, cookies);
        try {
            services.providers().claim(wiki, request.cookies()).settle(session);
        } catch (StoreUnavailableException e) {
            session.user = null;
            session.local = null;
            session.central = null;
            cookies.clear();
            services.storeOutage().settle(session);
        }
        return session;
    }

    public Optional<UserAccount> user() {
        return Optional.ofNullable(user);
    }

    /** The central session that belongs to the user here; none while the global token alone proves him. */
    public Optional<CentralSession> central() {
        return Optional.ofNullable(central);
    }

    public boolean remembered() {
        return local != null && local.remember();
    }

    /** What starting the session has made of the response's cache fields, if anything. */
    public Optional<CachePolicy> imposedCache() {
        return Optional.ofNullable(imposed);
    }

    /** Makes sure that there is a session, if need be a new anonymous one. */
    public LocalSession persist() {
        LocalSession present = local;
        if (present == null) {
            present = services.locals().createAnonymous(wiki);
            fresh = true;
            local = present;
            services.writer().writeAnonymous(wiki, present, cookies);
        }
        return present;
    }

    /** Keeps something for later requests; begins a session if there is none. */
    public void put(String key, String value) {
        local = services.locals().save(persist().withDatum(key, value));
    }

    /** What was kept, once. */
    public Optional<String> take(String key) {
        LocalSession present = local;
        if (present == null) {
            return Optional.empty();
        }
        Optional<String> value = present.datum(key);
        if (value.isPresent()) {
            local = services.locals().save(present.withoutDatum(key));
        }
        return value;
    }

    /** Signs a user in, under a new session id. */
    public void logIn(UserAccount account, boolean remember, CentralSession with) {
        LocalSession before = local;
        String id = services.loginSessionId().idFor(before, services.ids());
        if (before != null) {
            services.locals().end(before);
        }
        user = account;
        central = with;
        local = services.locals().createFor(wiki, account, remember, id);
        fresh = true;
        services.log().note("login", wiki, account.name());
        writeUserCookies(remember);
    }

    /** Ties the user's session here to another central one, and writes the cookies again. */
    public void continueUnder(CentralSession with) {
        central = with;
        writeUserCookies(remembered());
    }

    /** Writes the cookies again, for as long as the user wants to be remembered. */
    public void refreshCookies(boolean remember) {
        writeUserCookies(remember);
    }

    /**
     * Signs the user out everywhere: his sessions are dead on the server before the response leaves, so that the images
     * on the logout page find him gone (facts 7.5). The central session stays in the store, but its token is of no use
     * any more; what that is worth, the central provider says.
     */
    public void logOut() {
        user().ifPresent(account -> {
            services.tokenReset().of(account);
            services.log().note("logout", wiki, account.name());
        });
        if (local != null) {
            services.locals().end(local);
        }
        refuse();
    }

    /** Ends an anonymous session and deletes whatever cookies there are. */
    public void forget() {
        if (local != null) {
            services.locals().end(local);
        }
        refuse();
    }

    /** The token for edits and logouts; the tail alone for those who are not signed in. */
    public String editToken() {
        if (user == null || local == null) {
            return FormTokens.TAIL;
        }
        local = services.formSecret().forForm(local, services.locals(), services.ids());
        return services.formTokens().issue(local, EDIT);
    }

    public boolean acceptsEditToken(String token) {
        start();
        return (user == null || local == null)
                ? token.equals(FormTokens.TAIL)
                : services.formTokens().matches(local, EDIT, token);
    }

    /** The token for a login; begins a session if there is none. */
    public String loginToken() {
        return services.formTokens().issue(persist(), LOGIN);
    }

    /** Whether the request came with a session to which a login token can belong. */
    public boolean canHoldLoginToken() {
        return local != null && !fresh;
    }

    public boolean acceptsLoginToken(String token) {
        start();
        return local != null && services.formTokens().matches(local, LOGIN, token);
    }

    void adoptAnonymous(LocalSession session, boolean withLeftovers) {
        local = services.locals().touch(session);
        if (withLeftovers) {
            services.writer().deleteIdentity(wiki.cookies(), cookies);
        }
    }

    void adoptUser(Claim.User claim) {
        user = claim.account();
        central = claim.central().map(services.centrals()::touch).orElse(null);
        if (claim.local().isPresent()) {
            local = services.locals().touch(claim.local().get());
        } else {
            begin(claim);
        }
    }

    /** Deletes whatever credentials the client has. */
    void refuse() {
        user = null;
        local = null;
        central = null;
        services.writer().deleteAll(wiki, request, cookies);
    }

    /** The first view of a wiki whose central cookies another wiki of the domain has set. */
    private void begin(Claim.User claim) {
        CentralSession joined = central;
        central = joined == null
                ? services.centrals().create(claim.account(), claim.remember())
                : services.centralUpdate().join(services.centrals(), joined);
        local = services.locals().createFor(wiki, claim.account(), claim.remember());
        fresh = true;
        writeUserCookies(claim.remember());
    }

    private void writeUserCookies(boolean remember) {
        if (user == null || local == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        CentralSession with = central;
        if (with == null) {
            with = services.centrals().create(user, remember);
            central = with;
        }
        services.writer().writeUser(wiki, request, local, user, with, remember, cookies);
    }

    private void start() {
        imposed = services.cacheLimiter().onStart().orElse(imposed);
    }
}
