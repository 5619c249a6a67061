package org.cookieproof.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.cookieproof.driver.OkHttpPublicSuffixes;
import org.cookieproof.profile.Profile;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.cookieproof.yaml.Problems;
import org.junit.jupiter.api.Test;

/** What is committed: every passport is of a profile, every difference is explained, and the README shows both. */
class CommittedPassportsTest {

    private final Project project = Project.here();
    private final List<Profile> profiles = new Planner(project, Catalog.load()).readProfiles();
    private final Passports passports = Passports.of(project);

    @Test
    void everyDifferenceIsExplained() {
        ModelAnswer model = new ModelAnswer(new OkHttpPublicSuffixes(), Clock.systemUTC());
        Problems problems = new Problems();
        for (Profile profile : profiles) {
            Path file = project.profiles().resolve("passports").resolve(profile.id() + ".yaml");
            if (!Files.exists(file)) {
                continue;
            }
            Passport passport = PassportFile.read(file, problems).orElseThrow();
            assertThat(PassportFinding.contradictions(profile, passport, Behaviours.ALL, model))
                    .isEmpty();
            assertThat(PassportFinding.idle(profile, passport, Behaviours.ALL, model))
                    .isEmpty();
        }
        problems.throwIfAny();
        assertThat(passports.strays(profiles)).isEmpty();
    }

    @Test
    void theReadmeShowsThem() throws IOException {
        String readme = Files.readString(project.profiles().resolve("README.md"));
        assertThat(readme).contains(PassportReadme.BEGIN, PassportReadme.END);
        assertThat(PassportReadme.with(passports.table(profiles), readme)).isEqualTo(readme);
    }
}
