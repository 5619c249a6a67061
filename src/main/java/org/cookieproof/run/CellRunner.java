package org.cookieproof.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cookieproof.driver.NotPossibleException;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Verdict;
import org.cookieproof.step.Cast;
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
    private final CellTimer timer;
    private boolean prepared;
    private boolean userAgentBroke;

    CellRunner(CellSetup setup, Stands stands, Drivers drivers, CellTimer timer) {
        this.setup = setup;
        this.stands = stands;
        this.drivers = drivers;
        this.timer = timer;
    }

    /**
     * A result, and the log that can still store what was recorded.
     *
     * @param userAgentBroke whether it is broken because its user agent did not start, died or hung by itself
     */
    record Played(CellResult result, CellLog log, boolean userAgentBroke) {}

    Played run(PlannedCell cell) {
        CellLog log = new CellLog(setup, cell);
        prepared = false;
        userAgentBroke = false;
        CellResult result = result(cell, log);
        return new Played(result, log, userAgentBroke);
    }

    private CellResult result(PlannedCell cell, CellLog log) {
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
            CellResult result = broken(log, "the user agent: " + e.getMessage());
            // One that was cut off, or ended with the run, broke of that; one that cannot be fetched has not broken.
            userAgentBroke = prepared
                    && result.verdict() == Verdict.BROKEN
                    && log.cause().isEmpty();
            return result;
        } catch (TooFewAccountsException e) {
            return log.result(Verdict.NOT_RUN, e.getMessage());
        } catch (TargetUnavailableException e) {
            return broken(log, "the target: " + e.getMessage());
        } catch (ReportsUnwritableException e) {
            throw e; // no fault of this cell's, and the next would have it too
        } catch (RunEndedException e) {
            return log.result(Verdict.NOT_RUN, Interruption.REASON);
        } catch (RuntimeException e) {
            drivers.discard(cell.profile());
            return broken(
                    log,
                    "the harness: "
                            + e.toString().lines().limit(3).map(String::strip).collect(Collectors.joining(" ")));
        }
    }

    private CellResult broken(CellLog log, String why) {
        return setup.interruption().explains()
                ? log.result(Verdict.NOT_RUN, Interruption.REASON)
                : log.result(Verdict.BROKEN, log.cause().orElse(why));
    }

    private void play(PlannedCell cell, CellLog log) {
        drivers.prepare(cell.profile());
        prepared = true;
        try (Stands.Lease lease = stands.lease(cell)) {
            play(cell, log, lease);
        }
    }

    @SuppressWarnings("try") // the time limit runs, and nothing is asked of it
    private void play(PlannedCell cell, CellLog log, Stands.Lease at) {
        Stand stand = at.stand();
        try (Accounts.Lease accounts = leased(stand, cell, log);
                TapLease tap = stand.tap().lease(setup.run().wire());
                CellTimer.Running limit = timer.start(tap);
                Scratch scratch = Scratch.below(setup.scratch());
                UserAgentSession session = open(drivers, cell, at, tap, scratch.path())) {
            log.started(session.engine());
            try (Cast cast = new Cast(setting(cell, stand, accounts.byPersona()), session, tap);
                    FurtherUserAgents further = new FurtherUserAgents(
                            cell.scenario(),
                            tap,
                            setup.scratch(),
                            drivers,
                            (by, lease, directory) -> open(by, cell, at, lease, directory))) {
                further.join(cast);
                play(cell, cast, tap, log);
            }
            // Only now: what a person sends through the proxy meanwhile is no evidence.
            setup.watch()
                    .whileUp(new CellWatch.Up(
                            tap.address(),
                            stand.tap().caPem(),
                            accounts.byPersona(),
                            setup.redaction()::hash,
                            log::redactedRecording));
        }
    }

    private void play(PlannedCell cell, Cast cast, TapLease tap, CellLog log) {
        try {
            int index = 0;
            for (BoundScenario.BoundStep step : cell.scenario().steps()) {
                if (!setup.watch().beforeStep(++index, step.step().title(), step.at())) {
                    setup.interruption().tell();
                }
                log.step(index, step, cast);
                setup.watch().afterStep(() -> log.told(cast.recording()));
                if (log.failed() || tap.excess().isPresent()) {
                    log.picture(cast);
                    break;
                }
            }
            if (!log.failed() && tap.excess().isEmpty()) {
                new HandOffProbe(cast.first()).ask();
            }
        } finally {
            log.observed(cast.parts(), cast.circumstances());
            log.ofTheTap(tap.excess(), tap.refusals());
        }
    }

    private UserAgentSession open(Drivers by, PlannedCell cell, Stands.Lease at, TapLease tap, Path scratch) {
        Profile profile = cell.profile();
        return by.of(profile)
                .open(
                        profile,
                        new Surroundings(
                                tap.address(),
                                at.stand().tap().ca(),
                                at.stand().tap().caPem(),
                                setup.home().resolve(at.name()),
                                scratch,
                                setup.headed(),
                                setup.patience(),
                                cell.scenario().restarts(),
                                setup.remote()
                                        .flatMap(r -> r.grid(
                                                by.provider(profile), at.stand().tap()))));
    }

    private Accounts.Lease leased(Stand stand, PlannedCell cell, CellLog log) {
        log.secrets(stand.secrets());
        Accounts.Lease lease = stand.accounts().lease(cell.scenario().personas(), setup.accounts());
        log.leased(lease);
        return lease;
    }

    private Stage.Setting setting(PlannedCell cell, Stand stand, Map<String, Account> accounts) {
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
                setup.patience(),
                stand.target().control(),
                cell.scenario().controls());
    }
}
