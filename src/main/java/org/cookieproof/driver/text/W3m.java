package org.cookieproof.driver.text;

import java.io.IOException;
import java.util.List;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.ClientFiles;
import org.cookieproof.driver.Reply;
import org.cookieproof.http.Url;

/** w3m: commands are bound to keys, and one of them runs a program of ours that is told where w3m is. */
final class W3m implements TextBrowser {

    private static final String LOG = ".w3m/request.log";

    private final BrowserHome home;

    W3m(BrowserHome home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "w3m";
    }

    /** Of {@code w3m version w3m/0.5.3+git20230121, options lang=en,…}. */
    @Override
    public String engine(String versionLine) {
        return versionLine.replaceFirst("^w3m version w3m/([^,]*).*$", "w3m $1");
    }

    @Override
    public void prepare() throws IOException {
        home.write(
                ".w3m/keymap",
                "keymap G COMMAND \"LOAD " + home.file("next.html") + " ; LINK_BEGIN ; GOTO_LINK\"\n"
                        // the answer to a question about a certificate; otherwise nothing
                        + "keymap n NULL\n"
                        + "keymap T EXTERN " + home.file("tell") + "\n"
                        + "keymap Q EXIT\n");
        // what it cannot show it would ask for a place to save for
        home.write("mailcap", """
                application/xhtml+xml; cat %s; x-htmloutput
                application/json; cat %s; copiousoutput
                text/javascript; cat %s; copiousoutput
                """);
        home.write("next.html", "<p>Here");
        home.writeTeller("cp \"$W3M_SOURCEFILE\" " + ClientFiles.BODY + "\nprintf '%s\\n' \"$W3M_URL\" > told");
    }

    @Override
    public List<String> command() {
        return List.of(
                "w3m",
                "-reqlog",
                "-config",
                "/dev/null",
                "-o",
                "use_proxy=1",
                "-o",
                "no_proxy=",
                "-o",
                "http_proxy=" + home.proxy(),
                "-o",
                "https_proxy=" + home.proxy(),
                "-o",
                "ssl_verify_server=1",
                "-o",
                "ssl_ca_file=" + home.ca(),
                "-o",
                "ssl_ca_path=",
                "-o",
                "ssl_ca_default=0",
                "-o",
                "use_cookie=1",
                "-o",
                "accept_cookie=1",
                "-o",
                "show_cookie=0",
                "-o",
                "follow_redirection=20",
                "-o",
                // it keeps sources as they came, compressed or not
                "accept_encoding=identity",
                "-o",
                "mailcap=" + home.file("mailcap"),
                home.file("next.html").toString());
    }

    @Override
    public String ready() {
        return "Viewing";
    }

    @Override
    public Reply send(Call call, Terminal terminal) throws IOException {
        home.write("next.html", LocalPage.asking(call));
        home.forget();
        long start = home.length(LOG);
        terminal.typeAfresh("GnT");
        terminal.await(TOLD, ready());
        String told = home.told();
        W3mLog log = W3mLog.read(home.since(LOG, start));
        if (!told.startsWith("http") || log.status() == 0) {
            return new Reply.Failed(call.url(), terminal.text().strip());
        }
        if (log.redirects()) {
            return new Reply.Failed(call.url(), "w3m follows no further: redirected " + log.requests() + " times");
        }
        return new Reply.Got(Url.parse(told), log.status(), log.contentType(), home.body());
    }

    @Override
    public String quit() {
        return "Q";
    }
}
