package org.cookieproof.cli;

import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command prints: data on stdout, progress on stderr, one live line where that is a terminal. Whatever a target
 * sent is stripped of control characters on the way.
 */
final class Terminal {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean colour;
    private final boolean live;
    private boolean liveLineShown;

    Terminal(PrintWriter out, PrintWriter err, boolean colour, boolean live) {
        this.out = out;
        this.err = err;
        this.colour = colour;
        this.live = live;
    }

    /** The launcher tells which of our streams are terminals, since Java cannot. */
    static Terminal of(CommandSpec spec) {
        boolean colour = Boolean.getBoolean("cookieproof.stdout.tty") && System.getenv("NO_COLOR") == null;
        boolean live = Boolean.getBoolean("cookieproof.stderr.tty") && System.getenv("CI") == null;
        return new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), colour, live);
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    boolean isLive() {
        return live;
    }

    /** A line that stays. */
    synchronized void progress(String line) {
        clearLive();
        err.println(told(line));
        err.flush();
    }

    /** A line that the next one overwrites; nothing where stderr is no terminal. */
    synchronized void live(String line) {
        if (live) {
            err.print("\r\u001b[K" + harmless(line).replace('\n', ' '));
            err.flush();
            liveLineShown = true;
        }
    }

    synchronized void clearLive() {
        if (liveLineShown) {
            err.print("\r\u001b[K");
            err.flush();
            liveLineShown = false;
        }
    }

    String red(String text) {
        return paint("31", text);
    }

    String green(String text) {
        return paint("32", text);
    }

    String yellow(String text) {
        return paint("33", text);
    }

    String bold(String text) {
        return paint("1", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** C0 and C1 controls (ECMA-48), line and paragraph separators, lone surrogates, and what turns the direction. */
    private static final Pattern STEERING = Pattern.compile(
            "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\p{Cs}]");

    private static final Pattern COMMAND = Pattern.compile("(?m)^([\\h\\f\\x0b]*)::");

    /** A hostile header must not steer the terminal that shows it, nor make a line say something else. */
    static String harmless(String text) {
        // Wherever it stands in a line, GitHub's runner takes ##[command] for one; see its ActionCommand.TryParse.
        return STEERING.matcher(text).replaceAll("\uFFFD").replace("##[", "# #[");
    }

    /**
     * The same, for what may have several lines: all but the first begin with a bar, since what a line begins with must
     * be ours. GitHub's runner obeys {@code ::command::} there, behind white space, too.
     */
    static String told(String text) {
        return harmless(text).replace("\n", "\n    \u2502 ");
    }

    /** JSON that says the same and steers nothing: such characters can only stand in its strings. */
    static String json(String json) {
        return STEERING.matcher(json)
                .replaceAll(found -> Matcher.quoteReplacement(
                        String.format("\\u%04x", (int) found.group().charAt(0))))
                .replace("##[", "\\u0023#[");
    }

    /** XML without comments and sections that says the same and holds no command of GitHub's runner. */
    static String xml(String xml) {
        return COMMAND.matcher(xml).replaceAll("$1&#58;:").replace("##[", "&#35;#[");
    }
}
