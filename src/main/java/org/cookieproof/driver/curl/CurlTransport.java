package org.cookieproof.driver.curl;

import static org.cookieproof.driver.ClientFiles.BODY;
import static org.cookieproof.driver.ClientFiles.CONTENT;
import static org.cookieproof.driver.ClientFiles.ITS_OWN_TYPE;
import static org.cookieproof.driver.ClientFiles.JAR;
import static org.cookieproof.driver.ClientFiles.NO_CAS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.ClientFiles;
import org.cookieproof.driver.ClientProcess;
import org.cookieproof.driver.Reply;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.Transport;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;

/** Sends each request by a process of its own; the cookie file in between is curl's, session cookies included. */
final class CurlTransport implements Transport {

    private final ClientProcess curl;
    private final ClientFiles files;
    private final List<String> everyTime;

    CurlTransport(ClientProcess curl, Surroundings surroundings, int maxRedirects) {
        this.curl = curl;
        this.files = ClientFiles.prepared("curl", surroundings.scratch());
        this.everyTime = List.of(
                "--disable",
                "--silent",
                "--show-error",
                // From stdin: 7.88 reads a named file a second time while it writes the jar, and so brings back what
                // it had just deleted (curl issue 10677).
                "--cookie",
                "-",
                "--cookie-jar",
                JAR,
                "--proxy",
                "http://" + ClientFiles.authority(surroundings.proxy()),
                "--noproxy",
                "",
                "--cacert",
                surroundings.caPem().toAbsolutePath().toString(),
                // Debian's curl would trust /etc/ssl/certs as well.
                "--capath",
                NO_CAS,
                "--globoff",
                "--proto",
                "=http,https",
                "--location",
                "--max-redirs",
                String.valueOf(maxRedirects));
    }

    /** {@code curl 7.88.1} of {@code curl 7.88.1 (x86_64-pc-linux-gnu) libcurl/7.88.1 …}. */
    @Override
    public String engine() {
        String version = curl.run(List.of("--disable", "--version"), ClientProcess.NO_INPUT)
                .out();
        int end = version.indexOf(" (");
        return end < 0 ? version.lines().findFirst().orElse("curl") : version.substring(0, end);
    }

    @Override
    public Reply send(Call call) {
        try {
            files.forgetBody();
            ClientProcess.Ended ended = curl.run(arguments(call), files.jarFile());
            if (ended.status() != 0) {
                return new Reply.Failed(call.url(), ended.err());
            }
            String[] told = ended.out().split("\n", 3);
            return new Reply.Got(Url.parse(told[0]), Integer.parseInt(told[1]), told[2], files.body());
        } catch (IOException e) {
            throw files.unusable(e);
        }
    }

    private List<String> arguments(Call call) throws IOException {
        List<String> arguments = new ArrayList<>(everyTime);
        Call.Content content = call.content();
        if (content != null) {
            files.content(content.body());
            arguments.addAll(List.of("--data-binary", "@" + CONTENT));
            if (!content.type().equals(ITS_OWN_TYPE)) {
                arguments.addAll(List.of("--header", "Content-Type: " + content.type()));
            }
        }
        arguments.addAll(method(call.method(), content != null));
        if (call.referer() != null) {
            arguments.addAll(List.of("--referer", call.referer()));
        }
        call.headers().forEach((name, value) -> arguments.addAll(List.of("--header", name + ": " + value)));
        arguments.addAll(
                List.of("--output", BODY, "--write-out", "%{url_effective}\\n%{response_code}\\n%{content_type}"));
        arguments.addAll(List.of("--url", call.url().toString()));
        return arguments;
    }

    /** Never {@code --request} where it can be helped: curl would use that method after redirects, too. */
    private static List<String> method(String method, boolean hasContent) {
        if (method.equals("HEAD")) {
            return List.of("--head");
        }
        boolean implied = hasContent ? method.equals("POST") : method.equals("GET");
        return implied ? List.of() : List.of("--request", method);
    }

    @Override
    public Jar jar() {
        return files.jar(true);
    }

    /** Has curl itself drop the session cookies: it reads its file as at the start of a session, and writes it back. */
    @Override
    public void restart() {
        ClientProcess.Ended ended = curl.run(
                List.of(
                        "--disable",
                        "--silent",
                        "--show-error",
                        "--junk-session-cookies",
                        "--cookie",
                        "-",
                        "--cookie-jar",
                        JAR,
                        "--url",
                        "file:///dev/null"),
                files.jarFile());
        if (ended.status() != 0) {
            throw new UserAgentBrokenException("curl could not start a new session: " + ended.err());
        }
    }

    @Override
    public void close() {
        // no process outlives the request it was started for
    }
}
