package org.cookieproof.driver.text;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.Reply;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;

/**
 * Links 2: its status line tells whether it is at work, its dialogs tell where that has led, how much of the document it
 * has and the header, and its menu saves the source from its cache. Each key is typed at a screen that has been read.
 */
final class Links implements TextBrowser {

    private static final String INFO = "Info";
    private static final String HEADER = "Header info";
    private static final String FAILED = "Error";
    private static final String UNKNOWN_TYPE = "Unknown type";
    private static final String PASSWORD = "Authorization required";
    private static final String DOWNLOAD = "Download";

    /** Its menu, which opens where plain keys are typed into a field of a page as well. */
    private static final String MENU = "\u001b[20~";

    private static final String GO_TO = MENU + "fg";
    private static final String SAVE_AS = MENU + "fv";
    private static final String DOCUMENT_INFO = MENU + "vi";
    private static final String HEADER_INFO = MENU + "ve";

    private final BrowserHome home;
    private int pages;

    Links(BrowserHome home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "links2";
    }

    /** Of {@code Links 2.28}. */
    @Override
    public String engine(String versionLine) {
        return versionLine;
    }

    @Override
    public void prepare() throws IOException {
        // without it there is a welcome to be answered
        home.write(".links2/links.cfg", "");
        home.write("0.html", "<p>Here");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("SSL_CERT_FILE", home.ca().toString());
    }

    @Override
    public List<String> command() {
        String proxy = home.proxy().replaceFirst("^http://(.*)/$", "$1");
        return List.of(
                "links2",
                "-no-connect",
                "-http-proxy",
                proxy,
                "-https-proxy",
                proxy,
                "-ssl.certificates",
                "2",
                // nothing is asked for twice
                "-retries",
                "1",
                "-enable-cookies",
                "1",
                "-save-cookies",
                "1",
                // what is shown is kept, and saved without another request, the answer to a form as well
                "-aggressive-cache",
                "1",
                // nothing else is: a page that is asked for again comes from the server again
                "-memory-cache-size",
                "0",
                "-format-cache-size",
                "0",
                // it keeps sources as they came, compressed or not
                "-http-bugs.no-compression",
                "1",
                // what a page asks for is asked for by the session, where its profile can
                "-html-auto-refresh",
                "0",
                "file://" + home.file("0.html"));
    }

    /** What the status line says of the first page, and where its colour ends. */
    @Override
    public String ready() {
        return "mOK\u001b";
    }

    @Override
    public Reply send(Call call, Terminal terminal) throws IOException {
        String name = ++pages + ".html";
        String page = "file://" + home.file(name);
        home.write(name, LocalPage.asking(call));
        Visit visit = new Visit(
                terminal, System.nanoTime() + home.surroundings().patience().toNanos());
        visit.settled(GO_TO + "\u0015" + page + "\r");
        while (!visit.info().equals(new LinksScreen.Shown(page, Files.size(home.file(name))))) {
            visit.expectInTime();
        }
        LinksScreen screen = visit.settled("\r");
        while (!screen.shows(FAILED)) {
            LinksScreen.Shown shown = visit.info();
            if (!shown.url().equals(page) && shown.size() >= 0) {
                return got(call, shown, visit);
            }
            visit.expectInTime();
            screen = visit.settled("");
        }
        visit.drawn("\r");
        return new Reply.Failed(call.url(), screen.text());
    }

    private Reply got(Call call, LinksScreen.Shown shown, Visit visit) throws IOException {
        HeaderBox head = HeaderBox.read(visit.opened(HEADER_INFO, HEADER).rows());
        visit.drawn("\r");
        if (head.status() == 0) {
            return new Reply.Failed(call.url(), "Links shows " + shown.url() + " without a status");
        }
        if (head.redirects()) {
            return new Reply.Failed(call.url(), "Links follows no further than " + shown.url());
        }
        String source = pages + ".source";
        visit.opened(SAVE_AS, DOWNLOAD);
        LinksScreen screen = visit.drawn("\u0015" + home.file(source) + "\r");
        while (screen.shows(DOWNLOAD) || home.length(source) != shown.size()) {
            visit.expectInTime();
            screen = visit.drawn("");
        }
        return new Reply.Got(
                Url.parse(shown.url()),
                head.status(),
                head.contentType(),
                Body.of(Files.readAllBytes(home.file(source))));
    }

    /**
     * One request on its way.
     *
     * @param until when patience ends, in nanoseconds of {@link System#nanoTime()}
     */
    private record Visit(Terminal terminal, long until) {

        /** The screen after these keys. */
        LinksScreen drawn(String keys) {
            terminal.typeAfresh(keys + LinksScreen.REDRAW);
            terminal.awaitAny(List.of(LinksScreen.DRAWN));
            return LinksScreen.read(terminal.written());
        }

        /** The screen after these keys and what they set going, questions about it answered. */
        LinksScreen settled(String keys) {
            LinksScreen screen = drawn(keys);
            while (true) {
                if (screen.shows(FAILED)) {
                    return screen;
                }
                if (screen.shows(UNKNOWN_TYPE)) {
                    screen = drawn("d");
                } else if (screen.shows(PASSWORD)) {
                    // over name, password and OK to Cancel, which leaves what the server said
                    screen = drawn("\t\t\t\r");
                } else if (screen.loading()) {
                    terminal.awaitAny(List.of(LinksScreen.CHANGED));
                    screen = drawn("");
                } else {
                    return screen;
                }
                expectInTime();
            }
        }

        /** The screen with the dialog that these keys open. */
        LinksScreen opened(String keys, String title) {
            LinksScreen screen = drawn(keys);
            while (!screen.shows(title)) {
                expectInTime();
                screen = drawn("");
            }
            return screen;
        }

        LinksScreen.Shown info() {
            LinksScreen.Shown shown = opened(DOCUMENT_INFO, INFO).info();
            drawn("\r");
            return shown;
        }

        void expectInTime() {
            if (System.nanoTime() > until) {
                throw new UserAgentBrokenException("links2 has not got there in time: "
                        + LinksScreen.read(terminal.written()).text());
            }
        }
    }

    /** Control-C, which asks nothing. */
    @Override
    public String quit() {
        return "\u0003";
    }
}
