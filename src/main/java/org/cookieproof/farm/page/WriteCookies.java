package org.cookieproof.farm.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.WikiCookies;

/** The short-lived cookies that keep a client on fresh data after it has written. */
public final class WriteCookies {

    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final Duration POST_EDIT_LIFE = Duration.ofMinutes(20);

    private final AtomicLong positions = new AtomicLong();
    private final InstantSource clock;

    public WriteCookies(InstantSource clock) {
        this.clock = clock;
    }

    /** For an edit in the browser, which is followed by a view of the page. */
    public void afterSave(Visit visit, long revision) {
        visit.cookies().set(visit.wiki().cookies().postEdit(revision), "saved", POST_EDIT_LIFE);
        afterWrite(visit);
    }

    public void afterWrite(Visit visit) {
        WikiCookies cookies = visit.wiki().cookies();
        visit.cookies().set(cookies.chronology(), position(visit), LIFE);
        visit.cookies().set(cookies.useDataCentre(), "master", LIFE);
        visit.cookies().set(cookies.useCdnCache(), "false", LIFE);
    }

    /** {@code index@time#client}, where the client is known by nothing but its address. */
    private String position(Visit visit) {
        byte[] address = visit.request().remoteAddress().getBytes(StandardCharsets.UTF_8);
        String client = UUID.nameUUIDFromBytes(address).toString().replace("-", "");
        return positions.incrementAndGet() + "@" + clock.instant().getEpochSecond() + "#" + client;
    }
}
