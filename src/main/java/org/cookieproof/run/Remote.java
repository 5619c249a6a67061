package org.cookieproof.run;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.Grid;
import org.cookieproof.profile.Profile;
import org.cookieproof.result.Verdict;
import org.cookieproof.tap.Tap;

/**
 * Browsers that are had from a Selenium Grid in place of this machine's.
 *
 * @param hub        where its hub takes commands
 * @param slots      how many it can have at once, from 1
 * @param tapAddress of this machine, where the nodes find the tap
 */
public record Remote(URI hub, int slots, InetAddress tapAddress) {

    public Remote {
        Objects.requireNonNull(hub);
        Objects.requireNonNull(tapAddress);
        if (slots < 1) {
            throw new IllegalArgumentException("a Grid without a place for a browser: " + hub);
        }
    }

    /** The Grid, for a driver that can have its user agents there; empty for all others. */
    Optional<Grid> grid(Optional<DriverProvider> driver, Tap tap) {
        return driver.filter(DriverProvider::playsAtGrid).map(d -> new Grid(hub, tap.leafSpkiSha256()));
    }

    /** The same run; what cannot be played there is not applicable. */
    public PlannedRun plan(PlannedRun run, Catalog catalog) {
        return run.deciding(cell -> cell.decided().isEmpty()
                        && cell.scenario().restarts()
                        && plays(cell.profile(), catalog)
                ? new PlannedCell(
                        cell.id(),
                        cell.scenario(),
                        cell.profile(),
                        cell.variant(),
                        Optional.of(new PlannedCell.Decided(
                                Verdict.NOT_APPLICABLE,
                                List.of("a browser of a Selenium Grid is not started again on its own profile"))))
                : cell);
    }

    static boolean plays(Profile profile, Catalog catalog) {
        return Optional.ofNullable(catalog.drivers().get(profile.driver()))
                .filter(DriverProvider::playsAtGrid)
                .isPresent();
    }
}
