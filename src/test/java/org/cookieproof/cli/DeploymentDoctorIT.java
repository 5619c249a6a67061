package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code doctor --target} of a deployment of which not all is well: all that is wrong is told, and all else is looked at. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DeploymentDoctorIT {

    @TempDir
    private static Path outside;

    @TempDir
    private Path home;

    private static DeployedFarm farm;

    private final String before = System.getProperty("cookieproof.home", "");
    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void startTheFarm() throws IOException {
        farm = DeployedFarm.start(outside);
    }

    @AfterAll
    static void stopTheFarm() throws IOException {
        farm.close();
    }

    @BeforeEach
    void copyTheProject() throws IOException {
        ProjectCopy.into(home);
        System.setProperty("cookieproof.home", home.toString());
    }

    @AfterEach
    void goHome() {
        System.setProperty("cookieproof.home", before);
    }

    /** @param otherHttps where the site {@code other} is said to be over https */
    private void target(String name, int otherHttps, String accounts) throws IOException {
        Files.writeString(home.resolve("ci/targets/" + name + ".yaml"), """
                target: Ours
                provider: deployment
                flows: flows/mediawiki.yaml
                sites: { first: en.wikipedia.test, other: www.wikisource.test, central: login.wikimedia.test }
                addresses:
                  "en.wikipedia.test:http": "127.0.0.1:HTTP"
                  "en.wikipedia.test:https": "127.0.0.1:TLS"
                  "login.wikimedia.test:http": "127.0.0.1:HTTP"
                  "login.wikimedia.test:https": "127.0.0.1:TLS"
                  "www.wikisource.test:http": "127.0.0.1:HTTP"
                  "www.wikisource.test:https": "127.0.0.1:OTHER"
                trust: AUTHORITY
                accounts: ACCOUNTS
                traits: { logout-ends: all-sessions-of-user, login-over-http: stays-on-http }
                cookies:
                  - { name: "[a-z]+wikiSession", is: session-bearing }
                  - { name: "centralauth_(Session|Token)", is: [session-bearing, central] }
                one-time-parameters: [token]
                """.replace("HTTP", String.valueOf(farm.http()))
                .replace("TLS", String.valueOf(farm.https()))
                .replace("OTHER", String.valueOf(otherHttps))
                .replace("AUTHORITY", farm.authority().toString())
                .replace("ACCOUNTS", accounts));
    }

    private static String file() {
        return "{ file: " + farm.accounts() + " }";
    }

    private int doctor(String... options) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setErr(new PrintWriter(out, true));
        commandLine.setOut(new PrintWriter(out, true));
        return commandLine.execute(
                Stream.concat(Stream.of("doctor"), Stream.of(options)).toArray(String[]::new));
    }

    private List<String> lines(String level) {
        return out.toString()
                .lines()
                .map(String::strip)
                .filter(l -> l.startsWith(level + " "))
                .map(l -> l.replaceAll(" {2,}", "  "))
                .toList();
    }

    private static int closed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void oneSiteThatNobodyServesIsWrongAndAllElseIsLookedAt() throws IOException {
        target("ours", closed(), file());
        assertThat(doctor("--target", "ours")).isEqualTo(3);
        assertThat(lines("WRONG"))
                .as(out.toString())
                .singleElement()
                .asString()
                .startsWith("WRONG  other https://www.wikisource.test  TLS cannot be opened: Connection refused");
        assertThat(lines("ok"))
                .anySatisfy(l -> assertThat(l).startsWith("ok  first certificate  verifies, is for en.wikipedia.test"))
                .anySatisfy(l -> assertThat(l).startsWith("ok  other http://www.wikisource.test  answers "))
                .anySatisfy(l -> assertThat(l).startsWith("ok  log-in over https  "))
                .anySatisfy(l -> assertThat(l).startsWith("ok  log-out over http  "));
    }

    @Test
    void anotherAuthorityIsToldSiteBySite() throws IOException {
        target("ours", farm.https(), file());
        try (DeployedFarm other = DeployedFarm.start(Files.createDirectory(outside.resolve("another")))) {
            assertThat(doctor("--target", "ours", "--cacert", other.authority().toString()))
                    .isEqualTo(3);
        }
        assertThat(lines("WRONG"))
                .as(out.toString())
                .anySatisfy(l -> assertThat(l).startsWith("WRONG  first certificate  does not verify: "))
                .anySatisfy(l -> assertThat(l).startsWith("WRONG  central certificate  does not verify: "));
        assertThat(lines("ok")).anySatisfy(l -> assertThat(l).startsWith("ok  log-in over http  "));
    }

    @Test
    void aPasswordThatIsNotThereIsToldWithWhatToDoAndTheSitesAreLookedAt() throws IOException {
        target("ours", farm.https(), "[ { name: Alice, password-from: NOBODY_SETS_THIS } ]");
        assertThat(doctor("--target", "ours")).isEqualTo(3);
        assertThat(lines("WRONG"))
                .as(out.toString())
                .singleElement()
                .asString()
                .startsWith("WRONG  accounts  cannot be had: the environment variable NOBODY_SETS_THIS");
        assertThat(out.toString()).contains("→ set what is missing where this is run");
        assertThat(lines("ok")).anySatisfy(l -> assertThat(l).startsWith("ok  first https://en.wikipedia.test  "));
        assertThat(lines("cannot"))
                .anySatisfy(l -> assertThat(l).startsWith("cannot  log-in  not tried: there is nobody to sign in"));
    }

    @Test
    void aHeaderWhoseValueIsNotThereEndsItAndNoPackageIsToBlame() throws IOException {
        target(
                "ours",
                farm.https(),
                file() + "\nrequest-headers: [ { name: X, value-from: NOBODY_SETS_THIS, at: first } ]");
        assertThat(doctor("--target", "ours")).isEqualTo(3);
        assertThat(lines("WRONG"))
                .as(out.toString())
                .singleElement()
                .asString()
                .startsWith("WRONG  target  cannot be had: the environment variable NOBODY_SETS_THIS");
        assertThat(out.toString())
                .contains("ci/targets/ours.yaml, in the environment that it names, or in the options given")
                .doesNotContain("./cookieproof doctor tells");
    }

    /** The farm never says who answered. */
    @Test
    void whatTheChecksFindWhileSigningInIsFoundAndNotAllIsWell() throws IOException {
        target(
                "ours",
                farm.https(),
                file() + "\nrequest-headers: [ { name: X-Debug, value: a, at: first,"
                        + " answered-by: { header: X-Served-By, matches: ^a } } ]");
        assertThat(doctor("--target", "ours")).isZero();
        assertThat(lines("found"))
                .as(out.toString())
                .hasSize(2)
                .allSatisfy(
                        l -> assertThat(l).contains("signing in works; the checks have 1 finding", "another backend"));
        assertThat(out.toString())
                .contains("Nothing keeps a run from starting, but not all is well: see what is found.")
                .doesNotContain("All is well");
    }

    @Test
    void oneWithADeadSiteCanStillBeHeldAgainstAnother() throws IOException {
        target("ours", farm.https(), file());
        target("canary", closed(), file());
        assertThat(doctor("--target", "canary", "--against", "ours")).isEqualTo(3);
        assertThat(out.toString())
                .contains("https of other: canary does not answer / ours answers 302 to ")
                .contains("canary is no mirror of ours.")
                .doesNotContain("cannot be held against each other");
    }

    /** A site that takes a connection and says nothing, so that the signal comes while it is looked at. */
    @Test
    void aSignalEndsItAndLeavesNoFile() throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(home.resolve("temporary"));
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    home.resolve("ci/targets/ours.yaml"), """
                    target: Ours
                    provider: deployment
                    flows: flows/mediawiki.yaml
                    schemes: [http]
                    sites: { first: en.wikipedia.test }
                    addresses: { en.wikipedia.test: "127.0.0.1:PORT" }
                    """.replace("PORT", String.valueOf(silent.getLocalPort())));
            ProcessBuilder builder = new ProcessBuilder(new ProjectCopy(home).command("doctor", "--target", "ours"))
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("told.txt").toFile());
            builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
            Process doctor = builder.start();
            try (Socket asked = silent.accept()) {
                assertThat(asked.getInputStream().read()).isEqualTo('G');
                try (Stream<Path> files = Files.list(temporary)) {
                    assertThat(files).anyMatch(f -> f.getFileName().toString().startsWith("cookieproof"));
                }
                doctor.destroy();
                assertThat(doctor.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
        }
        String told = Files.readString(home.resolve("told.txt"));
        assertThat(told).contains("Interrupted: ").doesNotContain("Exception");
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).as(told).noneMatch(f -> f.getFileName().toString().startsWith("cookieproof"));
        }
    }
}
