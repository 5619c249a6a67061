package org.cookieproof.farm;

import org.cookieproof.farm.account.Accounts;
import org.cookieproof.farm.page.Library;
import org.cookieproof.farm.page.WriteCookies;
import org.cookieproof.farm.session.AuthLog;
import org.cookieproof.farm.session.Delay;
import org.cookieproof.farm.wire.Ids;
import org.cookieproof.store.BreakableSessionStore;
import org.cookieproof.store.MemorySessionStore;
import org.cookieproof.store.MeteredSessionStore;

/**
 * What outlives a switch to another version: clock, accounts, sessions, pages, and the dependencies that can be broken.
 *
 * @param memory  where sessions really lie
 * @param store   in front of it
 * @param meter   in front of that; what the wikis use
 * @param commits how slow the data base is
 * @param replies how slow the network is
 */
record Foundation(
        MovableClock clock,
        Ids ids,
        Accounts accounts,
        MemorySessionStore memory,
        BreakableSessionStore store,
        MeteredSessionStore meter,
        Library library,
        WriteCookies writeCookies,
        AuthLog log,
        Delay commits,
        ReplyDelays replies) {

    static Foundation of(FarmSettings settings) {
        MovableClock clock = new MovableClock(settings.clock());
        Randomness randomness = settings.randomness();
        MemorySessionStore memory = new MemorySessionStore(clock);
        BreakableSessionStore store = new BreakableSessionStore(memory);
        return new Foundation(
                clock,
                new Ids(randomness.of("ids")),
                new Accounts(
                        settings.accountCount(), new Ids(randomness.of("accounts")), randomness.of("salts"), clock),
                memory,
                store,
                new MeteredSessionStore(store),
                new Library(clock),
                new WriteCookies(clock),
                new AuthLog(clock),
                new Delay(),
                new ReplyDelays());
    }
}
