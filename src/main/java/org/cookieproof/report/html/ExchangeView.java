package org.cookieproof.report.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cookieproof.evidence.CookieAccount;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Response;

/** The exchange that shows a finding, line by line as on the wire, with the line that shows it marked. */
final class ExchangeView {

    /** In characters; the archive has the rest. */
    private static final int LONGEST_LINE = 1200;

    private static final int MOST_EXCHANGES = 200;

    private final Recording recording;
    private final Exchange exchange;
    private final Optional<String> header;
    private final List<CookieAccount.Line> fates;

    ExchangeView(Recording recording, Exchange exchange, Finding finding, Optional<CookieAccount> account) {
        this.recording = recording;
        this.exchange = exchange;
        this.header = finding.header();
        this.fates = account.stream()
                .flatMap(a -> a.lines().stream())
                .filter(l -> l.exchange() == exchange.number())
                .toList();
    }

    void show(Markup html) {
        html.open("div", "class", "exchange");
        html.open("h4")
                .text("Exchange ")
                .element("span", "#" + exchange.number(), "class", "num")
                .close();
        html.element("p", circumstances(), "class", "dim");
        html.open("div", "class", "wire", "translate", "no");
        startLine(html, exchange.request().method() + " " + exchange.url());
        headers(html, exchange.request().headers());
        html.close();
        html.open("div", "class", "wire answer", "translate", "no");
        Response response = exchange.response();
        if (response == null) {
            startLine(html, "no response: " + exchange.failure());
        } else {
            startLine(html, (response.status() + " " + response.reason()).strip());
            headers(html, response.headers());
        }
        html.close();
        header.filter(h -> !marked())
                .ifPresent(h -> html.open("p", "class", "dim")
                        .text("The finding cites ")
                        .element("code", cut(h))
                        .text(", which this exchange does not carry.")
                        .close());
        all(html);
        html.close().line();
    }

    private String circumstances() {
        StringBuilder text = new StringBuilder();
        text.append(exchange.step() == 0 ? "before the first step" : "during step " + exchange.step());
        text.append(
                switch (exchange.sender()) {
                    case USER_AGENT -> ", sent by " + who();
                    case PROBE -> ", sent by " + who() + " as a probe of the harness";
                    case HARNESS ->
                        ", sent by the harness itself"
                                + (exchange.userAgent().isEmpty() ? "" : " with the jar " + exchange.userAgent());
                });
        recording.exchanges().stream().findFirst().ifPresent(first -> {
            long after = exchange.startedAt().toEpochMilli() - first.startedAt().toEpochMilli();
            if (after > 0) {
                text.append(", ").append(Look.duration(after)).append(" after the first exchange");
            }
        });
        text.append(", took ").append(Look.duration(exchange.took().toMillis()));
        return text.append(exchange.late() ? ", after its step had ended" : "").toString();
    }

    /** Its name, where the cell has more than the one that every cell has. */
    private String who() {
        return exchange.userAgent().isEmpty() ? "the user agent" : exchange.userAgent();
    }

    private static void startLine(Markup html, String line) {
        html.element("div", cut(line), "class", "line start");
    }

    private void headers(Markup html, Headers headers) {
        int setCookies = 0;
        for (HeaderField field : headers.fields()) {
            boolean cited = cites(field);
            html.open("div", "class", cited ? "line cited" : "line");
            if (cited) {
                html.unseen("This line shows it: ");
            }
            html.element("span", field.name(), "class", "name")
                    .text(": " + cut(field.value()))
                    .close();
            if (field.named("Set-Cookie")) {
                fate(html, setCookies++);
            }
        }
    }

    /** Why it was kept or refused: the model's account, which has the profile's declared deviations. */
    private void fate(Markup html, int index) {
        fates.stream()
                .filter(l -> l.index() == index)
                .findFirst()
                .ifPresent(l -> html.open(
                                "div", "class", "fate " + l.fate().name().toLowerCase(Locale.ROOT))
                        .element("span", "→ ", "aria-hidden", "true")
                        .text((exchange.userAgent().isEmpty() ? "user agent" : exchange.userAgent()) + " (model): "
                                + cut(l.why()))
                        .close());
    }

    private boolean marked() {
        Response response = exchange.response();
        List<HeaderField> answered =
                response == null ? List.of() : response.headers().fields();
        return exchange.request().headers().fields().stream().anyMatch(this::cites)
                || answered.stream().anyMatch(this::cites);
    }

    /** Checks cite a whole line, or its value alone. */
    private boolean cites(HeaderField field) {
        return header.filter(h -> h.equalsIgnoreCase(field.toString()) || (h.length() > 3 && h.equals(field.value())))
                .isPresent();
    }

    private void all(Markup html) {
        List<Exchange> exchanges = recording.exchanges();
        html.open("details").element("summary", "All " + Look.count(exchanges.size(), "exchange") + " of this cell");
        html.open("ol", "class", "exchanges", "translate", "no");
        for (Exchange other : exchanges.subList(0, Math.min(MOST_EXCHANGES, exchanges.size()))) {
            html.open("li", "class", other.number() == exchange.number() ? "cited" : "plain")
                    .element("span", "#" + other.number(), "class", "num")
                    .element("span", "step " + other.step(), "class", "dim")
                    .element("span", result(other), "class", "status")
                    .element("span", cut(other.request().method() + " " + other.url()), "class", "url");
            if (!other.userAgent().isEmpty()) {
                html.element("span", other.userAgent(), "class", "dim");
            }
            html.close();
        }
        html.close();
        if (exchanges.size() > MOST_EXCHANGES) {
            html.element("p", "and " + (exchanges.size() - MOST_EXCHANGES) + " more in the recording", "class", "dim");
        }
        html.close();
    }

    private static String result(Exchange exchange) {
        return exchange.answer().map(r -> String.valueOf(r.status())).orElse("\u2013");
    }

    static String cut(String line) {
        return line.length() <= LONGEST_LINE
                ? line
                : line.substring(0, LONGEST_LINE)
                        + String.format(Locale.ROOT, " … (%,d more characters)", line.length() - LONGEST_LINE);
    }
}
