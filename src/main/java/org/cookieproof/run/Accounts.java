package org.cookieproof.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.cookieproof.target.Account;

/**
 * The accounts of a target, leased so that no two cells that run at once use the same: a global logout in one would end
 * the other.
 */
final class Accounts {

    private final int size;
    private final BlockingQueue<Account> free;

    Accounts(List<Account> accounts) {
        size = accounts.size();
        free = new LinkedBlockingQueue<>(accounts);
    }

    /** Personas with an account each, until closed. */
    record Lease(Map<String, Account> byPersona, BlockingQueue<Account> backTo) implements AutoCloseable {
        Lease {
            byPersona = Map.copyOf(byPersona);
        }

        @Override
        public void close() {
            backTo.addAll(byPersona.values());
        }
    }

    /**
     * Waits until there are accounts enough. One cell leases at a time, so that two that wait cannot hold what the
     * other needs.
     */
    synchronized Lease lease(Set<String> personas) {
        if (personas.size() > size) {
            throw new IllegalStateException(
                    "the scenario needs " + personas.size() + " accounts, the target has " + size);
        }
        Map<String, Account> leased = new LinkedHashMap<>();
        List<Account> taken = new ArrayList<>();
        try {
            for (String persona : personas) {
                Account account = free.take();
                taken.add(account);
                leased.put(persona, account);
            }
            return new Lease(leased, free);
        } catch (InterruptedException e) {
            free.addAll(taken);
            throw new IllegalStateException("nobody interrupts a worker; see Interruption", e);
        }
    }
}
