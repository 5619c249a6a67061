package org.cookieproof.farm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.session.Corruption;
import org.cookieproof.farm.session.StoredSessions;
import org.cookieproof.store.StoreFault;

/** What can be done to a running farm from outside, and what can be read off it. Users are given by account name. */
public final class FarmControls {

    private final Foundation base;
    private final StoredSessions sessions;

    FarmControls(Foundation base) {
        this.base = base;
        this.sessions = new StoredSessions(base.memory(), base.accounts(), base.ids());
    }

    /** How the session store can fail. */
    public enum StoreFailure {
        ERROR,
        REFUSED,
        TIMEOUT,
        SLOW
    }

    /** How often a host has read and written the session store; a take is one of each, a deletion is a write. */
    public record StoreUse(long reads, long writes) {}

    /** Puts the farm's clock forward: sessions, tokens, expiry dates and the Date field; no client's clock moves. */
    public void advanceClock(Duration by) {
        base.clock().advance(by);
    }

    /** Ends every session of one user, or of all, as resetGlobalUserTokens.php does. */
    public void endSessions(Optional<String> of) {
        sessions.endAll(of.map(this::account));
    }

    /** The store loses local sessions: of one user, or all with the anonymous ones. */
    public void loseLocalSessions(Optional<String> of) {
        sessions.loseLocal(of.map(this::account));
    }

    /** The store loses central sessions: of one user, or all. */
    public void loseCentralSessions(Optional<String> of) {
        sessions.loseCentral(of.map(this::account));
    }

    /**
     * Makes what is stored of a user's sessions unusable.
     *
     * @return how many sessions there were
     */
    public int corruptSessions(String of, Corruption how) {
        return sessions.corrupt(account(of), how);
    }

    /** From now on the session store fails, each time after a wait in real time. */
    public void breakStore(StoreFailure failure, Duration wait) {
        base.store().fail(StoreFault.valueOf(failure.name()), wait);
    }

    public void mendStore() {
        base.store().mend();
    }

    /** From now on one host, or all, answer so much later. */
    public void slowReplies(Optional<String> host, Duration by) {
        base.replies().set(host, by);
    }

    public void mendReplies() {
        base.replies().mend();
    }

    /** From now on the data base takes so long for a logout. */
    public void slowCommits(Duration by) {
        base.commits().set(by);
    }

    public void mendCommits() {
        base.commits().mend();
    }

    public void mendAll() {
        mendStore();
        mendReplies();
        mendCommits();
    }

    /** How often each host has used the session store since the start. */
    public Map<String, StoreUse> storeUses() {
        Map<String, StoreUse> uses = new TreeMap<>();
        base.meter().uses().forEach((host, use) -> uses.put(host, new StoreUse(use.reads(), use.writes())));
        return uses;
    }

    /** Who signed in and out and which sessions were refused: {@code time wiki event about}; no secret is in it. */
    public List<String> log() {
        return base.log().lines();
    }

    private UserAccount account(String name) {
        return base.accounts()
                .named(name)
                .orElseThrow(() -> new IllegalArgumentException("no account is called " + name));
    }
}
