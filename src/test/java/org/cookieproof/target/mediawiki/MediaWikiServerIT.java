package org.cookieproof.target.mediawiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Sites;
import org.cookieproof.target.process.ProcessesIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaWikiServerIT {

    private static final Pattern LOGIN_TOKEN = Pattern.compile("\"logintoken\":\"([0-9a-f]+)\\+");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"wpLoginToken\"[^>]*value=\"([0-9a-f]+)\\+");

    @TempDir
    static Path temp;

    private static final String HOST = "en.wikipedia.test";
    private static final String ARTICLE = "/wiki/Main_Page";
    private static final MediaWikiSettings FAMILY = MediaWikiSettings.of(
            MediaWikiFamily.of(new Sites(Map.of(
                    Role.FIRST, HOST,
                    Role.SIBLING, "de.wikipedia.test",
                    Role.FOREIGN, "www.canary.test"))),
            MediaWikiVariant.AS_SHIPPED);

    private static MediaWikiServer server;
    private static Path authority;

    @BeforeAll
    static void start() throws Exception {
        // A space, as in a user's own directory.
        server = MediaWikiServer.start(temp.resolve("a wiki"), FAMILY);
        authority = temp.resolve("ca.pem");
        Files.writeString(
                authority,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(server.certificateAuthority().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itHasItsAccounts() {
        assertThat(server.accounts()).hasSize(12).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void theApiLogsInAndCookiesAreSecureOnHttpsOnly(String scheme) throws Exception {
        MediaWikiAccount account = server.accounts().get(0);
        Path jar = temp.resolve("api-" + scheme);
        String api = scheme + "://" + HOST + "/w/api.php?format=json";
        String token = found(LOGIN_TOKEN, curl(jar, api + "&action=query&meta=tokens&type=login"));

        String answer = curl(
                jar,
                api + "&action=login",
                "--data-urlencode",
                "lgtoken=" + token + "+\\",
                "--data-urlencode",
                "lgname=" + account.name(),
                "--data-urlencode",
                "lgpassword=" + account.password());

        assertThat(answer).contains("\"result\":\"Success\"");
        assertThat(setCookies(answer)).hasSize(4).allSatisfy(line -> {
            assertThat(line).contains("path=/", "HttpOnly");
            assertThat(line.contains("; secure")).isEqualTo(scheme.equals("https"));
        });
        assertThat(curl(jar, api + "&action=query&meta=userinfo")).contains("\"name\":\"" + account.name() + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void theFormLogsInAndStaysOnItsScheme(String scheme) throws Exception {
        MediaWikiAccount account = server.accounts().get(1);
        Path jar = temp.resolve("form-" + scheme);
        String form = scheme + "://" + HOST + "/w/index.php?title=Special:UserLogin&returnto=Main+Page";
        String token = found(FORM_TOKEN, curl(jar, form));

        String answer = curl(
                jar,
                form,
                "--data-urlencode",
                "wpLoginToken=" + token + "+\\",
                "--data-urlencode",
                "wpName=" + account.name(),
                "--data-urlencode",
                "wpPassword=" + account.password(),
                "--data",
                "authAction=login&wploginattempt=Log+in");

        String article = scheme + "://" + HOST + ARTICLE;
        assertThat(answer).startsWith("HTTP/1.1 302 ").contains("Location: " + article + "\r\n");
        assertThat(curl(jar, article)).contains("\"wgUserName\":\"" + account.name() + "\"");
        assertThat(curl(temp.resolve("nobody"), article)).contains("\"wgUserName\":null");
    }

    @Test
    void eachWikiOfTheFamilyKnowsTheAccountsAndNoSessionOfAnother() throws Exception {
        MediaWikiAccount account = server.accounts().get(2);
        for (String host : List.of(HOST, "de.wikipedia.test")) {
            Path jar = temp.resolve("each-" + host);
            String api = "https://" + host + "/w/api.php?format=json";
            String token = found(LOGIN_TOKEN, curl(jar, api + "&action=query&meta=tokens&type=login"));
            String answer = curl(
                    jar,
                    api + "&action=login",
                    "--data-urlencode",
                    "lgtoken=" + token + "+\\",
                    "--data-urlencode",
                    "lgname=" + account.name(),
                    "--data-urlencode",
                    "lgpassword=" + account.password());
            assertThat(answer).contains("\"result\":\"Success\"");
            String session = Files.readString(jar)
                    .lines()
                    .filter(line -> line.contains("wiki_session"))
                    .map(line -> line.replaceAll(".*\t(\\S+)\t(\\S+)$", "$1=$2"))
                    .findFirst()
                    .orElseThrow();
            String elsewhere = host.equals(HOST) ? "de.wikipedia.test" : HOST;
            assertThat(curl(
                            temp.resolve("nobody"),
                            "https://" + elsewhere + ARTICLE,
                            "--header",
                            "Cookie: " + session.replaceFirst("^..", elsewhere.substring(0, 2))))
                    .contains("\"wgUserName\":null");
        }
    }

    @Test
    void theCanaryAnswersEverybodyAlikeAndOtherNamesAreNobodys() throws Exception {
        assertThat(curl(temp.resolve("nobody"), "https://www.canary.test" + ARTICLE))
                .startsWith("HTTP/1.1 200 ")
                .contains("Content-Type: text/html; charset=utf-8\r\n", "Cache-Control: public")
                .doesNotContain("Set-Cookie");
        assertThat(curl(temp.resolve("nobody"), "http://www.example.test" + ARTICLE))
                .startsWith("HTTP/1.1 421 ");
    }

    @Test
    void aHiddenPortDoesNotComeBackInARedirect() throws Exception {
        assertThat(curl(temp.resolve("nobody"), "http://" + HOST + "/"))
                .startsWith("HTTP/1.1 302 ")
                .contains("Location: /wiki/Main_Page\r\n");
    }

    @Test
    void filesOfThePageAreServedButNoPhpSource() throws Exception {
        String wiki = "https://" + HOST + "/w/";
        assertThat(curl(temp.resolve("nobody"), wiki + "resources/assets/no-such-file.png"))
                .startsWith("HTTP/1.1 404 ");
        assertThat(curl(temp.resolve("nobody"), wiki + "resources/assets/wiki.png"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(curl(temp.resolve("nobody"), wiki + "resources/Resources.php"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(curl(temp.resolve("nobody"), wiki + "maintenance/install.php"))
                .startsWith("HTTP/1.1 404 ");
    }

    @Test
    void aStartThatFailsShowsTheEndOfTheLogAndLeavesNoProcess() {
        Path directory = temp.resolve("impatient");
        assertThatThrownBy(() -> MediaWikiServer.start(directory, FAMILY.with(1, 1, Duration.ofMillis(1))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("install.php took longer than")
                .hasMessageContaining("the end of " + directory.resolve("install.php.log"));
        assertThat(ProcessesIn.directory(directory)).isEmpty();
        assertThat(directory.resolve("administrator")).as("with the password").doesNotExist();
    }

    @Test
    void aDirectoryWithSomethingInItIsLeftAlone() throws Exception {
        Path directory = Files.createDirectory(temp.resolve("taken"));
        Path letter = Files.writeString(directory.resolve("letter"), "dear");
        assertThatThrownBy(() -> MediaWikiServer.start(directory, FAMILY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not empty");
        assertThat(letter).hasContent("dear");
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static List<String> setCookies(String answer) {
        return answer.lines().filter(line -> line.startsWith("Set-Cookie: ")).collect(Collectors.toList());
    }

    /** The answer's head and body. curl's engine keeps the cookies; it trusts the wiki's authority alone. */
    private String curl(Path jar, String url, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "curl", "--silent", "--show-error", "--include", "--max-time", "30", "--noproxy", "*", "--cacert"));
        command.add(authority.toString());
        command.addAll(List.of("--cookie", jar.toString(), "--cookie-jar", jar.toString()));
        for (String route : List.of(
                ":80:127.0.0.1:" + server.ports().http(),
                ":443:127.0.0.1:" + server.ports().https())) {
            command.addAll(List.of("--connect-to", route));
        }
        command.addAll(List.of(options));
        command.add(url);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
