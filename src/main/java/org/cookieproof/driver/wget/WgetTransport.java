package org.cookieproof.driver.wget;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.ClientProcess;
import org.cookieproof.driver.NetscapeCookies;
import org.cookieproof.driver.Reply;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.Transport;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;

/** Sends each request by a process of its own; the cookie file in between is wget's, session cookies included. */
final class WgetTransport implements Transport {

    private static final String JAR = "cookies.txt";
    private static final String BODY = "body.bin";
    private static final String CONTENT = "content.bin";
    private static final String NO_CAS = "no-cas";

    /** What wget says of itself; said by --header it would also stand in the GET that a redirect leads to. */
    private static final String ITS_OWN_TYPE = "application/x-www-form-urlencoded";

    /** Exit status for an error that the server reported (wget(1), Exit Status): there is a page all the same. */
    private static final int SERVER_SAID_ERROR = 8;

    private final ClientProcess wget;
    private final Path dir;
    private final List<String> everyTime;

    WgetTransport(ClientProcess wget, Surroundings surroundings, int maxRedirects) {
        this.wget = wget;
        this.dir = surroundings.scratch();
        InetSocketAddress address = surroundings.proxy();
        String proxy = "http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/";
        this.everyTime = List.of(
                "--no-config",
                "--load-cookies=" + JAR,
                "--save-cookies=" + JAR,
                "--keep-session-cookies",
                "--execute=http_proxy=" + proxy,
                "--execute=https_proxy=" + proxy,
                "--execute=use_proxy=on",
                "--ca-certificate=" + surroundings.caPem().toAbsolutePath(),
                // Otherwise it would trust /etc/ssl/certs as well.
                "--ca-directory=" + dir.resolve(NO_CAS),
                // A request sent twice would be no observation of one.
                "--tries=1",
                "--max-redirect=" + maxRedirects,
                "--content-on-error",
                "--server-response",
                "--output-document=" + BODY);
        prepare();
    }

    private void prepare() {
        try {
            Files.createDirectories(dir.resolve(NO_CAS));
            Files.write(dir.resolve(JAR), new byte[0]);
        } catch (IOException e) {
            throw new UserAgentBrokenException("cannot prepare wget's directory " + dir, e);
        }
    }

    /** {@code GNU Wget 1.21.3} of {@code GNU Wget 1.21.3 built on linux-gnu. …}. */
    @Override
    public String engine() {
        String version = wget.run(List.of("--no-config", "--version"), ClientProcess.NO_INPUT)
                .out();
        int end = version.indexOf(" built on");
        return end < 0 ? version.lines().findFirst().orElse("wget") : version.substring(0, end);
    }

    @Override
    public Reply send(Call call) {
        try {
            Files.write(dir.resolve(BODY), new byte[0]); // wget leaves the last one when nothing comes
            ClientProcess.Ended ended = wget.run(arguments(call), ClientProcess.NO_INPUT);
            WgetLog log = WgetLog.read(ended.err());
            boolean shown = ended.status() == 0 || (ended.status() == SERVER_SAID_ERROR && log.status() != 0);
            if (!shown || log.redirects() || log.url().isEmpty()) {
                return new Reply.Failed(call.url(), "wget ended with " + ended.status() + ": " + log.lastWords());
            }
            return new Reply.Got(
                    Url.parse(log.url().get()),
                    log.status(),
                    log.contentType(),
                    Body.of(Files.readAllBytes(dir.resolve(BODY))));
        } catch (IOException e) {
            throw new UserAgentBrokenException("cannot exchange files with wget in " + dir, e);
        }
    }

    private List<String> arguments(Call call) throws IOException {
        List<String> arguments = new ArrayList<>(everyTime);
        Call.Content content = call.content();
        if (content != null) {
            Files.write(dir.resolve(CONTENT), content.body().bytes());
            if (!content.type().equals(ITS_OWN_TYPE)) {
                arguments.add("--header=Content-Type: " + content.type());
            }
        }
        // With --method=POST it would post again after a redirect.
        if (call.method().equals("POST")) {
            arguments.add("--post-file=" + CONTENT);
        } else if (!call.method().equals("GET") || content != null) {
            arguments.add("--method=" + call.method());
            if (content != null) {
                arguments.add("--body-file=" + CONTENT);
            }
        }
        if (call.referer() != null) {
            arguments.add("--referer=" + call.referer());
        }
        arguments.add(call.url().toString());
        return arguments;
    }

    @Override
    public Jar jar() {
        try {
            return NetscapeCookies.read(dir.resolve(JAR), false);
        } catch (IOException e) {
            throw new UserAgentBrokenException("cannot read wget's cookie file in " + dir, e);
        }
    }

    /**
     * Has wget itself drop the session cookies. It loads its file no earlier than for a request, so that one is made, to a
     * port where nobody listens.
     */
    @Override
    public void restart() {
        wget.run(
                List.of(
                        "--no-config",
                        "--load-cookies=" + JAR,
                        "--save-cookies=" + JAR,
                        "--no-proxy",
                        "--tries=1",
                        "--output-document=" + BODY,
                        "http://127.0.0.1:1/"),
                ClientProcess.NO_INPUT);
    }

    @Override
    public void close() {
        // no process outlives the request it was started for
    }
}
