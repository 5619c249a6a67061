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
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static MediaWikiServer server;
    private static Path authority;

    @BeforeAll
    static void start() throws Exception {
        // A space, as in a user's own directory.
        server = MediaWikiServer.start(temp.resolve("a wiki"), MediaWikiSettings.defaults());
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
    void itIsHealthyAndHasItsAccounts() {
        assertThat(server.healthy()).isTrue();
        assertThat(server.accounts()).hasSize(12).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void theApiLogsInAndCookiesAreSecureOnHttpsOnly(String scheme) throws Exception {
        MediaWikiAccount account = server.accounts().get(0);
        Path jar = temp.resolve("api-" + scheme);
        String api = scheme + "://" + server.host() + "/w/api.php?format=json";
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
        String form = scheme + "://" + server.host() + "/w/index.php?title=Special:UserLogin&returnto=Main+Page";
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

        String article = scheme + "://" + server.host() + MediaWikiServer.ARTICLE;
        assertThat(answer).startsWith("HTTP/1.1 302 ").contains("Location: " + article + "\r\n");
        assertThat(curl(jar, article)).contains("\"wgUserName\":\"" + account.name() + "\"");
        assertThat(curl(temp.resolve("nobody"), article)).contains("\"wgUserName\":null");
    }

    @Test
    void aHiddenPortDoesNotComeBackInARedirect() throws Exception {
        assertThat(curl(temp.resolve("nobody"), "http://" + server.host() + "/"))
                .startsWith("HTTP/1.1 302 ")
                .contains("Location: /wiki/Main_Page\r\n");
    }

    @Test
    void filesOfThePageAreServedButNoPhpSource() throws Exception {
        String wiki = "https://" + server.host() + "/w/";
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
    void itLeavesNoProcessAndNoFile() throws Exception {
        Path directory = temp.resolve("another");
        long before = children();
        MediaWikiServer another =
                MediaWikiServer.start(directory, new MediaWikiSettings("x.test", 1, 1, Duration.ofSeconds(60)));
        assertThat(another.healthy()).isTrue();
        assertThat(children()).isGreaterThan(before);

        another.close();
        another.close();

        assertThat(children()).isEqualTo(before);
        assertThat(another.healthy()).isFalse();
        assertThat(directory).doesNotExist();
    }

    @Test
    void aStartThatFailsShowsTheEndOfTheLogAndLeavesNoProcess() {
        Path directory = temp.resolve("impatient");
        long before = children();
        assertThatThrownBy(() ->
                        MediaWikiServer.start(directory, new MediaWikiSettings("x.test", 1, 1, Duration.ofMillis(1))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("install.php took longer than")
                .hasMessageContaining("the end of " + directory.resolve("install.php.log"));
        assertThat(children()).isEqualTo(before);
    }

    @Test
    void aDirectoryWithSomethingInItIsLeftAlone() throws Exception {
        Path directory = Files.createDirectory(temp.resolve("taken"));
        Path letter = Files.writeString(directory.resolve("letter"), "dear");
        assertThatThrownBy(() -> MediaWikiServer.start(directory, MediaWikiSettings.defaults()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not empty");
        assertThat(letter).hasContent("dear");
    }

    private static long children() {
        return ProcessHandle.current().descendants().count();
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
        for (String route : List.of("80:127.0.0.1:" + server.httpPort(), "443:127.0.0.1:" + server.httpsPort())) {
            command.addAll(List.of("--connect-to", server.host() + ":" + route));
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
