package org.cookieproof.farm.session;

import java.time.Duration;
import java.util.Optional;
import org.cookieproof.farm.wire.Ids;
import org.cookieproof.store.StoreKey;

/** Hand-off values between hosts: each is good once, for a minute, for one purpose. They may stand in URLs. */
public final class OneTimeTokens {

    private static final Duration LIFE = Duration.ofSeconds(60);

    private final StoredValues values;
    private final Ids ids;

    public OneTimeTokens(StoredValues values, Ids ids) {
        this.values = values;
        this.ids = ids;
    }

    /** Keeps a record until somebody comes with the token that this returns. */
    public String issue(String purpose, Object what) {
        String token = ids.hex();
        keep(purpose, token, what);
        return token;
    }

    /** Keeps a record under a token that has been taken. */
    public void keep(String purpose, String token, Object what) {
        values.put(key(purpose, token), what, LIFE);
    }

    /** What was kept; the token is spent, also if the record is of another type. */
    public <T> Optional<T> take(String purpose, String token, Class<T> type) {
        return token.isBlank() ? Optional.empty() : values.take(key(purpose, token), type);
    }

    private static StoreKey key(String purpose, String token) {
        return StoreKey.of("centralauth", "token", purpose, token);
    }
}
