package org.cookieproof.farm.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.wire.Ids;
import org.cookieproof.store.StoreKey;

/** The central sessions; they end after a day without use. */
public final class CentralSessions {

    private static final Duration LIFE = Duration.ofHours(24);

    private final StoredValues values;
    private final Ids ids;
    private final InstantSource clock;
    private final Renewal renewal;

    public CentralSessions(StoredValues values, Ids ids, InstantSource clock, Renewal renewal) {
        this.values = values;
        this.ids = ids;
        this.clock = clock;
        this.renewal = renewal;
    }

    public Optional<CentralSession> find(String id) {
        return id.isEmpty() ? Optional.empty() : values.get(key(id), CentralSession.class);
    }

    public CentralSession create(UserAccount account, boolean remember) {
        return save(new CentralSession(ids.hex(), account.id(), account.token(), remember, false, 0));
    }

    /** A session that signs nobody in until {@link #complete} is called for it. */
    public CentralSession createStub(UserAccount account) {
        return save(new CentralSession(ids.hex(), account.id(), account.token(), false, true, 0));
    }

    /** Makes a session whole, stub or not, for a login that has come to its end. */
    public CentralSession complete(CentralSession session, boolean remember) {
        return save(new CentralSession(
                session.id(), session.userId(), session.userToken(), remember, false, session.expires()));
    }

    CentralSession touch(CentralSession session) {
        return renewal.isDue(session.expires() - clock.millis(), LIFE) ? save(session) : session;
    }

    /** Writes only what a wiki that knows nothing of the rest would write: whose it is, is lost. */
    CentralSession replace(CentralSession session) {
        return save(new CentralSession(session.id(), 0, "", session.remember(), false, session.expires()));
    }

    private CentralSession save(CentralSession session) {
        CentralSession renewed = session.expiringAt(clock.millis() + LIFE.toMillis());
        values.put(key(session.id()), renewed, LIFE);
        return renewed;
    }

    private static StoreKey key(String id) {
        return StoreKey.of("centralauth", "session", id);
    }
}
