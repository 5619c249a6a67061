package org.cookieproof.doctor;

import java.util.List;
import java.util.Optional;
import org.cookieproof.run.PlannedCell;

/** Whether there are people enough to sign in. */
final class AccountLine {

    private AccountLine() {}

    /**
     * @param lack  why those that are named cannot be had
     * @param cells all that can be played there
     */
    static Diagnosis of(int accounts, Optional<String> lack, List<PlannedCell> cells) {
        if (lack.isPresent()) {
            return Diagnosis.wrong(
                    "accounts",
                    "cannot be had: " + lack.get(),
                    "set what is missing where this is run, or correct 'accounts:' of the target file");
        }
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
