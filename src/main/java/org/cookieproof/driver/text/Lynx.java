package org.cookieproof.driver.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.Reply;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;

/**
 * Lynx: it downloads what a link or a button leads to, and a program of ours is told on which page that leaves it: the
 * one with download options, a server's error page, or the page it came from.
 */
final class Lynx implements TextBrowser {

    private static final String LOG = "Lynx.trace";

    private final BrowserHome home;
    private int pages;

    Lynx(BrowserHome home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "lynx";
    }

    /** Of {@code Lynx Version 2.9.0dev.12 (02 Jan 2023)}. */
    @Override
    public String engine(String versionLine) {
        return versionLine.replaceFirst("^Lynx Version (\\S*).*$", "Lynx $1");
    }

    @Override
    public void prepare() throws IOException {
        String tell = "EXTERNAL:%s:" + home.file("tell") + " %%s:TRUE\n";
        home.write(
                "lynx.cfg",
                "FORCE_SSL_PROMPT:no\nSSL_CERT_FILE:" + home.ca() + "\n"
                        + "SET_COOKIES:TRUE\nACCEPT_ALL_COOKIES:TRUE\nPERSISTENT_COOKIES:TRUE\n"
                        + "COOKIE_FILE:" + home.file("cookies") + "\nCOOKIE_SAVE_FILE:" + home.file("cookies") + "\n"
                        // what begins so: https as well
                        + tell.formatted("file") + tell.formatted("http")
                        + "PREPEND_BASE_TO_SOURCE:FALSE\nPREPEND_CHARSET_TO_SOURCE:FALSE\nSOURCE_CACHE:FILE\n"
                        // a page that is asked for again comes from the server again
                        + "DEFAULT_CACHE_SIZE:1\nALWAYS_RESUBMIT_POSTS:TRUE\n"
                        + "NO_PAUSE:TRUE\nINFOSECS:0\nMESSAGESECS:0\nALERTSECS:0\nTEXTFIELDS_NEED_ACTIVATION:TRUE\n"
                        // the answers to the questions about a redirected POST and a 401's body; otherwise nothing
                        + "KEYMAP:P:DO_NOTHING\nKEYMAP:y:DO_NOTHING\n");
        home.write("0.html", "<p>Here");
        home.writeTeller("printf '%s\\n' \"$1\" > told");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "http_proxy", home.proxy(),
                "https_proxy", home.proxy(),
                "SSL_CERT_FILE", home.ca().toString(),
                "LYNX_TEMP_SPACE", home.directory().toString());
    }

    @Override
    public List<String> command() {
        return List.of(
                "lynx",
                "-cfg=" + home.file("lynx.cfg"),
                // keys that are typed while something loads are for what comes then
                "-nozap=full",
                "-trace",
                "-tlog",
                home.file("0.html").toString());
    }

    @Override
    public String ready() {
        return "=history list";
    }

    @Override
    public Reply send(Call call, Terminal terminal) throws IOException {
        String page = "/" + ++pages + ".html";
        home.write(page.substring(1), LocalPage.asking(call));
        home.forget();
        long start = home.length(LOG);
        // typed ahead, what follows would be lost when the prompt comes
        terminal.typeAfresh("g");
        terminal.await("URL to open:");
        // goes there, clearing what the prompt may show first; downloads; tells
        terminal.type("\u0015file://localhost" + home.directory() + page + "\rdPy,");
        terminal.await(TOLD, ready());
        String told = home.told();
        if (told.endsWith(page)) {
            return new Reply.Failed(call.url(), terminal.text().strip());
        }
        LynxTrace trace = LynxTrace.read(home.since(LOG, start));
        Optional<Path> source = told.startsWith("file:") ? downloaded(told) : trace.cached();
        if (source.isEmpty() || trace.url().isEmpty()) {
            return new Reply.Failed(call.url(), terminal.text().strip());
        }
        return new Reply.Got(
                Url.parse(trace.url().get()),
                trace.status(),
                trace.contentType(),
                Body.of(Files.readAllBytes(source.get())));
    }

    /** The file that the page with download options offers. */
    private static Optional<Path> downloaded(String page) throws IOException {
        String text =
                Files.readString(Path.of(page.replaceFirst("^file://localhost", "")), StandardCharsets.ISO_8859_1);
        String before = "LYNXDOWNLOAD://Method=-1/File=";
        int start = text.indexOf(before);
        int end = text.indexOf("/SugFile=", start);
        return start < 0 || end < 0
                ? Optional.empty()
                : Optional.of(Path.of(text.substring(start + before.length(), end)));
    }

    @Override
    public String quit() {
        return "Q";
    }
}
