package org.cookieproof.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Problem;
import org.cookieproof.yaml.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a target file, and the command line, say of a deployment. */
class DeploymentFileTest {

    private static final String HEAD = """
            target: Ours
            provider: deployment
            flows: flows.yaml
            sites: { first: En.beta.example, central: login.beta.example }
            """;

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    @BeforeEach
    void copyTheFlows() throws IOException {
        Files.copy(Path.of("ci/targets/flows/mediawiki.yaml"), folder.resolve("flows.yaml"));
    }

    private Optional<TargetDefinition> read(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return TargetFile.read(file, new TargetFile.Known(Set.of("deployment", "farm"), Set.of()), problems);
    }

    private TargetDefinition valid(String more) throws IOException {
        TargetDefinition target = read("ours.yaml", HEAD + more).orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        return target;
    }

    private static InetSocketAddress at(String address, int port) {
        return InetSocketAddress.createUnresolved(address, port);
    }

    private static Endpoint https(String host) {
        return new Endpoint(Scheme.HTTPS, host);
    }

    @Test
    void whereNothingIsSaidEachSiteIsWhereDnsSaysOverBothSchemes() throws IOException {
        Reach reach = Reach.of(valid(""));
        assertThat(reach.sites())
                .hasSize(4)
                .containsEntry(https("en.beta.example"), at("en.beta.example", 443))
                .containsEntry(new Endpoint(Scheme.HTTP, "login.beta.example"), at("login.beta.example", 80));
        assertThat(reach.strangers()).containsExactly("en.beta.example", "login.beta.example");
    }

