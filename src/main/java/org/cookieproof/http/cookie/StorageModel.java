package org.cookieproof.http.cookie;

import static org.cookieproof.http.cookie.CookieDeviation.ACCEPTS_FOREIGN_DOMAIN;
import static org.cookieproof.http.cookie.CookieDeviation.ACCEPTS_INSECURE_NONE;
import static org.cookieproof.http.cookie.CookieDeviation.ACCEPTS_PUBLIC_SUFFIX;
import static org.cookieproof.http.cookie.CookieDeviation.ACCEPTS_SECURE_FROM_HTTP;
import static org.cookieproof.http.cookie.CookieDeviation.DROPS_MISREAD_DATES;
import static org.cookieproof.http.cookie.CookieDeviation.IGNORES_PATH;
import static org.cookieproof.http.cookie.CookieDeviation.IGNORES_PREFIXES;
import static org.cookieproof.http.cookie.CookieDeviation.IGNORES_SAME_SITE;
import static org.cookieproof.http.cookie.CookieDeviation.OVERWRITES_SECURE_FROM_HTTP;
import static org.cookieproof.http.cookie.CookieDeviation.REFUSES_FOREIGN_PATH;
import static org.cookieproof.http.cookie.CookieDeviation.REFUSES_NONE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cookieproof.http.cookie.Outcome.Refused;

/** Which cookie a line makes, and whether a jar takes it: RFC 6265bis §5.7 up to step 22. */
final class StorageModel {

    /** A line on its way into a jar. */
    record Candidate(SetCookieLine line, CookieContext context, Cookie cookie) {}

    /** One step of §5.7 that can end the algorithm. */
    private interface Step {
        Optional<Refused> refuse(Candidate candidate, Collection<Cookie> stored);
    }

    private final PublicSuffixes suffixes;
    private final Policy policy;

    /** In the order of §5.7, since a report names the first step that refuses. */
    private final List<Step> steps = List.of(
            this::thirdParty,
            this::domainIsAscii,
            this::domainIsNoPublicSuffix,
            this::domainCoversHost,
            this::pathCoversRequest,
            this::dateIsRead,
            this::secureComesOverHttps,
            this::secureCookiesAreLeftAlone,
            this::sameSiteIsKnown,
            this::sameSiteMayBeSetHere,
            this::noneIsSecure,
            this::prefixIsKept,
            this::partitionedIsSecure);

    StorageModel(PublicSuffixes suffixes, Policy policy) {
        this.suffixes = suffixes;
        this.policy = policy;
    }

    /** The cookie that this line would make (§5.7 steps 5–7, 11, 12, 14 and 17). */
    Candidate candidate(SetCookieLine line, CookieContext context, Instant now) {
        String host = context.url().host();
        Optional<String> domain = line.domain().filter(d -> !isPublicSuffix(d) || !d.equals(host));
        Cookie cookie = new Cookie(
                line.name(),
                policy.value(line),
                domain.orElse(host),
                domain.isEmpty(),
                path(line, context),
                policy.expiry(line, now).orElse(null),
                line.secure(),
                line.httpOnly(),
                policy.sameSite(line),
                now,
                policy.partitions() && line.partitioned() ? context.partition(suffixes) : null);
        return new Candidate(line, context, cookie);
    }

    private String path(SetCookieLine line, CookieContext context) {
        return policy.has(IGNORES_PATH)
                ? "/"
                : line.path()
                        .orElseGet(
                                () -> CookieMatching.defaultPath(context.url().path()));
    }

    /**
     * The first step that refuses it.
     *
     * @param stored what the jar holds under the same name
     */
    Optional<Refused> refusal(Candidate candidate, Collection<Cookie> stored) {
        return steps.stream()
                .flatMap(step -> step.refuse(candidate, stored).stream())
                .findFirst();
    }

    private Optional<Refused> thirdParty(Candidate it, Collection<Cookie> stored) {
        return refuse(
                policy.refuses(it.cookie, it.context),
                "third-party cookies are not stored",
                "RFC 6265bis §5.7 step 1, §7.1");
    }

    private Optional<Refused> domainIsAscii(Candidate it, Collection<Cookie> stored) {
        String domain = it.line.domain().orElse("");
        return refuse(
                domain.chars().anyMatch(c -> c > 0x7F),
                "Domain has a character beyond ASCII",
                "RFC 6265bis §5.7 step 8");
    }

    private Optional<Refused> domainIsNoPublicSuffix(Candidate it, Collection<Cookie> stored) {
        return refuse(
                !it.cookie.hostOnly() && isPublicSuffix(it.cookie.domain()),
                "Domain=" + it.cookie.domain() + " is a public suffix",
                "RFC 6265bis §5.7 step 9");
    }

