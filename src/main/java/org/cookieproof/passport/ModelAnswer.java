package org.cookieproof.passport;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.CookieJar;
import org.cookieproof.http.cookie.PublicSuffixes;

/**
 * What a jar of RFC 6265bis answers to a behaviour's question. The contexts follow from the acts, not from the wire, so
 * that no user agent's own account of itself comes in.
 */
final class ModelAnswer {

    private final PublicSuffixes suffixes;
    private final InstantSource clock;
    private final Map<Question, String> answers = new ConcurrentHashMap<>();

    ModelAnswer(PublicSuffixes suffixes, InstantSource clock) {
        this.suffixes = suffixes;
        this.clock = clock;
    }

    private record Question(String behaviour, Set<CookieDeviation> deviations) {}

    /** The answer of a jar without any deviation. */
    String standard(Behaviour behaviour) {
        return of(behaviour, Set.of());
    }

    /** The answer of a jar with these deviations; of the behaviour itself where no jar has one. */
    String of(Behaviour behaviour, Set<CookieDeviation> deviations) {
        if (behaviour.standard().isPresent()) {
            return behaviour.standard().get();
        }
        // Asked for again and again, for each user agent and each of its deviations.
        return answers.computeIfAbsent(
                new Question(behaviour.id(), Set.copyOf(deviations)), question -> played(behaviour, deviations));
    }

    private String played(Behaviour behaviour, Set<CookieDeviation> deviations) {
        Ticking ticking = new Ticking(clock.instant());
        CookieJar jar = new CookieJar(ticking, suffixes, deviations);
        String sent = "";
        for (Act act : behaviour.acts()) {
            ticking.now = ticking.now.plusSeconds(1);
            if (act instanceof Act.Visit visit) {
                if (visit.by() != Arrival.TYPED) {
                    receive(jar, visit.start().at(ticking.now), CookieContext.direct(visit.from()));
                }
                CookieContext context = context(visit);
                sent = jar.cookieHeader(context);
                jar.use(context);
                receive(jar, visit.served().at(ticking.now), context);
            } else if (act instanceof Act.Restart) {
                jar.endSession();
            }
        }
        return behaviour.reading().of(sent);
    }

    private static void receive(CookieJar jar, Served served, CookieContext context) {
        served.headers().values("Set-Cookie").forEach(line -> jar.receive(line, context));
    }

    /** RFC 6265bis §5.2; a redirect goes on with whoever began, which is nobody where that was typed. */
    private CookieContext context(Act.Visit visit) {
        boolean ownAccord = visit.by() == Arrival.TYPED || visit.by() == Arrival.REDIRECT;
        boolean crossSite = !ownAccord && !site(visit.from()).equals(site(visit.to()));
        return new CookieContext(
                visit.to(),
                crossSite,
                visit.by().isTopLevel(),
                visit.by() != Arrival.FORM,
                visit.by().isTopLevel() ? null : site(visit.from()));
    }

    private String site(Url url) {
        return url.scheme().wireName() + "://" + suffixes.registrableDomain(url.host());
    }

    /** So that no two cookies are of the same instant. */
    private static final class Ticking implements InstantSource {
        private Instant now;

        Ticking(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
