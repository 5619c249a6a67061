package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cookieproof.evidence.Finding;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Scheme;
import org.cookieproof.report.har.HarArchive;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A deployment of one's own, by a target file alone: the farm, in a process that nobody here has started. */
class DeploymentIT {

    private static final String DEBUG_VALUE = "backend=mwdebug1001;key=pl4nted-h3ader-Value";
    private static final String TWO_LEGS = "api/two-leg-login";

    @TempDir
    private static Path outside;

    @TempDir
    private Path home;

    private static DeployedFarm farm;

    private final StringWriter err = new StringWriter();
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
    }

    /** A file that says all, with what one test says otherwise. */
    private void target(Map<String, String> otherwise) throws IOException {
        Map<String, String> keys = new TreeMap<>(Map.of(
                "sites",
                "{ first: en.wikipedia.test, other: www.wikisource.test, central: login.wikimedia.test }",
                "also-allowed",
                "de.wikipedia.test",
                "addresses",
                "{ "
                        + Stream.of(
                                        "en.wikipedia.test",
                                        "www.wikisource.test",
                                        "login.wikimedia.test",
                                        "de.wikipedia.test")
                                .map(h -> "'" + h + ":http': '127.0.0.1:" + farm.http() + "', '" + h
                                        + ":https': '127.0.0.1:" + farm.https() + "'")
                                .collect(java.util.stream.Collectors.joining(", "))
                        + " }",
                "trust",
                farm.authority().toString(),
                "accounts",
                "{ file: " + farm.accounts() + " }",
                "rate-limit",
                "100",
                "at-once",
                "2"));
        keys.putAll(otherwise);
        StringBuilder text = new StringBuilder("""
                target: Ours
                provider: deployment
                flows: flows/mediawiki.yaml
                traits: { logout-ends: all-sessions-of-user, login-over-http: stays-on-http }
                cookies:
                  - { name: "[a-z]+wikiSession", is: session-bearing }
                  - { name: "centralauth_(Session|Token)", is: [session-bearing, central] }
                one-time-parameters: [token]
                """);
        keys.forEach((key, value) -> {
            if (!value.isEmpty()) {
                text.append(key).append(": ").append(value).append('\n');
            }
        });
        Files.writeString(home.resolve("ci/targets/ours.yaml"), text);
        Files.writeString(home.resolve("ci/ours.yaml"), "plan: Ours\ntarget: ours\nprofiles: [okhttp]\n");
    }

    private int cookieproof(String... args) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setErr(new PrintWriter(err, true));
        commandLine.setOut(new PrintWriter(out, true));
        String before = System.getProperty("cookieproof.home", "");
        System.setProperty("cookieproof.home", home.toString());
        try {
            return commandLine.execute(args);
        } finally {
            System.setProperty("cookieproof.home", before);
        }
    }

    private RunRecord last() {
        return RunRecord.load(
                new RunFolders(home.resolve("reports")).newestFirst().get(0));
    }

    private Stream<Exchange> exchanges(CellResult result) {
        return HarArchive.read(
                last().directory().attachment(result.attachments().get("har")))
                .exchanges()
                .stream();
    }

    @Test
    void whatItsFileSaysIsEnoughAndNothingSecretIsInTheReports() throws IOException, InterruptedException {
        List<String> accounts = farm.accountLines();
        target(
                Map.of(
                        "accounts",
                        "[ { name-from: OUR_NAME, password-from: OUR_PASSWORD }, { name: "
                                + accounts.get(1).split(":")[0] + ", password-from: OUR_OTHER_PASSWORD } ]",
                        "request-headers",
                        "[ { name: X-Debug, value-from: OUR_HEADER, at: first, schemes: [http, https], answered-by: { header: X-Served-By, matches: ^mwdebug1001 } } ]"));
        ProcessBuilder builder = new ProcessBuilder(new ProjectCopy(home)
                        .command(
                                "run",
                                "--target",
                                "ours",
                                "--scenario",
                                "logout/this-session",
                                "--header",
                                "*: X-Tester: typed-pl4nted-Value"))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("told.txt").toFile());
        String password = accounts.get(0).split(":", 2)[1];
        builder.environment()
                .putAll(Map.of(
                        "OUR_NAME",
                        accounts.get(0).split(":")[0],
                        "OUR_PASSWORD",
                        password,
                        "OUR_OTHER_PASSWORD",
                        accounts.get(1).split(":", 2)[1],
                        "OUR_HEADER",
                        DEBUG_VALUE));
        Process run = builder.start();
        assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();

        // The farm never says who answered: that is what is found, and nothing else.
        assertThat(run.exitValue())
                .as(Files.readString(home.resolve("told.txt")))
                .isEqualTo(1);
        assertThat(last().results()).hasSize(2).allSatisfy(r -> {
            assertThat(r.findings())
                    .extracting(Finding::check, Finding::subject)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("debug-backend-answers", "first: another backend"));
            assertThat(exchanges(r).filter(e -> e.url().host().equals("en.wikipedia.test")))
                    .isNotEmpty()
                    .allMatch(e -> e.request().headers().has("X-Debug"))
                    // What is typed is a secret, too, and nobody has said that it may go over http.
                    .allMatch(e ->
                            e.request().headers().has("X-Tester") == e.url().isSecure());
            assertThat(exchanges(r).filter(e -> !e.url().host().equals("en.wikipedia.test")))
                    .allMatch(e -> !e.request().headers().has("X-Debug"));
        });
        assertNowhere(password, accounts.get(1).split(":", 2)[1], DEBUG_VALUE, "pl4nted");
    }

    private void assertNowhere(String... secrets) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String octets = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(secrets)
                        .allSatisfy(s -> assertThat(octets.contains(s))
                                .as(s + " in " + file)
                                .isFalse());
            }
        }
    }

    @Test
    void aCleanDeploymentHasNoFindingAndAnInjectionIsFoundOnIt() throws IOException {
        target(Map.of());
        assertThat(cookieproof("run", "--target", "ours", "--scenario", TWO_LEGS + ",login/form-over-https"))
                .as(out + "\n" + err)
                .isZero();
        assertThat(last().results()).extracting(CellResult::verdict).containsOnly(Verdict.PASSED);
        assertThat(cookieproof(
                        "run", "--target", "ours", "--inject", "api-secure-flag-over-http", "--scenario", TWO_LEGS))
                .isEqualTo(1);
        assertThat(last().results())
                .filteredOn(r -> r.cell().scheme() == Scheme.HTTP)
                .singleElement()
                .satisfies(r -> assertThat(r.findings())
                        .anyMatch(f -> f.check().equals("no-secure-over-http")
                                && f.severity()
                                        .toString()
                                        .toLowerCase(Locale.ROOT)
                                        .equals("error")));
    }

    @Test
    void aSchemeThatItLacksIsNotRunAndMissedByAPlanThatRequiresIt() throws IOException {
        target(Map.of(
                "schemes",
                "[http]",
                "addresses",
                "{ en.wikipedia.test: '127.0.0.1:" + farm.http() + "' }",
                "sites",
                "{ first: en.wikipedia.test }",
                "also-allowed",
                ""));
        Files.writeString(
                home.resolve("ci/gate.yaml"),
                "plan: Gate\ntarget: farm\nscenarios: [" + TWO_LEGS + "]\nprofiles: [okhttp]\n"
                        + "required: [ { scenario: " + TWO_LEGS + ", scheme: https } ]\n");
        assertThat(cookieproof("run", "--target", "ours", "--scenario", TWO_LEGS))
                .as(out + "\n" + err)
                .isZero();
        assertThat(last().results())
                .extracting(r -> r.cell().scheme() + " " + r.verdict() + " " + r.reason())
                .containsExactly("https not-run the target has no TLS", "http passed ");
        assertThat(cookieproof("run", "--plan", "gate", "--target", "ours")).isEqualTo(3);
        assertThat(out.toString())
                .contains(
                        "Required by the plan and not played:",
                        TWO_LEGS + " over https: not-run, the target has no TLS");
    }

    @Test
    void aCertificateOfAnotherAuthorityIsToldAndNothingIsPlayed() throws IOException {
        target(Map.of());
        Path another = Files.createDirectory(outside.resolve("another"));
        try (DeployedFarm other = DeployedFarm.start(another)) {
            assertThat(cookieproof(
                            "run",
                            "--target",
                            "ours",
                            "--scenario",
                            TWO_LEGS,
                            "--cacert",
                            other.authority().toString()))
                    .isEqualTo(3);
        }
        assertThat(out.toString())
                .contains(
                        "https://en.wikipedia.test at 127.0.0.1:" + farm.https() + ": its certificate is not trusted (")
                .contains("name an authority of your own by 'trust:' or --cacert FILE");
        assertThat(last().results()).allSatisfy(r -> assertThat(r.verdict()).isEqualTo(Verdict.BROKEN));
    }

    @Test
    void aHostThatIsNotAllowedIsRefusedAndToldAndResolveBeatsTheFile() throws IOException {
        target(Map.of(
                "sites",
                "{ first: en.wikipedia.test }",
                "also-allowed",
                "",
                "addresses",
                "{ 'en.wikipedia.test:http': '127.0.0.1:" + farm.http()
                        + "', 'en.wikipedia.test:https': '127.0.0.1:1' }"));
        cookieproof(
                "run",
                "--target",
                "ours",
                "--scenario",
                "login/form-over-https",
                "--resolve",
                "en.wikipedia.test:https:127.0.0.1:" + farm.https());
        assertThat(last().results())
                .anySatisfy(r -> assertThat(r.findings())
                        .anyMatch(f -> f.check().equals("target-hosts-only")
                                && f.subject().equals("host login.wikimedia.test")));
    }

    @Test
    void aHostThatMayBeAStrangersIsSentNothingBeforeAPersonAgrees() throws IOException {
        target(Map.of("sites", "{ first: en.wikipedia.beta.example }", "also-allowed", "", "addresses", ""));
        assertThat(cookieproof("run", "--target", "ours", "--scenario", TWO_LEGS))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("target 'ours' is not on this machine: requests would go to en.wikipedia.beta.example")
                .contains("--yes");
        assertThat(home.resolve("reports")).doesNotExist();
    }
}
