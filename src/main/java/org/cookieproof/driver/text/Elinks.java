package org.cookieproof.driver.text;

import java.io.IOException;
import java.util.List;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.ClientFiles;
import org.cookieproof.driver.Reply;
import org.cookieproof.http.Url;

/**
 * ELinks: a Lua hook of ours is handed the source of each document once it is whole, and a key runs another that tells
 * where ELinks is; the status stands in its dialog with the header.
 */
final class Elinks implements TextBrowser {

    /** The last row, where it says how loading goes. */
    private static final List<String> LOADED = List.of("\u001b[" + Terminal.ROWS + ";1H", "OK ");

    /** Titles of dialogs, which look different from their frames. */
    private static final String FAILED = " Error \u001b";

    private static final String UNKNOWN_TYPE = " Unknown type \u001b";
    private static final String HEADER = " Header info \u001b";

    /** Where a frame ends, once above and once below. */
    private static final String EDGE = "-+";

    private final BrowserHome home;
    private int pages;

    Elinks(BrowserHome home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "elinks";
    }

    /** Of {@code ELinks 0.13.2}. */
    @Override
    public String engine(String versionLine) {
        return versionLine;
    }

    @Override
    public void prepare() throws IOException {
        String proxy = home.proxy().replaceFirst("^http://(.*)/$", "$1");
        home.write(
                ".elinks/elinks.conf",
                "set protocol.http.proxy.host = \"" + proxy + "\"\nset protocol.https.proxy.host = \"" + proxy + "\"\n"
                        + "set connection.ssl.cert_verify = 1\n"
                        + "set connection.ssl.trusted_ca_file = \"" + home.ca() + "\"\n"
                        // nothing is asked for twice
                        + "set connection.retries = 1\n"
                        + "set cookies.accept_policy = 2\nset cookies.save = 1\n"
                        // a page that is asked for again comes from the server again
                        + "set document.cache.memory.size = 0\nset document.cache.format.size = 0\n"
                        // what a page asks for is asked for by the session, where its profile can
                        + "set document.browse.meta_refresh = 0\nset document.css.enable = 0\n"
                        + "set document.browse.forms.confirm_submit = 0\nset ui.leds.enable = 0\n"
                        // frames of plain characters
                        + "set terminal.vt100.type = 0\n");
        home.write(".elinks/hooks.lua", HOOKS.replace("HOME", home.directory() + "/"));
        home.write("0.html", "<p>Here");
    }

    /** The source of an empty document is never handed over; that of a form's answer has the form in its URL. */
    private static final String HOOKS =
            """
            local sources = {}
            local function write(name, text)
              local file = io.open("HOME" .. name, "wb")
              file:write(text)
              file:close()
            end
            local function tell()
              io.stdout:write("%s")
              io.stdout:flush()
            end
            local function address(url)
              return string.gsub(url, "[#%%z\\1].*$", "")
            end
            function pre_format_html_hook(url, html)
              sources[address(url)] = html
              tell()
              return nil
            end
            bind_key("main", "G", function()
              sources = {}
              local file = io.open("HOMEnext", "r")
              local url = file:read("*l")
              file:close()
              return "goto_url", url
            end)
            bind_key("main", "T", function()
              local url = address(current_url())
              write("%s", sources[url] or "")
              write("told", url)
              tell()
              return nil
            end)
            """.formatted(TextBrowser.TOLD.replace("\u001b", "\\27").replace("\u0007", "\\7"), ClientFiles.BODY);

    @Override
    public List<String> command() {
        return List.of(
                "elinks",
                "-no-connect",
                "1",
                // cookies are kept on disk all the same
                "-touch-files",
                "1",
                "file://" + home.file("0.html"));
    }

    @Override
    public String ready() {
        return "Here";
    }

    @Override
    public Reply send(Call call, Terminal terminal) throws IOException {
        String page = ++pages + ".html";
        home.write(page, LocalPage.asking(call));
        home.write("next", "file://" + home.file(page) + "\n");
        home.forget();
        terminal.typeAfresh("G");
        terminal.await(TOLD);
        terminal.typeAfresh("\r");
        int end = terminal.awaitAny(List.of(List.of(TOLD), LOADED, List.of(FAILED), List.of(UNKNOWN_TYPE)));
        if (end == 3) {
            terminal.await(UNKNOWN_TYPE, EDGE, EDGE);
            terminal.typeAfresh("d");
            terminal.awaitAny(List.of(List.of(TOLD), LOADED));
        }
        if (end == 2) {
            return failed(call, terminal);
        }
        return shown(call, terminal);
    }

    private static Reply failed(Call call, Terminal terminal) {
        terminal.await(FAILED, EDGE, EDGE);
        String reason = terminal.text().strip();
        // the one dialog with a question is about certificates
        terminal.type(reason.contains("without verification") ? "n" : "\r");
        return new Reply.Failed(call.url(), reason);
    }

    private Reply shown(Call call, Terminal terminal) throws IOException {
        terminal.typeAfresh("T");
        terminal.await(TOLD);
        String told = home.told();
        // drawn anew as a whole: otherwise what stands there already is left out
        terminal.typeAfresh("|");
        terminal.await(HEADER, EDGE, EDGE);
        terminal.typeAfresh("\f");
        terminal.await(HEADER, EDGE, EDGE);
        HeaderBox head = HeaderBox.read(terminal.rows());
        terminal.type("\r");
        if (!told.startsWith("http") || head.status() == 0) {
            return new Reply.Failed(call.url(), "ELinks shows " + told);
        }
        if (head.redirects()) {
            return new Reply.Failed(call.url(), "ELinks follows no further than " + told);
        }
        return new Reply.Got(Url.parse(told), head.status(), head.contentType(), home.body());
    }

    @Override
    public String quit() {
        return "Q";
    }
}
