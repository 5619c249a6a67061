package org.cookieproof.farm.account;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cookieproof.farm.wire.Ids;

/** All accounts of the farm. */
public final class Accounts {

    private final SecureRandom salts;
    private final List<UserAccount> accounts = new ArrayList<>();
    private final Map<String, UserAccount> byName = new ConcurrentHashMap<>();
    private final Map<Long, String> passwords = new ConcurrentHashMap<>();

    /** Hashing takes tens of milliseconds: done when an account is first used, so that a farm starts at once. */
    private final Map<Long, PasswordHash> hashes = new ConcurrentHashMap<>();

    /** @param salts for the hashes, drawn from when an account is first used */
    public Accounts(int count, Ids ids, SecureRandom salts, InstantSource clock) {
        this.salts = salts;
        for (int id = 1; id <= count; id++) {
            UserAccount account = new UserAccount(id, AccountNames.of(id), ids.hex(), clock);
            accounts.add(account);
            byName.put(account.name(), account);
            passwords.put(account.id(), ids.password());
        }
    }

    /** In the order of their ids. */
    public List<UserAccount> all() {
        return List.copyOf(accounts);
    }

    public Optional<UserAccount> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<UserAccount> withId(long id) {
        return id < 1 || id > accounts.size() ? Optional.empty() : Optional.of(accounts.get((int) id - 1));
    }

    /** The account's password in clear: whoever tests the farm has to type it. */
    public String passwordOf(UserAccount account) {
        return Optional.ofNullable(passwords.get(account.id())).orElseThrow();
    }

    /** The account of this name, if the password is right. A name may be typed with underscores and a small initial. */
    public Optional<UserAccount> authenticate(String typedName, String password) {
        return named(canonical(typedName)).filter(account -> hashOf(account).matches(password));
    }

    /** The name of the account that is meant by what was typed; empty if there is none. */
    public String known(String typedName) {
        return named(canonical(typedName)).map(UserAccount::name).orElse("");
    }

    private PasswordHash hashOf(UserAccount account) {
        return hashes.computeIfAbsent(account.id(), id -> PasswordHash.of(passwordOf(account), salts));
    }

    private static String canonical(String typed) {
        String name = typed.replace('_', ' ').strip();
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