    @Test
    void addressesSchemesAndWhatIsAlsoAllowedMakeUpAllThatIsReached() throws IOException {
        TargetDefinition target = valid("""
                schemes: { central: https }
                also-allowed: [upload.beta.example:https]
                addresses:
                  en.beta.example: 10.0.0.7
                  login.beta.example: "[::1]:8443"
                  upload.beta.example:https: images.internal:444
                """);
        Reach reach = Reach.of(target);
        assertThat(reach.all())
                .hasSize(4)
                .containsEntry(https("en.beta.example"), at("10.0.0.7", 443))
                .containsEntry(new Endpoint(Scheme.HTTP, "en.beta.example"), at("10.0.0.7", 80))
                .containsEntry(https("login.beta.example"), at("::1", 8443))
                .containsEntry(https("upload.beta.example"), at("images.internal", 444));
        assertThat(reach.strangers()).containsExactly("en.beta.example", "upload.beta.example");
        assertThat(target.schemes().lack(Scheme.HTTP, Set.of(Role.FIRST))).isEmpty();
        assertThat(target.schemes().lack(Scheme.HTTP, Set.of(Role.FIRST, Role.CENTRAL)))
                .contains("the target has no plain http at 'central'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "[http]"})
    void aSchemeThatNoSiteHasIsMissingWhereverItIsAskedFor(String schemes) throws IOException {
        Schemes served = valid("schemes: " + schemes + "\n").schemes();
        assertThat(served.lack(Scheme.HTTPS, Set.of())).contains("the target has no TLS");
        assertThat(served.lack(Scheme.HTTP, Set.of(Role.FIRST))).isEmpty();
    }

    @Test
    void hostsOfThisMachineAndBelowTestAreNoStrangers() throws IOException {
        TargetDefinition target = read("ours.yaml", """
                target: Ours
                provider: deployment
                flows: flows.yaml
                sites: { first: en.wikipedia.test, sibling: localhost, other: wiki.localhost, central: en.beta.example }
                addresses: { en.beta.example: 127.0.0.1 }
                """).orElseThrow();
        assertThat(Reach.of(target).strangers()).isEmpty();
        assertThat(Reach.of(new Overrides(List.of("en.beta.example:10.0.0.7"), Optional.empty(), List.of())
                                .appliedTo(target, problems))
                        .strangers())
                .containsExactly("en.beta.example");
        assertThat(Reach.of(new Overrides(List.of("en.wikipedia.test:10.0.0.7"), Optional.empty(), List.of())
                                .appliedTo(target, problems))
                        .strangers())
                .containsExactly("en.wikipedia.test"); // that name leads elsewhere
    }

    @Test
    void theCommandLineBeatsTheFile() throws IOException {
        TargetDefinition target = valid("""
                addresses: { en.beta.example: 10.0.0.7, login.beta.example: 10.0.0.7 }
                request-headers: [ { name: X-Debug, value: a, at: first } ]
                """);
        Overrides typed = new Overrides(
                List.of("en.beta.example:https:127.0.0.1:8443"), Optional.empty(), List.of("*: X-Key: k:ey"));
        Deployment deployment = typed.appliedTo(target, problems).deployment();
        assertThat(problems.sorted()).isEmpty();
        assertThat(deployment.addresses())
                .containsEntry(https("en.beta.example"), at("127.0.0.1", 8443))
                .containsEntry(new Endpoint(Scheme.HTTP, "en.beta.example"), at("10.0.0.7", 80))
                .containsEntry(https("login.beta.example"), at("10.0.0.7", 443));
        assertThat(deployment.requestHeaders())
                .extracting(
                        h -> h.name() + " " + h.hosts().size() + " " + h.value().isSecret())
                .containsExactly("X-Debug 1 false", "X-Key 2 true");
        assertThat(deployment.requestHeaders().get(1).toString()).doesNotContain("k:ey");
        assertThat(typed.toString()).contains("en.beta.example:https").doesNotContain("k:ey");
    }

    @Test
    void aSecretGoesOverHttpsAloneUnlessItsFileSaysOtherwiseAndNeverByItselfToTheForeignSite() throws IOException {
        TargetDefinition target = read("ours.yaml", HEAD.replace("central:", "foreign: canary.example, central:") + """
                        request-headers:
                          - { name: X-Debug, value: a, at: first }
                          - { name: X-Key, value-from: KEY, at: [first, foreign] }
                          - { name: X-Open, value-from: KEY, at: first, schemes: http }
                        """)
                .orElseThrow();
        Overrides typed = new Overrides(List.of(), Optional.empty(), List.of("*: X-Typed: s3cret"));
        assertThat(typed.appliedTo(target, problems).deployment().requestHeaders())
                .extracting(h -> h.name() + " "
                        + h.endpoints().stream()
                                .map(Endpoint::toString)
                                .sorted()
                                .toList())
                .containsExactly(
                        "X-Debug [http://en.beta.example, https://en.beta.example]",
                        "X-Key [https://canary.example, https://en.beta.example]",
                        "X-Open [http://en.beta.example]",
                        "X-Typed [https://en.beta.example, https://login.beta.example]");
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void aSecretThatNoSiteCouldGetIsAMistakeAndNotLeftOut() throws IOException {
        TargetDefinition target = valid("schemes: http\n");
        new Overrides(List.of(), Optional.empty(), List.of("*: X-Key: s3cret")).appliedTo(target, problems);
        read("ours.yaml", HEAD + "schemes: http\nrequest-headers: [ { name: X, value-from: KEY, at: first } ]\n");
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .anyMatch(p -> p.startsWith("--header: what is typed is sent over https only, which en.beta.example,"
                        + " login.beta.example does not serve; name the field in 'request-headers:'"))
                .anyMatch(p -> p.contains("ours.yaml:6:20: it is sent over https only, which En.beta.example does not"
                        + " serve; say 'schemes: [http]' where others may read a secret on the way"))
                .noneMatch(p -> p.contains("s3cret"));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("schemes: []\n", "5:10: 'schemes:' needs http, https or both"),
                Arguments.of("schemes: { frist: http }\n", "5:12: unknown key 'frist'; did you mean 'first'?"),
                Arguments.of(
                        "addresses: { fr.beta.example: \"::1\" }\n", "unknown host of the target 'fr.beta.example'"),
                Arguments.of("addresses: { en.beta.example: \"a b\" }\n", "'a b' is not an address, as 10.0.0.1"),
                Arguments.of("addresses: { en.beta.example: 10.0.0.7:66000 }\n", "is not an address"),
                Arguments.of(
                        "addresses: { en.beta.example: 10.0.0.7:8443 }\n",
                        "a port serves one scheme, and 'en.beta.example' has both; write en.beta.example:http or"),
                Arguments.of("also-allowed: \"*.example\"\n", "'*.example' is not a host"),
                Arguments.of("trust: nowhere.pem\n", "5:8: no file "),
                Arguments.of("trust: flows.yaml\n", "is no PEM file of certificates"),
                Arguments.of("request-headers: [ { name: X, value: a } ]\n", "needs 'at:' (roles) or 'hosts:'"),
                Arguments.of(
                        "request-headers: [ { name: X, value: a, at: other } ]\n",
                        "this target has no site in the role 'other'"),
                Arguments.of(
                        "request-headers: [ { name: X, value: a, hosts: x.example } ]\n",
                        "unknown host of the target 'x.example'"),
                Arguments.of(
                        "request-headers: [ { name: COOKIE, value: a, at: first } ]\n",
                        "the field COOKIE belongs to the user agent"),
                Arguments.of(
                        "request-headers: [ { name: \"a b\", value: a, at: first } ]\n",
                        "'a b' is not the name of a header field"),
                Arguments.of(
                        "request-headers: [ { name: X, value: \"a\\nb\", at: first } ]\n",
                        "is one line of Latin-1 text"),
                Arguments.of(
                        "request-headers: [ { name: X, value: a, value-from: A, at: first } ]\n",
                        "'value:' and 'value-from:' exclude each other"),
                Arguments.of(
                        "accounts: [ { name: A, password: hunter2 } ]\n",
                        "no password stands in a target file: 'password-from:' names"),
                Arguments.of(
                        "accounts: [ { name: A, password-from: hunter 2 } ]\n",
                        "is the name of an environment variable"),
                Arguments.of("at-once: 0\n", "'at-once:' is at least 1"),
                Arguments.of("rate-limit: 0\n", "'rate-limit:' is requests per second, as 5 or 0.5"),
                Arguments.of("rate-limit: fast\n", "'rate-limit:' is requests per second"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsToldWithItsPlaceAndRemedy(String line, String message) throws IOException {
        read("ours.yaml", HEAD + line);
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .anyMatch(p -> p.contains("ours.yaml:5:") && p.contains(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"addresses: {}", "trust: ca.pem", "also-allowed: a.example", "accounts: []"})
    void whatIsForADeploymentIsAMistakeWhereAProviderStartsTheTarget(String line) throws IOException {
        read("ours.yaml", HEAD.replace("deployment", "farm") + line + "\n");
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .anyMatch(p -> p.contains("is for provider 'deployment'; what 'farm' starts it knows itself"));
    }

    static Stream<Arguments> typingMistakes() {
        return Stream.of(
                Arguments.of("en.beta.example", "", "--resolve: takes HOST:ADDRESS, HOST:ADDRESS:PORT"),
                Arguments.of("x.example:10.0.0.7", "", "--resolve: unknown host of the target 'x.example'"),
                Arguments.of("", "X-Key: s3cret", "--header: takes 'HOST: NAME: VALUE', or '*: NAME: VALUE'"),
                Arguments.of("", "x.example: X-Key: s3cret", "--header: unknown host of the target 'x.example'"),
                Arguments.of("", "*: Host: s3cret", "--header: the field Host belongs to the user agent"));
    }

    @ParameterizedTest(name = "{0}{1}")
    @MethodSource("typingMistakes")
    void aMistakeOnTheCommandLineIsToldWithoutTheValueOfAField(String resolve, String header, String message)
            throws IOException {
        new Overrides(
                        resolve.isEmpty() ? List.of() : List.of(resolve),
                        Optional.empty(),
                        header.isEmpty() ? List.of() : List.of(header))
                .appliedTo(valid(""), problems);
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .anyMatch(p -> p.startsWith(message))
                .noneMatch(p -> p.contains("s3cret"));
    }

    @Test
    void anExampleMayNameFilesThatAreForItsReaderToPutThere() throws IOException {
        assertThat(read("beta.example.yaml", HEAD + "trust: nowhere.pem\n")).isPresent();
        assertThat(problems.sorted()).isEmpty();
    }
}
