package org.cookieproof.farm.session;

import java.util.Map;
import java.util.Optional;
import org.cookieproof.farm.account.Accounts;
import org.cookieproof.farm.account.UserAccount;
import org.jspecify.annotations.Nullable;

/**
 * A local session as it lies in the store: {@code {data, metadata}}, MediaWiki's shape. Its components may be anything,
 * since another version of the software may have written it.
 */
record StoredLocal(
        @Nullable Map<String, String> data, @Nullable Metadata metadata) {

    /** The only provider that makes sessions here. */
    static final String PROVIDER = "CentralAuthSessionProvider";

    /** A provider that MediaWiki knows too, whose sessions are not for browsers. */
    static final String OTHER_PROVIDER = "BotPasswordSessionProvider";

    /** @param userName of the account when it was written; empty for nobody */
    record Metadata(
            @Nullable String provider,
            long userId,
            @Nullable String userName,
            @Nullable String userToken,
            boolean remember,
            @Nullable String secret,
            long expires) {}

    static StoredLocal of(LocalSession session, Accounts accounts) {
        String name = accounts.withId(session.userId()).map(UserAccount::name).orElse("");
        return new StoredLocal(
                session.data(),
                new Metadata(
                        PROVIDER,
                        session.userId(),
                        name,
                        session.userToken(),
                        session.remember(),
                        session.secret(),
                        session.expires()));
    }

    /** What is wrong with it; empty when it can be loaded. */
    Optional<String> fault(Accounts accounts) {
        Metadata known = metadata;
        if (data == null || known == null || known.userToken() == null || known.secret() == null) {
            return Optional.of("no metadata");
        }
        if (!PROVIDER.equals(known.provider())) {
            return Optional.of(OTHER_PROVIDER.equals(known.provider()) ? "wrong provider" : "unknown provider");
        }
        String name = accounts.withId(known.userId()).map(UserAccount::name).orElse("");
        return name.equals(known.userName()) ? Optional.empty() : Optional.of("user id and user name do not match");
    }

    /** The session; only where there is no {@link #fault}. */
    LocalSession session(String wiki, String id) {
        Metadata known = metadata;
        if (data == null || known == null || known.userToken() == null || known.secret() == null) {
            throw new IllegalStateException("a fault was overlooked");
        }
        return new LocalSession(
                id, wiki, known.userId(), known.userToken(), known.remember(), known.secret(), data, known.expires());
    }
}
