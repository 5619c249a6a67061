package org.cookieproof.farm.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cookieproof.farm.account.Accounts;
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
    private final Accounts accounts;
    private final Renewal renewal;

    public LocalSessions(StoredValues values, Ids ids, InstantSource clock, Accounts accounts, Renewal renewal) {
        this.values = values;
        this.ids = ids;
        this.clock = clock;
        this.accounts = accounts;
        this.renewal = renewal;
    }

    boolean isWellFormed(String id) {
        return WELL_FORMED.matcher(id).matches();
    }

    /** What the store has under an id that a request presents. */
    PresentedLocal find(Wiki wiki, String id) {
        return isWellFormed(id)
                ? values.bytes(key(wiki.id(), id))
                        .map(bytes -> read(wiki, id, bytes))
                        .orElse(PresentedLocal.NONE)
                : PresentedLocal.NONE;
    }

    private PresentedLocal read(Wiki wiki, String id, byte[] bytes) {
        Optional<StoredLocal> stored = StoredValues.read(bytes, StoredLocal.class);
        Optional<String> fault =
                stored.isEmpty() ? Optional.of("unreadable") : stored.get().fault(accounts);
        return fault.isPresent()
                ? new PresentedLocal(Optional.empty(), fault)
                : new PresentedLocal(stored.map(s -> s.session(wiki.id(), id)), fault);
    }

    LocalSession createAnonymous(Wiki wiki) {
        return createAnonymous(wiki, ids.sessionId());
    }

    LocalSession createAnonymous(Wiki wiki, String id) {
        return create(wiki, 0, "", false, id);
    }

    LocalSession createFor(Wiki wiki, UserAccount account, boolean remember) {
        return createFor(wiki, account, remember, ids.sessionId());
    }

    LocalSession createFor(Wiki wiki, UserAccount account, boolean remember, String id) {
        return create(wiki, account.id(), account.token(), remember, id);
    }

    /** Stores it as it is now; two requests at once: the last one wins (T277834). */
    LocalSession save(LocalSession session) {
        LocalSession renewed = session.expiringAt(clock.millis() + LIFE.toMillis());
        values.put(key(session.wiki(), session.id()), StoredLocal.of(renewed, accounts), LIFE);
        return renewed;
    }

    /** Renews it where that is due. */
    LocalSession touch(LocalSession session) {
        return renewal.isDue(session.expires() - clock.millis(), LIFE) ? save(session) : session;
    }

    void end(LocalSession session) {
        end(session.wiki(), session.id());
    }

    void end(String wiki, String id) {
        values.delete(key(wiki, id));
    }

    private LocalSession create(Wiki wiki, long userId, String userToken, boolean remember, String id) {
        return save(new LocalSession(id, wiki.id(), userId, userToken, remember, ids.hex(), Map.of(), 0));
    }

    private static StoreKey key(String wiki, String id) {
        return StoreKey.of(wiki, "MWSession", id);
    }
}