    private Optional<Refused> domainCoversHost(Candidate it, Collection<Cookie> stored) {
        String host = it.context.url().host();
        return refuse(
                !CookieMatching.domainMatch(host, it.cookie.domain()) && !policy.has(ACCEPTS_FOREIGN_DOMAIN),
                "Domain=" + it.cookie.domain() + " does not cover " + host,
                "RFC 6265bis §5.7 step 10");
    }

    private Optional<Refused> pathCoversRequest(Candidate it, Collection<Cookie> stored) {
        String path = it.context.url().path();
        return refuse(
                policy.has(REFUSES_FOREIGN_PATH) && !policy.pathMatch(path, it.cookie.path()),
                "Path=" + it.cookie.path() + " does not cover " + path,
                "deviation " + REFUSES_FOREIGN_PATH);
    }

    private Optional<Refused> dateIsRead(Candidate it, Collection<Cookie> stored) {
        return refuse(
                policy.has(DROPS_MISREAD_DATES) && policy.misreadsExpires(it.line),
                "Expires=" + it.line.raw("Expires").orElse("") + " is no date to this user agent",
                "deviation " + DROPS_MISREAD_DATES);
    }

    private Optional<Refused> secureComesOverHttps(Candidate it, Collection<Cookie> stored) {
        boolean tolerated = policy.has(ACCEPTS_SECURE_FROM_HTTP);
        return refuse(
                it.cookie.secure() && isPlain(it) && !tolerated,
                "a Secure cookie cannot be set over http",
                "RFC 6265bis §5.7 step 13");
    }

    private Optional<Refused> secureCookiesAreLeftAlone(Candidate it, Collection<Cookie> stored) {
        if (it.cookie.secure() || !isPlain(it) || policy.has(OVERWRITES_SECURE_FROM_HTTP)) {
            return Optional.empty();
        }
        return stored.stream()
                .filter(Cookie::secure)
                .filter(old -> CookieMatching.domainMatch(old.domain(), it.cookie.domain())
                        || CookieMatching.domainMatch(it.cookie.domain(), old.domain()))
                .filter(old -> policy.pathMatch(it.cookie.path(), old.path()))
                .findFirst()
                .map(old -> new Refused(
                        "over http it would overlay the Secure cookie " + old.key(), "RFC 6265bis §5.7 step 16"));
    }

    private Optional<Refused> sameSiteIsKnown(Candidate it, Collection<Cookie> stored) {
        String value = it.line.raw("SameSite").orElse("").toLowerCase(Locale.ROOT);
        boolean known = value.isEmpty() || value.equals("lax") || value.equals("strict");
        return refuse(
                policy.has(REFUSES_NONE) && !known,
                "SameSite=" + value + " is not known to this user agent",
                "deviation " + REFUSES_NONE);
    }

    private Optional<Refused> sameSiteMayBeSetHere(Candidate it, Collection<Cookie> stored) {
        return refuse(
                it.context.isThirdParty() && policy.effective(it.cookie.sameSite()) != SameSite.NONE,
                "a cross-site subresource sets only SameSite=None; this is " + Policy.spelled(it.cookie.sameSite()),
                "RFC 6265bis §5.7 step 18");
    }

    private Optional<Refused> noneIsSecure(Candidate it, Collection<Cookie> stored) {
        boolean tolerated = policy.has(ACCEPTS_INSECURE_NONE) || policy.has(IGNORES_SAME_SITE);
        return refuse(
                it.cookie.sameSite() == SameSite.NONE && !it.cookie.secure() && !tolerated,
                "SameSite=None without Secure",
                "RFC 6265bis §5.7 step 19");
    }

    private Optional<Refused> prefixIsKept(Candidate it, Collection<Cookie> stored) {
        return policy.has(IGNORES_PREFIXES) ? Optional.empty() : CookiePrefix.refusal(it.line, it.cookie);
    }

    private Optional<Refused> partitionedIsSecure(Candidate it, Collection<Cookie> stored) {
        return refuse(
                it.cookie.isPartitioned() && !it.cookie.secure(),
                "Partitioned without Secure",
                "draft-cutler-httpbis-partitioned-cookies-01");
    }

    private boolean isPublicSuffix(String domain) {
        return !policy.has(ACCEPTS_PUBLIC_SUFFIX) && suffixes.isPublicSuffix(domain);
    }

    private static boolean isPlain(Candidate it) {
        return !it.context.url().isSecure();
    }

    private static Optional<Refused> refuse(boolean refused, String reason, String section) {
        return refused ? Optional.of(new Refused(reason, section)) : Optional.empty();
    }
}
