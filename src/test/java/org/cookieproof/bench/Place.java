package org.cookieproof.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.run.PlannedRun;
import org.cookieproof.tap.Tap;
import org.cookieproof.tap.TapLease;
import org.cookieproof.tap.TapSettings;
import org.cookieproof.target.Account;
import org.cookieproof.target.RunningTarget;

/** The same farm behind the same tap as a run's cells have, for a script that is no cell. */
record Place(PlannedRun run, RunningTarget farm, Tap tap, Path home) implements AutoCloseable {

    private static final long BODY_LIMIT = 1 << 20;

    static Place set(PlannedRun run, Path scratch) {
        try {
            RunningTarget farm = run.provider().start(run.target(), Map.of(), Map.of(), scratch);
            Path ofTap = Files.createDirectories(scratch.resolve("tap"));
            return new Place(
                    run,
                    farm,
                    Tap.start(new TapSettings(farm.addresses(), farm.trust(), ofTap, BODY_LIMIT)),
                    scratch.resolve("home"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Account account() {
        return farm.accounts().get(0);
    }

    Url first(Scheme scheme, String target) {
        return Url.of(scheme, run.target().sites().host(Role.FIRST).orElseThrow(), target);
    }

    /** Asks once more for each page with a one-time value in its URL, as a cell does at its end. */
    void askHandOffsAgain(TapLease lease) {
        Map<String, Url> newest = new LinkedHashMap<>();
        lease.recording()
                .byUserAgent()
                .filter(e -> e.request().method().equals("GET"))
                .map(Exchange::url)
                .filter(url -> !run.target().dictionary().handOffs(url).isEmpty())
                .forEach(url -> newest.put(url.origin() + url.path(), url));
        newest.values().forEach(url -> lease.raw().send("GET", url, Headers.NONE, Body.EMPTY));
    }

    @Override
    public void close() {
        tap.close();
        farm.close();
    }
}
