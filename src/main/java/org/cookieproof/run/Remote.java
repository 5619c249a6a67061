package org.cookieproof.run;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
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
        return driver.filter(d -> d.slotsAtGrid().isPresent()).map(d -> new Grid(hub, tap.leafSpkiSha256()));
    }

    /** The same run; what cannot be played there is not applicable. */
    public PlannedRun plan(PlannedRun run, Catalog catalog) {
        return run.deciding(cell -> cell.decided().isEmpty() && plays(cell.profile(), catalog)
                ? whyNot(cell).map(why -> notApplicable(cell, why)).orElse(cell)
                : cell);
    }

    private Optional<String> whyNot(PlannedCell cell) {
        if (cell.scenario().restarts()) {
            return Optional.of("a browser of a Selenium Grid is not started again on its own profile");
        }
        int needed = cell.userAgents();
        return needed > slots
                ? Optional.of("its " + needed + " user agents are open at once, and the Selenium Grid has "
                        + (slots == 1 ? "one slot" : slots + " slots"))
                : Optional.empty();
    }

    private static PlannedCell notApplicable(PlannedCell cell, String why) {
        return new PlannedCell(
                cell.id(),
                cell.scenario(),
                cell.profile(),
                cell.variant(),
                Optional.of(new PlannedCell.Decided(Verdict.NOT_APPLICABLE, List.of(why))));
    }

    /**
     * Counts the slots that a Grid has for a run's browsers; empty where none of them can be had from a Grid.
     *
     * @throws org.cookieproof.driver.UserAgentBrokenException when the Grid is not there
     */
    public static OptionalInt slots(URI hub, PlannedRun run, Catalog catalog) {
        return run.cells().stream()
                .filter(c -> c.decided().isEmpty())
                .flatMap(c -> slotsAtGrid(c.profile(), catalog).stream())
                .findFirst()
                .map(counting -> OptionalInt.of(counting.applyAsInt(hub)))
                .orElse(OptionalInt.empty());
    }

    static boolean plays(Profile profile, Catalog catalog) {
        return slotsAtGrid(profile, catalog).isPresent();
    }

    private static Optional<ToIntFunction<URI>> slotsAtGrid(Profile profile, Catalog catalog) {
        return Optional.ofNullable(catalog.drivers().get(profile.driver())).flatMap(DriverProvider::slotsAtGrid);
    }
}
