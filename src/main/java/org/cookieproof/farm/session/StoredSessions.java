package org.cookieproof.farm.session;

import java.util.Optional;
import java.util.function.Consumer;
import org.cookieproof.farm.account.Accounts;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.wire.Ids;
import org.cookieproof.store.MemorySessionStore;
import org.cookieproof.store.StoreKey;

/** What an operator can do to the sessions of all wikis at once, beside the requests that use them. */
public record StoredSessions(MemorySessionStore store, Accounts accounts, Ids ids) {

    private static final String LOCAL = ":MWSession:";
    private static final String CENTRAL = "centralauth:session:";

    /** As resetGlobalUserTokens.php does: all sessions end, remembered ones too, for one user or all. */
    public void endAll(Optional<UserAccount> of) {
        of.ifPresentOrElse(this::replaceToken, () -> accounts.all().forEach(this::replaceToken));
    }

    /** The store loses the local sessions, of one user or of all; anonymous ones only where all are lost. */
    public void loseLocal(Optional<UserAccount> of) {
        eachLocal(of, store::delete);
    }

    /** The store loses the central sessions, of one user or of all. */
    public void loseCentral(Optional<UserAccount> of) {
        eachCentral(of, store::delete);
    }

    /**
     * Makes the user's sessions unusable.
     *
     * @return how many there were
     */
    public int corrupt(UserAccount of, Corruption how) {
        int[] count = {0};
        Consumer<StoreKey> corrupt = key -> {
            store.replace(key, how::of);
            count[0]++;
        };
        eachLocal(Optional.of(of), corrupt);
        if (how.isOfCentralToo()) {
            eachCentral(Optional.of(of), corrupt);
        }
        return count[0];
    }

    private void replaceToken(UserAccount account) {
        account.replaceToken(ids.hex());
    }

    private void eachLocal(Optional<UserAccount> of, Consumer<StoreKey> act) {
        store.keys().stream()
                .filter(key -> key.value().contains(LOCAL))
                .filter(key -> of.isEmpty() || userOfLocal(key).equals(of.map(UserAccount::id)))
                .forEach(act);
    }

    private void eachCentral(Optional<UserAccount> of, Consumer<StoreKey> act) {
        store.keys().stream()
                .filter(key -> key.value().startsWith(CENTRAL))
                .filter(key -> of.isEmpty() || userOfCentral(key).equals(of.map(UserAccount::id)))
                .forEach(act);
    }

    private Optional<Long> userOfLocal(StoreKey key) {
        return store.get(key)
                .flatMap(bytes -> StoredValues.read(bytes, StoredLocal.class))
                .flatMap(stored -> Optional.ofNullable(stored.metadata()))
                .map(StoredLocal.Metadata::userId);
    }

    private Optional<Long> userOfCentral(StoreKey key) {
        return store.get(key)
                .flatMap(bytes -> StoredValues.read(bytes, CentralSession.class))
                .map(CentralSession::userId);
    }
}
