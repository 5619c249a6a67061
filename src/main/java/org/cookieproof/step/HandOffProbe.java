package org.cookieproof.step;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cookieproof.evidence.CookieDictionary;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Response;

/**
 * Asks once more, with the harness's own client, for each URL that carried a one-time hand-off value: whether it was
 * good once only. At the end of a cell, since a target that is asked twice may end the session that it gave the first
 * time (RFC 6749 §4.1.2). The judgement is a check's; see {@code hand-offs-are-one-time}.
 */
public final class HandOffProbe {

    private final Stage stage;

    public HandOffProbe(Stage stage) {
        this.stage = stage;
    }

    /**
     * Sends each request again without cookies, as whoever found the URL in a log would: what it gives then, it gives
     * for the value alone. One for each page of a host, the newest.
     */
    public void ask() {
        CookieDictionary dictionary = stage.setting().target().dictionary();
        Map<String, Exchange> newest = new LinkedHashMap<>();
        stage.tap()
                .recording()
                .byUserAgent()
                .filter(e -> e.request().method().equals("GET"))
                .filter(e -> !dictionary.handOffs(e.url()).isEmpty())
                .filter(e ->
                        e.answer().map(Response::status).filter(s -> s < 400).isPresent())
                .sorted(Comparator.comparing(Exchange::number))
                .forEach(e -> newest.put(e.url().origin() + e.url().path(), e));
        for (Exchange once : newest.values()) {
            stage.tap().raw().send("GET", once.url(), Headers.NONE, Body.EMPTY);
        }
    }
}
