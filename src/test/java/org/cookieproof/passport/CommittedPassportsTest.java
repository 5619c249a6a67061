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
            assertThat(file)
                    .as("made by: ./cookieproof passport " + profile.id())
                    .exists();
            Passport passport = PassportFile.read(file, problems).orElseThrow();
            assertThat(PassportFinding.contradictions(profile, passport, Behaviours.ALL, model))
                    .isEmpty();
            assertThat(PassportFinding.idle(profile, passport, Behaviours.ALL, model))
                    .isEmpty();
            assertThat(PassportFinding.unseen(profile, passport, Behaviours.ALL, model))
                    .isEmpty();
        }
        problems.throwIfAny();
        assertThat(passports.strays(profiles)).isEmpty();
    }

    @Test
    void everyModelIsHeldAgainstARealEngineOrSaysThatThereIsNone() {
        PassportTable table = passports.table(profiles);
        assertThat(table.findings()).isEmpty();
        assertThat(table.comparisons())
                .extracting(c -> c.engine().kind())
                .contains(Profile.Kind.BROWSER, Profile.Kind.HTTP_CLIENT);
    }

    /** Where a browser does otherwise than the model of RFC 6265bis, its profile says why, and the tables count it. */
    @Test
    void everyBrowserIsHeldAgainstTheModelOfTheStandard() {
        PassportTable table = passports.table(profiles);
        List<String> against = table.comparisons().stream()
                .filter(c -> c.against().isOfBrowsers())
                .peek(c -> assertThat(c.disagreements())
                        .allSatisfy(d -> assertThat(d.explanation())
                                .as(c.engine().id() + " " + d.behaviour().id())
                                .isPresent()))
                .map(c -> c.engine().id().value())
                .toList();
        assertThat(against)
                .containsExactlyElementsOf(table.passports().keySet().stream()
                        .filter(p -> p.kind() == Profile.Kind.BROWSER)
                        .map(p -> p.id().value())
                        .toList());
    }

    @Test
    void theReadmeShowsThem() throws IOException {
        String readme = Files.readString(project.profiles().resolve("README.md"));
        assertThat(readme).contains(PassportReadme.BEGIN, PassportReadme.END);
        assertThat(PassportReadme.with(passports.table(profiles), readme)).isEqualTo(readme);
    }
}
