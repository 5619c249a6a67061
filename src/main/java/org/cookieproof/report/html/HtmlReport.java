package org.cookieproof.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.evidence.CellId;
import org.cookieproof.report.since.Changes;
import org.cookieproof.report.since.EarlierRuns;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.Mirror;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.SignalMoves;

/**
 * {@code index.html}: the whole run in one file, for a person. It loads nothing and its content security policy allows
 * nothing but its own style sheet and script, by their hashes.
 */
public final class HtmlReport {

    /** Findings that are unfolded from the start; with hundreds of them a page should still open at once. */
    private static final int UNFOLDED = 5;

    private HtmlReport() {}

    /** A page beside it, to which it leads where it is there: how the user agents were measured to behave. */
    public static final String PASSPORTS = "passports.html";

    /** @throws UncheckedIOException when the file cannot be written */
    public static void write(RunRecord run, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            boolean passports = Files.isRegularFile(file.resolveSibling(PASSPORTS));
            Files.write(file, render(run, passports).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    static String render(RunRecord run) {
        return render(run, false);
    }

    private static String render(RunRecord run, boolean passports) {
        String style = resource("report.css");
        String script = resource("report.js");
        Markup html = new Markup();
        html.open("html", "lang", "en").line().open("head").line();
        html.open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy(style, script));
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.open("meta", "name", "referrer", "content", "no-referrer").line();
        html.element(
                "title",
                RunHeader.headline(run.ledger()) + " – " + run.manifest().run().target() + " – Cookieproof");
        html.ours("style", style).close().line();
        html.open("body").line();
        body(html, run, passports);
        html.ours("script", script);
        html.close().close();
        return "<!doctype html>\n" + html + "\n";
    }

    private static void body(Markup html, RunRecord run, boolean passports) {
        Optional<Changes> changes = EarlierRuns.of(run).map(earlier -> Changes.between(earlier, run));
        List<FindingGroup> findings = newFirst(FindingGroup.of(run), changes);
        List<ReasonGroup> reasons = ReasonGroup.of(run);
        html.open("a", "class", "skip", "href", findings.isEmpty() ? "#matrix" : "#findings")
                .text(findings.isEmpty() ? "Skip to the cells" : "Skip to the findings")
                .close()
                .line();
        KnownBites bites = KnownBites.read(run.directory().known()).orElse(KnownBites.NONE);
        SignalMoves signals = SignalMoves.read(run.directory().signals());
        RunHeader.show(html, run, bites, signals, passports);
        html.open("main").line();
        SinceSection.show(html, changes, findings);
        Anchors anchors = new Anchors(findings, reasons);
        Matrix matrix = new Matrix(run, anchors);
        matrix.show(html);
        findings(html, run, findings, changes);
        KnownIssues.stale(html, bites);
        SignalsSection.show(html, signals);
        Mirror.read(run.directory().mirror()).ifPresent(m -> MirrorSection.show(html, m));
        new ReasonLists(run, reasons).show(html);
        Exceptions.show(html, run.manifest().run().target(), run.manifest().exceptions());
        html.close().line();
        html.open("footer")
                .element(
                        "p",
                        "Made by Cookieproof from results.jsonl and its recordings. Secrets are shown as keyed hashes,"
                                + " such as ‹a1b2c3d4›: within this run, the same hash is the same value.")
                .close()
                .line();
        html.open("dialog", "id", "cell", "aria-labelledby", "cell-h").close().line();
        html.data("data", new CellData(run, anchors, findings).json(matrix.shown()));
    }

    /** Within the new ones and the others the order stays. */
    private static List<FindingGroup> newFirst(List<FindingGroup> findings, Optional<Changes> changes) {
        return findings.stream()
                .sorted(Comparator.comparing((FindingGroup g) -> !isNew(g, changes)))
                .toList();
    }

    private static boolean isNew(FindingGroup group, Optional<Changes> changes) {
        return changes.filter(c -> c.isNew(group.fingerprint())).isPresent();
    }

    private static void findings(Markup html, RunRecord run, List<FindingGroup> findings, Optional<Changes> changes) {
        html.open("section", "id", "findings", "aria-labelledby", "findings-h");
        html.open("h2", "id", "findings-h").text("Findings");
        html.element("span", " " + findings.size(), "class", "dim").close();
        if (findings.isEmpty()) {
            html.element("p", "None.", "class", "dim lead");
        }
        Map<CellId, String> pictures = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            FindingGroup group = findings.get(i);
            new FindingArticle(run, group, pictures, isNew(group, changes)).show(html, i < UNFOLDED);
        }
        html.close().line();
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; img-src data:; style-src " + hash(style) + "; script-src " + hash(script)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String source) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read our own " + name, e);
        }
    }
}
