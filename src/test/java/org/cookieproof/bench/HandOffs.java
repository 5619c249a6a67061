package org.cookieproof.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cookieproof.evidence.CookieDictionary;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Url;
import org.cookieproof.tap.TapLease;

/** The requests at the end of every cell: each page that took a one-time value is asked with it once more. */
final class HandOffs {

    private HandOffs() {}

    static void askAgain(Place place, TapLease lease) {
        CookieDictionary dictionary = place.run().target().dictionary();
        Map<String, Url> newest = new LinkedHashMap<>();
        for (Exchange exchange : lease.recording().exchanges()) {
            if (!dictionary.handOffs(exchange.url()).isEmpty()) {
                newest.put(exchange.url().origin() + exchange.url().path(), exchange.url());
            }
        }
        newest.values().forEach(url -> lease.raw().send("GET", url, Headers.NONE, Body.EMPTY));
    }
}
