package org.cookieproof.farm.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.wire.Ids;
import org.cookieproof.store.StoreKey;

/** The local sessions of all wikis; they end after an hour without use ($wgObjectCacheSessionExpiry). */
public final class LocalSessions {

    private static final Duration LIFE = Duration.ofHours(1);

    /** MediaWiki takes any 32 such characters for an id; others it deletes. */
    private static final Pattern WELL_FORMED = Pattern.compile("[a-zA-Z0-9_-]{32,128}");

    private final StoredValues values;
    private final Ids ids;
    private final InstantSource clock;

    public LocalSessions(StoredValues values, Ids ids, InstantSource clock) {
        this.values = values;
        this.ids = ids;
        this.clock = clock;
    }

    boolean isWellFormed(String id) {
        return WELL_FORMED.matcher(id).matches();
    }

    Optional<LocalSession> find(Wiki wiki, String id) {
        return isWellFormed(id) ? values.get(key(wiki.id(), id), LocalSession.class) : Optional.empty();
    }

    LocalSession createAnonymous(Wiki wiki) {
        return create(wiki, 0, "", false);
    }

    LocalSession createFor(Wiki wiki, UserAccount account, boolean remember) {
        return create(wiki, account.id(), account.token(), remember);
    }

    /** Stores it as it is now; two requests at once: the last one wins (T277834). */
    LocalSession save(LocalSession session) {
        LocalSession renewed = session.expiringAt(clock.millis() + LIFE.toMillis());
        values.put(key(session.wiki(), session.id()), renewed, LIFE);
        return renewed;
    }

    /** Renews it when half its life is over, so that not every page view writes. */
    LocalSession touch(LocalSession session) {
        return session.expires() - clock.millis() < LIFE.toMillis() / 2 ? save(session) : session;
    }

    void end(LocalSession session) {
        values.delete(key(session.wiki(), session.id()));
    }

    private LocalSession create(Wiki wiki, long userId, String userToken, boolean remember) {
        return save(new LocalSession(ids.sessionId(), wiki.id(), userId, userToken, remember, ids.hex(), Map.of(), 0));
    }

    private static StoreKey key(String wiki, String id) {
        return StoreKey.of(wiki, "MWSession", id);
    }
}
