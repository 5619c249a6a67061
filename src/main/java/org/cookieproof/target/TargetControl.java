package org.cookieproof.target;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be done to a running target, and read off it. Which of it a target can is told by
 * {@link TargetProvider#controls()} before anything is started; the rest is never called. Whoever uses it has the
 * target alone.
 */
public interface TargetControl {

    /** Puts the target's clock forward. Real user agents keep their own time. */
    void advanceClock(Duration by);

    /** @param of empty for everybody */
    void resetSessions(SessionScope scope, Optional<Account> of);

    /** Goes on with a variant's settings; accounts, sessions and an injected regression stay. */
    void switchTo(TargetDefinition.Variant version);

    /**
     * Makes what is stored of an account's sessions unusable.
     *
     * @return how many sessions that were
     */
    int corruptSessions(Account of, SessionFault fault);

    /** From now on the session store fails; each time after {@code by}, in real time. */
    void breakStore(StoreOutage outage, Duration by);

    /**
     * From now on answers come so much later, in real time.
     *
     * @param host empty for all
     */
    void slowReplies(Optional<String> host, Duration by);

    /** From now on the change that a logout makes takes so long to be seen by all, in real time. */
    void slowCommits(Duration by);

    /** Ends what {@link #breakStore}, {@link #slowReplies} and {@link #slowCommits} began. */
    void mend();

    /** Uses of the session store since the start, by host. */
    Map<String, StoreUse> storeUses();

    /** The target's log of sign-ins, sign-outs and refused sessions, oldest first; empty where it shows none. */
    List<String> log();

    /** How often the session store was read and written. */
    record StoreUse(long reads, long writes) {}
}
