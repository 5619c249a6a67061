package org.cookieproof.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.driver.NotPossibleException;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Verdict;
import org.cookieproof.step.HandOffProbe;
import org.cookieproof.step.Stage;
import org.cookieproof.tap.TapLease;
import org.cookieproof.target.Account;
import org.cookieproof.target.TargetUnavailableException;

/** Plays one cell from start to finish, on the worker thread that owns the drivers. */
final class CellRunner {

    private final CellSetup setup;
    private final Stands stands;
    private final Drivers drivers;

    CellRunner(CellSetup setup, Stands stands, Drivers drivers) {
        this.setup = setup;
        this.stands = stands;
        this.drivers = drivers;
    }

    CellResult run(PlannedCell cell) {
        CellLog log = new CellLog(setup, cell);
        if (cell.decided().isPresent()) {
            return log.result(
                    cell.decided().get().verdict(), cell.decided().get().reason());
        }
        try {
            play(cell, log);
            CellResult result = log.judged();
            return result.verdict() != Verdict.PASSED && setup.interruption().isTold()
                    ? log.result(Verdict.NOT_RUN, Interruption.REASON)
                    : result;
        } catch (NotPossibleException e) {
            // What it can do was asked when the cell was planned: the profile or the flow says less than the truth.
            return broken(log, "the user agent cannot do what was asked of it: " + e.getMessage());
        } catch (UserAgentBrokenException e) {
            drivers.discard(cell.profile());
            return broken(log, "the user agent: " + e.getMessage());
        } catch (TargetUnavailableException e) {
            return broken(log, "the target: " + e.getMessage());
        } catch (RunEndedException e) {
            return log.result(Verdict.NOT_RUN, Interruption.REASON);
        } catch (RuntimeException e) {
            drivers.discard(cell.profile());
            return broken(
                    log, "the harness: " + e.toString().lines().findFirst().orElse(""));
        }
    }

    private CellResult broken(CellLog log, String why) {
        return setup.interruption().explains()
                ? log.result(Verdict.NOT_RUN, Interruption.REASON)
                : log.result(Verdict.BROKEN, log.unanswered().orElse(why));
    }

    private void play(PlannedCell cell, CellLog log) {
        Stand stand = stands.of(cell.variant());
        try (Accounts.Lease accounts = stand.accounts().lease(cell.scenario().personas());
                TapLease tap = stand.tap().lease(setup.run().wire());
                Scratch scratch = Scratch.below(setup.scratch());
                UserAgentSession session = open(cell.profile(), stand, tap, scratch.path(), log, accounts)) {
            log.started(session.engine());
            Stage stage = new Stage(setting(cell, accounts.byPersona()), session, tap);
            try {
                int index = 0;
                for (BoundScenario.BoundStep step : cell.scenario().steps()) {
                    log.step(++index, step, stage, session);
                    if (log.failed()) {
                        log.picture(session);
                        break;
                    }
                }
                if (!log.failed()) {
                    new HandOffProbe(stage).ask();
                }
            } finally {
                log.observed(tap.recording(), stage.identities(), stage.restarts(), stage.circumstances());
            }
        }
    }

    private UserAgentSession open(
            Profile profile, Stand stand, TapLease tap, Path scratch, CellLog log, Accounts.Lease accounts) {
        log.leased(accounts.byPersona().values());
        return drivers.of(profile)
                .open(
                        profile,
                        new Surroundings(
                                tap.address(),
                                stand.tap().ca(),
                                stand.tap().caPem(),
                                setup.home().resolve(stand.variant().name()),
                                scratch,
                                setup.headed(),
                                setup.patience()));
    }

    private Stage.Setting setting(PlannedCell cell, Map<String, Account> accounts) {
        return new Stage.Setting(
                cell.id().scheme(),
                setup.run().target(),
                accounts,
                cell.profile().capabilityNames(),
                cell.profile().deviationSet(),
                setup.publicSuffixes(),
                Optional.of(String.join(", ", cell.scenario().scenario().source()))
                        .filter(s -> !s.isEmpty())
                        .orElse("scenario"),
                setup.patience());
    }
}
