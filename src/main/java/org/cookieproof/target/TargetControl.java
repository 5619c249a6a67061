package org.cookieproof.target;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be done to a running target, and read off it. Which of it a target can is told by
 * {@link TargetProvider#controls()} before anything is started; the rest is never called and is left
 * as it is here. Whoever uses it has the target alone.
 */
public interface TargetControl {

    /** Puts the target's clock forward. Real user agents keep their own time. */
    default void advanceClock(Duration by) {
        throw notOffered();
    }

    /** @param of empty for everybody */
    default void resetSessions(SessionScope scope, Optional<Account> of) {
        throw notOffered();
    }

    /** Goes on with a variant's settings; accounts, sessions and an injected regression stay. */
    default void switchTo(TargetDefinition.Variant version) {
        throw notOffered();
    }

    /**
     * Makes what is stored of an account's sessions unusable.
     *
     * @return how many sessions that were
     */
    default int corruptSessions(Account of, SessionFault fault) {
        throw notOffered();
    }

    /** From now on the session store fails; each time after {@code by}, in real time. */
    default void breakStore(StoreOutage outage, Duration by) {
        throw notOffered();
    }

    /**
     * From now on answers come so much later, in real time.
     *
     * @param host empty for all
     */
    default void slowReplies(Optional<String> host, Duration by) {
        throw notOffered();
    }

    /** From now on the change that a logout makes takes so long to be seen by all, in real time. */
    default void slowCommits(Duration by) {
        throw notOffered();
    }

    /** Ends what {@link #breakStore}, {@link #slowReplies} and {@link #slowCommits} began. */
    default void mend() {
        throw notOffered();
    }

    /** Uses of the session store since the start, by host. */
    default Map<String, StoreUse> storeUses() {
        throw notOffered();
    }

    /** The target's log of sign-ins, sign-outs and refused sessions, oldest first; empty where it shows none. */
    default List<String> log() {
        return List.of();
    }

    private static IllegalStateException notOffered() {
        return new IllegalStateException("asked for what this target does not offer");
    }

    /** How often the session store was read and written. */
    record StoreUse(long reads, long writes) {}
}
