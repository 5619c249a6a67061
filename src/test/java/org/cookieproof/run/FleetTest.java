package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cookieproof.profile.Profile;
import org.cookieproof.provision.Engines;
import org.cookieproof.provision.Installed;
import org.cookieproof.provision.Jars;
import org.junit.jupiter.api.Test;

/** How many user agents there are, counted from browsers/ itself. */
class FleetTest {

    private final List<Profile> profiles = new Planner(Project.here(), Catalog.load()).readProfiles();
    private final Engines engines =
            Engines.of(profiles, Installed.onThisMachine(), Jars.ofClassPath(), p -> Optional.empty());

    @Test
    void everyProfileTellsWhatParsesItsCookies() {
        assertThat(engines.untold()).as("needs 'parses-cookies:'").isEmpty();
    }

    @Test
    void thereAreFiftyFiveProfilesOrMore() {
        assertThat(profiles).hasSizeGreaterThanOrEqualTo(55);
    }

    @Test
    void thereAreFortyDistinctEnginesOrMore() {
        assertThat(engines.distinct())
                .as("of " + engines.all().stream().map(e -> e.parser().of()).toList())
                .isGreaterThanOrEqualTo(40);
    }
}
