package org.cookieproof.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.cookieproof.target.Account;

/**
 * The accounts of a target, leased so that no two cells that run at once use the same: a global logout in one would end
 * the other.
 */
final class Accounts {

    private final List<Account> all;
    private final BlockingQueue<Account> free;

    Accounts(List<Account> accounts) {
        all = List.copyOf(accounts);
        free = new LinkedBlockingQueue<>(accounts);
    }

    /**
     * Personas with an account each, until closed.
     *
     * @param numbers persona to the number of its account among all of the target, from 1
     */
    record Lease(Map<String, Account> byPersona, Map<String, Integer> numbers, BlockingQueue<Account> backTo)
            implements AutoCloseable {
        Lease {
            byPersona = Map.copyOf(byPersona);
            numbers = Map.copyOf(numbers);
        }

        @Override
        public void close() {
            backTo.addAll(byPersona.values());
        }
    }

    /**
     * Waits until there are accounts enough. One cell leases at a time, so that two that wait cannot hold what the
     * other needs.
     *
     * @param wanted persona to the number of the account that it is to have; only where no other cell runs
     */
    synchronized Lease lease(Set<String> personas, Map<String, Integer> wanted) {
        if (personas.size() > all.size()) {
            throw new TooFewAccountsException(personas.size(), all.size());
        }
        Map<String, Account> leased = new LinkedHashMap<>();
        try {
            for (String persona : new TreeSet<>(personas)) {
                Integer number = wanted.get(persona);
                if (number != null) {
                    leased.put(persona, taken(number));
                }
            }
            for (String persona : new TreeSet<>(personas)) {
                if (!leased.containsKey(persona)) {
                    leased.put(persona, free.take());
                }
            }
        } catch (IllegalStateException e) {
            free.addAll(leased.values());
            throw e;
        } catch (InterruptedException e) {
            free.addAll(leased.values());
            throw new IllegalStateException("nobody interrupts a worker; see Interruption", e);
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        leased.forEach((persona, account) -> numbers.put(persona, all.indexOf(account) + 1));
        return new Lease(leased, numbers, free);
    }

    private Account taken(int number) {
        if (number < 1 || number > all.size() || !free.remove(all.get(number - 1))) {
            throw new IllegalStateException("account " + number + " cannot be had again: the target has " + all.size()
                    + " accounts, " + free.size() + " of them free");
        }
        return all.get(number - 1);
    }
}
