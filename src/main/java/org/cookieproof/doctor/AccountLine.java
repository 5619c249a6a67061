package org.cookieproof.doctor;

import java.util.List;
import org.cookieproof.run.PlannedCell;

/** Whether there are people enough to sign in. */
final class AccountLine {

    private AccountLine() {}

    /** @param cells all that can be played there */
    static Diagnosis of(int accounts, List<PlannedCell> cells) {
        int most = cells.stream()
                .filter(c -> c.decided().isEmpty())
                .mapToInt(c -> c.scenario().personas().size())
                .max()
                .orElse(0);
        long tooFew = cells.stream()
                .filter(c -> c.decided().isEmpty())
                .filter(c -> c.scenario().personas().size() > accounts)
                .map(c -> c.id().scenario())
                .distinct()
                .count();
        return tooFew == 0
                ? Diagnosis.ok("accounts", accounts + "; no scenario needs more than " + most + " at once")
                : Diagnosis.wrong(
                        "accounts",
                        accounts + ", too few for " + tooFew + " scenarios; one needs " + most,
                        "name more under 'accounts:' of the target file");
    }
}
