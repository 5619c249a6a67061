package org.cookieproof.driver.wget;

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
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;

/** Sends each request by a process of its own; the cookie file in between is wget's, session cookies included. */
final class WgetTransport implements Transport {

    /** Exit status for an error that the server reported (wget(1), Exit Status): there is a page all the same. */
    private static final int SERVER_SAID_ERROR = 8;

    private final ClientProcess wget;
    private final ClientFiles files;
    private final List<String> everyTime;

    WgetTransport(ClientProcess wget, Surroundings surroundings, int maxRedirects) {
        this.wget = wget;
        this.files = ClientFiles.prepared("wget", surroundings.scratch());
        String proxy = "http://" + ClientFiles.authority(surroundings.proxy()) + "/";
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
                "--ca-directory=" + files.directory().resolve(NO_CAS),
                // A request sent twice would be no observation of one.
                "--tries=1",
                "--max-redirect=" + maxRedirects,
                "--content-on-error",
                "--server-response",
                "--output-document=" + BODY);
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
            files.forgetBody();
            ClientProcess.Ended ended = wget.run(arguments(call), ClientProcess.NO_INPUT);
            WgetLog log = WgetLog.read(ended.err());
            boolean shown = ended.status() == 0 || (ended.status() == SERVER_SAID_ERROR && log.status() != 0);
            if (!shown || log.redirects() || log.url().isEmpty()) {
                return new Reply.Failed(call.url(), "wget ended with " + ended.status() + ": " + log.lastWords());
            }
            return new Reply.Got(Url.parse(log.url().get()), log.status(), log.contentType(), files.body());
        } catch (IOException e) {
            throw files.unusable(e);
        }
    }

    private List<String> arguments(Call call) throws IOException {
        List<String> arguments = new ArrayList<>(everyTime);
        Call.Content content = call.content();
        if (content != null) {
            files.content(content.body());
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
        call.headers().forEach((name, value) -> arguments.add("--header=" + name + ": " + value));
        arguments.add(call.url().toString());
        return arguments;
    }

    @Override
    public Jar jar() {
        return files.jar(false);
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
