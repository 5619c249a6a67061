package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Identity;
import org.cookieproof.evidence.IdentityReading;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.CookieHeader;

/**
 * A session id from before the login that is still good after it may have been planted by somebody else, who is then
 * signed in too (session fixation, T363699). That nobody was signed in before is told by an identity reading, or by a
 * request without any cookie that names a user whose response sets the first one.
 */
@AutoService(Check.class)
public final class SessionIdChangesCheck implements Check {

    /**
     * What PHP writes into a cookie that it deletes. A client that takes that for a value sends it before a login and
     * after; MediaWiki reads it as no cookie, and then has none to delete (T124252).
     */
    private static final String DELETED = "deleted";

    @Override
    public String id() {
        return "session-id-changes-at-login";
    }

    @Override
    public String source() {
        return "T363699";
    }

    @Override
    public String title() {
        return "Session ids from before a login are not accepted after it";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        List<IdentityReading> readings = evidence.identities();
        for (int i = 0; i < readings.size(); i++) {
            IdentityReading reading = readings.get(i);
            List<IdentityReading> earlier = readings.subList(0, i);
            if (reading.known().stream().anyMatch(Identity.User.class::isInstance)) {
                evidence.sites()
                        .host(reading.role())
                        .ifPresent(host -> new AtHost(host, evidence).examine(reading, earlier, findings));
            }
        }
        return findings.list();
    }

    /** What one host saw of the user agent. */
    private static final class AtHost {

        private final Credentials credentials;
        private final List<Exchange> everywhere;
        private final List<Exchange> exchanges;

        AtHost(String host, Evidence evidence) {
            this.credentials = new Credentials(evidence.dictionary());
            this.everywhere = evidence.recording().exchanges().stream()
                    .filter(e -> e.sender() != Exchange.Sender.HARNESS)
                    .toList();
            this.exchanges = everywhere.stream()
                    .filter(e -> e.url().host().equalsIgnoreCase(host))
                    .toList();
        }

        void examine(IdentityReading signedIn, List<IdentityReading> earlier, Findings findings) {
            Optional<Exchange> asked = asked(signedIn);
            OptionalInt login = lastMomentAsNobody(signedIn, earlier);
            if (asked.isEmpty() || login.isEmpty()) {
                return;
            }
            Set<CookieHeader.Pair> before = exchanges.stream()
                    .filter(e -> e.number() <= login.getAsInt())
                    .flatMap(e -> sessions(e).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            before.removeAll(ofUsers(earlier));
            sessions(asked.get()).stream()
                    .filter(before::contains)
                    .forEach(pair -> findings.error(
                            Place.of(asked.get()).cookie(pair.name()).requestHeader("Cookie"),
                            "a new value of " + pair.name() + " once somebody signs in",
                            pair.name() + " still has the value that it had up to #" + login.getAsInt()
                                    + ", when nobody was signed in, and is now accepted as " + user(signedIn)));
        }

        /**
         * Ids that were first given out to a user, or once accepted as a user: a user who is nobody during an outage
         * and a user again afterwards has not signed in.
         */
        private Set<CookieHeader.Pair> ofUsers(List<IdentityReading> earlier) {
            Set<CookieHeader.Pair> ids = new HashSet<>();
            Set<CookieHeader.Pair> seen = new HashSet<>();
            for (Exchange exchange : everywhere) {
                seen.addAll(sessions(exchange));
                boolean forUser = setsUser(exchange) || (carriesUser(exchange) && !deletesUser(exchange));
                ReceivedLine.of(exchange).stream()
                        .flatMap(line -> line.line().stream())
                        .map(line -> new CookieHeader.Pair(line.name(), line.value()))
                        .filter(seen::add)
                        .filter(pair -> forUser)
                        .forEach(ids::add);
            }
            earlier.stream()
                    .filter(reading -> reading.known().stream().anyMatch(Identity.User.class::isInstance))
                    .flatMap(reading -> asked(reading).stream())
                    .forEach(e -> ids.addAll(sessions(e)));
            return ids;
        }

        /** The exchange in which the reading was had, or the last before it. */
        private Optional<Exchange> asked(IdentityReading reading) {
            return exchanges.stream()
                    .filter(e -> reading.exchange().isPresent()
                            ? e.number() == reading.exchange().getAsInt()
                            : e.step() <= reading.step())
                    .reduce((first, second) -> second);
        }

        /** The number of the last exchange before this reading in which nobody was signed in here. */
        private OptionalInt lastMomentAsNobody(IdentityReading signedIn, List<IdentityReading> earlier) {
            OptionalInt read = earlier.stream()
                    .filter(r -> r.role() == signedIn.role() && isNobody(r))
                    .flatMap(r -> asked(r).stream())
                    .mapToInt(Exchange::number)
                    .max();
            OptionalInt seen = exchanges.stream()
                    .filter(e -> e.step() <= signedIn.step() && isFirstToNameUser(e))
                    .mapToInt(Exchange::number)
                    .max();
            return IntStream.concat(read.stream(), seen.stream()).max();
        }

        private static boolean isNobody(IdentityReading reading) {
            return !reading.known().isEmpty() && reading.known().stream().allMatch(Identity.Nobody.class::isInstance);
        }

        private boolean isFirstToNameUser(Exchange exchange) {
            return !carriesUser(exchange) && setsUser(exchange);
        }

        private boolean carriesUser(Exchange exchange) {
            return CookieHeader.of(exchange.request().headers()).pairs().stream()
                    .anyMatch(pair -> credentials.tellsUser(pair.name()));
        }

        private boolean setsUser(Exchange exchange) {
            return ReceivedLine.of(exchange).stream()
                    .anyMatch(line -> credentials.tellsUser(line.name()) && !line.deletes());
        }

        private boolean deletesUser(Exchange exchange) {
            return ReceivedLine.of(exchange).stream()
                    .anyMatch(line -> credentials.tellsUser(line.name()) && line.deletes());
        }

        /** Without what stands beside others and can be worth nothing. */
        private List<CookieHeader.Pair> sessions(Exchange exchange) {
            List<CookieHeader.Pair> sessions = CookieHeader.of(
                            exchange.request().headers())
                    .pairs()
                    .stream()
                    .filter(pair -> credentials.isSessionBearing(pair.name()))
                    .filter(pair -> !pair.value().isEmpty())
                    .toList();
            List<CookieHeader.Pair> ids = sessions.stream()
                    .filter(pair -> !pair.value().equals(DELETED))
                    .toList();
            return ids.isEmpty() ? sessions : ids;
        }

        private static String user(IdentityReading reading) {
            return reading.known().stream()
                    .filter(Identity.User.class::isInstance)
                    .map(Identity::toString)
                    .findFirst()
                    .orElse("a user");
        }
    }
}
