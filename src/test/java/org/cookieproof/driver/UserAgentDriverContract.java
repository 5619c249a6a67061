package org.cookieproof.driver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;
import org.cookieproof.profile.ProfileFile;
import org.cookieproof.yaml.Problems;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every driver must do; extended by one class for each. What a profile is declared unable to do is tested too:
 * then it must not happen, or must be said to be impossible. Nothing is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
public abstract class UserAgentDriverContract
        implements NavigationContract,
                FormContract,
                ApiRequestContract,
                JarContract,
                RecordingContract,
                SurroundingsContract,
                TabsContract,
                ClickContract,
                IsolationContract {

    private ContractBench bench;

    /** The driver under test. */
    protected abstract DriverProvider provider();

    /** The profile to drive it with: what it declares decides what is expected. */
    protected abstract Profile profile();

    /** The profile of {@code browsers/} itself, so that what is declared there is what is measured. */
    protected static Profile declared(String id) {
        Problems problems = new Problems();
        return ProfileFile.read(Path.of("browsers", id + ".yaml"), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
    }

    /** A profile as the tests of the contract need it; {@code id} is the file's name in {@code browsers/}. */
    protected static Profile profile(
            String id, Profile.Kind kind, String driver, Map<String, String> settings, Set<Capability> can) {
        return profile(id, kind, driver, settings, can, Set.of());
    }

    /** The same with deviations, which {@link DeviationContract} measures. */
    protected static Profile profile(
            String id,
            Profile.Kind kind,
            String driver,
            Map<String, String> settings,
            Set<Capability> can,
            Set<CookieDeviation> deviations) {
        return new Profile(
                new ProfileId(id),
                id,
                kind,
                driver,
                settings,
                can,
                deviations.stream()
                        .map(d -> new Profile.DeclaredDeviation(d, "browsers/" + id + ".yaml"))
                        .toList(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Path.of("browsers", id + ".yaml"));
    }

    @Override
    public boolean runsProcesses() {
        return profile().kind() == Profile.Kind.BROWSER;
    }

    @Override
    public Duration shortPatience() {
        return profile().kind() == Profile.Kind.BROWSER ? Duration.ofSeconds(12) : Duration.ofSeconds(1);
    }

    @Override
    public final ContractBench bench() {
        return bench;
    }

    @BeforeAll
    void startBench(@TempDir Path dir) throws Exception {
        bench = new ContractBench(provider(), profile(), dir);
    }

    @BeforeEach
    void resetBench() {
        bench.reset();
    }

    @AfterAll
    void stopBench() throws Exception {
        bench.close();
    }
}
