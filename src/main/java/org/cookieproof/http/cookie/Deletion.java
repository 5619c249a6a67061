package org.cookieproof.http.cookie;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The deletion prover: would this Set-Cookie line, in this context, delete that cookie? It asks the storage model of
 * RFC 6265bis §5.7 without any deviation, so that a server is held to what every user agent is promised.
 */
public final class Deletion {

    private static final String SAME_COOKIE = "RFC 6265bis §5.7 step 23";

    private Deletion() {}

    /**
     * Judges one line against one stored cookie, which is taken for alive whatever its own expiry.
     *
     * @param now when the line is received
     */
    public static Judgement judge(
            String setCookieFieldValue, Cookie stored, CookieContext context, Instant now, PublicSuffixes suffixes) {
        return judge(setCookieFieldValue, stored, context, now, suffixes, Policy.STANDARD);
    }

    /**
     * The same for a user agent that treats a cookie without SameSite as None: it sends one in third-party requests,
     * and so must be told to delete it by a line that looks like the one that set it.
     */
    public static Judgement judgeWhereUnspecifiedIsNone(
            String setCookieFieldValue, Cookie stored, CookieContext context, Instant now, PublicSuffixes suffixes) {
        return judge(
                setCookieFieldValue,
                stored,
                context,
                now,
                suffixes,
                new Policy(Set.of(CookieDeviation.UNSPECIFIED_IS_NONE)));
    }

    private static Judgement judge(
            String setCookieFieldValue,
            Cookie stored,
            CookieContext context,
            Instant now,
            PublicSuffixes suffixes,
            Policy policy) {
        SetCookieLine line = SetCookieParser.read(setCookieFieldValue);
        Optional<Outcome.Refused> ignored = SetCookieParser.whyIgnored(setCookieFieldValue, line);
        if (!line.deletesAt(now)) {
            return new Judgement.NotADeletion(line.name() + " is set"
                    + line.expiryAt(now).map(e -> " until " + e).orElse(" for the session"));
        }
        if (!line.name().equals(stored.name())) {
            return new Judgement.OtherCookie("it deletes " + line.name() + ", not " + stored.name());
        }
        if (ignored.isPresent()) {
            return new Judgement.Misses(ignored.get().reason(), ignored.get().section());
        }
        StorageModel model = new StorageModel(suffixes, policy);
        StorageModel.Candidate candidate = model.candidate(line, context, now);
        Optional<Outcome.Refused> refused = model.refusal(candidate, List.of(stored));
        if (refused.isPresent()) {
            return new Judgement.Misses(refused.get().reason(), refused.get().section());
        }
        Cookie.Key aimed = candidate.cookie().key();
        return aimed.equals(stored.key())
                ? new Judgement.Deletes()
                : new Judgement.Misses(difference(aimed, stored.key()), SAME_COOKIE);
    }

    /** What tells two keys of one name apart, the widest difference first. */
    private static String difference(Cookie.Key aimed, Cookie.Key stored) {
        if (!aimed.domain().equals(stored.domain())) {
            return "it is for " + scope(aimed) + ", the cookie is for " + scope(stored);
        }
        if (aimed.hostOnly() != stored.hostOnly()) {
            return aimed.hostOnly()
                    ? "it has no Domain, the cookie was set with Domain=" + stored.domain()
                    : "it says Domain=" + aimed.domain() + ", the cookie was set without Domain";
        }
        if (!aimed.path().equals(stored.path())) {
            return "its path is " + aimed.path() + ", the cookie's is " + stored.path();
        }
        return "its partition is " + named(aimed) + ", the cookie's is " + named(stored);
    }

    private static String scope(Cookie.Key key) {
        return key.hostOnly() ? "the host " + key.domain() : "Domain=" + key.domain();
    }

    private static String named(Cookie.Key key) {
        return key.partition() == null ? "none" : key.partition();
    }
}
