package org.cookieproof.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.process.SessionProcesses;
import org.cookieproof.profile.Profile;
import org.cookieproof.profile.ProfileFile;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.Crew;
import org.cookieproof.run.Interruption;
import org.cookieproof.yaml.InvalidFilesException;
import org.cookieproof.yaml.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Measures models, whose answers are known beforehand, and a user agent that never starts. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PassportsTest {

    /** One of each kind, and what the tests speak of. */
    private static final List<Behaviour> SOME = Behaviours.ALL.stream()
            .filter(b -> Set.of("can", "domain", "date", "octets", "secure").contains(b.chapter()))
            .toList();

    private static final Map<String, DriverProvider> DRIVERS = Catalog.load().drivers();

    @TempDir
    private Path directory;

    private Passports passports;

    @BeforeEach
    void makePassports() {
        passports = new Passports(directory.resolve("passports"), Clock.systemUTC(), SOME, true);
    }

    private Profile profile(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("x.yaml"), yaml);
        Problems problems = new Problems();
        Profile profile = ProfileFile.read(file, problems).orElseThrow();
        problems.throwIfAny();
        return profile;
    }

    private Measured measured(Profile profile, boolean accept) throws InterruptedException {
        return measured(profile, DRIVERS, accept);
    }

    private Measured measured(Profile profile, Map<String, DriverProvider> drivers, boolean accept)
            throws InterruptedException {
        List<Measured> all = new ArrayList<>();
        passports.measure(
                List.of(profile),
                drivers,
                Crew.of(1, List.of(profile), drivers),
                accept,
                new Interruption(),
                (p, b) -> {},
                all::add);
        return all.get(0);
    }

    private static final String MODEL = """
            profile: A model
            kind: model
            driver: model
            can: [redirects, long-redirect-chains, persistent-jar, readable-jar]
            differs: [{ on: octets/latin-1, source: "OkHttp, which carries its requests, takes fields for UTF-8" }]
            """;

    @Test
    void whatIsNewIsWrittenAndWhatChangedIsAFinding() throws Exception {
        Profile standard = profile(MODEL);
        Measured first = measured(standard, false);
        assertThat(first.findings()).isEmpty();
        assertThat(first.differences()).extracting(d -> d.behaviour().id()).containsExactly("octets/latin-1");
        Path file = first.written().orElseThrow();
        String text = Files.readString(file);
        assertThat(text).contains("profile: x\n", "measured: \"20", "  date/asctime: \"kept=1\"\n");

        assertThat(measured(standard, false).written()).isEmpty();

        Files.writeString(file, text.replace("date/asctime: \"kept=1\"", "date/asctime: \"gone=new; kept=1\""));
        Measured changed = measured(standard, false);
        assertThat(changed.findings()).singleElement().satisfies(f -> {
            assertThat(f.behaviour()).isEqualTo("date/asctime");
            assertThat(f.what()).contains("changed it: was \"gone=new; kept=1\", is \"kept=1\"");
        });
        assertThat(changed.written()).isEmpty();
        assertThat(measured(standard, true).written()).contains(file);
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void whatAnotherVersionOfAnEngineChangedIsToldSo() throws IOException {
        Passport committed = passport("Chromium 156.0.8078.79", "kept=1", "a=1");
        Passport now = passport("Chromium 157.0.8100.1", "kept=1", "nothing");
        assertThat(PassportFinding.changes(profile(MODEL), committed, now))
                .extracting(PassportFinding::toString)
                .containsExactly("x \u00d7 path/below: Chromium 157.0.8100.1 changed it since Chromium 156.0.8078.79:"
                        + " was \"a=1\", is \"nothing\"");
        assertThat(PassportFinding.changes(
                        profile(MODEL), committed, passport("Chromium 157.0.8100.1", "kept=1", "a=1")))
                .as("another version that does the same")
                .isEmpty();
    }

    private static Passport passport(String engine, String date, String path) {
        Map<String, String> answers = Map.of("date/asctime", date, "path/below", path);
        return new Passport(new ProfileId("x"), engine, LocalDate.of(2026, 11, 22), answers, Map.of());
    }

    @Test
    void anAnswerThatAFamilyDoesNotNameIsNotExplained() throws Exception {
        Files.createDirectories(directory.resolve("families"));
        Files.writeString(directory.resolve("families/kin.yaml"), """
                family: Kin
                differs: [{ on: octets/*, answers: "a=\u00ef\u00bf\u00bd", source: "OkHttp takes fields for UTF-8" }]
                """);
        String own = MODEL.substring(0, MODEL.indexOf("differs:"));
        Profile member = profile(own + "families: [kin]\n");
        Measured measured = measured(member, false);
        assertThat(measured.findings()).isEmpty();
        assertThat(measured.differences())
                .singleElement()
                .satisfies(d -> assertThat(d.explanation()).contains("OkHttp takes fields for UTF-8"));

        Files.writeString(directory.resolve("families/kin.yaml"), """
                family: Kin
                differs: [{ on: octets/*, answers: another, source: here }]
                """);
        Profile other = profile(own + "families: [kin]\n");
        assertThat(measured(other, false).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.behaviour()).isEqualTo("octets/latin-1"));
        assertThat(passports.table(List.of(other)).findings())
                .extracting(PassportFinding::toString)
                .contains("family kin \u00d7 octets/*: 'differs:' explains it, and there is no difference");
    }

    @Test
    void aModelIsHeldAgainstARealEngine() throws Exception {
        Files.writeString(directory.resolve("y.yaml"), """
                profile: The JDK
                kind: http-client
                driver: jdk
                can: [redirects, forms, readable-jar]
                """);
        Problems problems = new Problems();
        Profile engine = ProfileFile.read(directory.resolve("y.yaml"), problems).orElseThrow();
        problems.throwIfAny();
        Profile model = profile(MODEL + """
                held-against:
                  - profile: y
                    on: [secure/*, date/rfc1123]
                    because: it is said to do the same
                    differs: [{ on: secure/sent-over-http, source: not so }]
                """);
        measured(engine, false);
        measured(model, false);
        PassportTable table = passports.table(List.of(model, engine));
        assertThat(table.findings())
                .extracting(PassportFinding::toString)
                .contains(
                        "x \u00d7 secure/overwritten-from-http: answered \"a=1\"; y, which it is held against, answered \"a=2\"",
                        "x \u00d7 secure/sent-over-http: 'differs:' of 'held-against:' explains it, and y answers the same");
        assertThat(table.markdown()).contains("| x | y | it is said to do the same | ");
        assertThat(passports.table(List.of(model)).findings())
                .extracting(PassportFinding::toString)
                .contains("x \u00d7 held-against: y has no passport; './cookieproof passport y' makes one");
    }

    @Test
    void whatAUserAgentLeavesBehindIsToldAndEnded() throws Exception {
        List<String> remains = passports.measure(
                List.of(profile(MODEL)),
                Map.of("model", driver((profile, surroundings) -> {
                    try {
                        ProcessBuilder sleep = new ProcessBuilder("sleep", "600");
                        sleep.environment().putAll(new SessionProcesses().environment());
                        sleep.start();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    throw new UserAgentBrokenException("it does not start");
                })),
                Crew.of(1, List.of(), Map.of()),
                false,
                new Interruption(),
                (p, b) -> {},
                m -> {});
        assertThat(remains).isNotEmpty().allMatch(left -> left.matches("process \\d+ \\(.*sleep 600\\)"));
    }

    private static DriverProvider driver(BiFunction<Profile, Surroundings, UserAgentSession> opens) {
        return new DriverProvider() {
            @Override
            public String id() {
                return "model";
            }

            @Override
            public UserAgentDriver create() {
                return new UserAgentDriver() {
                    @Override
                    public UserAgentSession open(Profile profile, Surroundings surroundings) {
                        return opens.apply(profile, surroundings);
                    }

                    @Override
                    public void close() {
                        // nothing of its own was started
                    }
                };
            }
        };
    }

    @Test
    void whatIsDeclaredAndNotSeenIsAFinding() throws Exception {
        Measured measured = measured(
                profile(MODEL.replace("redirects, long-redirect-chains", "redirects, images, scripts")
                        .replace("octets/latin-1", "date/*")),
                false);
        assertThat(measured.findings())
                .extracting(PassportFinding::toString)
                .contains(
                        "x × can/scripts: is declared with 'can:' and does not work",
                        "x × can/long-redirect-chains: works and is not declared with 'can:'",
                        "x × date/*: 'differs:' explains it, and there is no difference");
    }

    @Test
    void aDeclaredDeviationExplainsADifference() throws Exception {
        Measured measured = measured(
                profile(
                        MODEL
                                + "deviations: [{ is: leaks-host-only, source: here }, { is: misreads-asctime, source: here }]\n"),
                false);
        assertThat(measured.findings()).isEmpty();
        assertThat(measured.differences())
                .filteredOn(d -> d.behaviour().id().equals("domain/host-only-below"))
                .singleElement()
                .satisfies(d -> assertThat(d.explanation()).contains("leaks-host-only"));
        assertThat(passports.table(List.of(profile(MODEL))).markdown())
                .contains("Without Domain, asked for at a host below | `nothing` | 0 of 0 | 1 of 1: `a=1`: x |");
    }

    @Test
    void anEngineThatDoesOtherwiseThanDeclaredIsFound() throws Exception {
        // the JDK's cookie manager without any of its deviations declared
        Measured measured = measured(profile("""
                profile: The JDK
                kind: http-client
                driver: jdk
                can: [redirects, forms, readable-jar]
                """), false);
        assertThat(measured.findings())
                .extracting(PassportFinding::toString)
                .contains("x × secure/overwritten-from-http: answered \"a=2\"; RFC 6265bis §5.7 step 16 has \"a=1\"");
    }

    @Test
    void whatDoesNotStartHasNoPassport() throws Exception {
        DriverProvider never = driver((profile, surroundings) -> {
            throw new UserAgentBrokenException("it does not start");
        });
        Measured measured = measured(profile(MODEL), Map.of("model", never), true);
        assertThat(measured.passport()).isEmpty();
        assertThat(measured.notObserved())
                .hasSizeGreaterThan(40)
                .first()
                .asString()
                .contains("it does not start");
        assertThat(measured.written()).isEmpty();
        assertThat(directory.resolve("passports")).doesNotExist();
    }

    @Test
    void aSpoiltPassportIsToldWithItsPlace() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("passports"));
        Files.writeString(folder.resolve("x.yaml"), "profile: y\nengine: z\nmeasured: yesterday\n");
        Profile profile = profile(MODEL);
        assertThatThrownBy(() -> passports.table(List.of(profile)))
                .isInstanceOf(InvalidFilesException.class)
                .hasMessageContainingAll("x.yaml:1", "must be called y.yaml", "x.yaml:3", "a date as 2026-11-22");
    }
}
