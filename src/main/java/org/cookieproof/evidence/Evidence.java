package org.cookieproof.evidence;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.PublicSuffixes;

/**
 * All that a check may look at.
 *
 * @param deviations the profile's declared deviations from RFC 6265bis
 * @param capabilities what the profile is declared to be able to do ({@code scripts}, {@code third-party-cookies} …)
 * @param restarts the indices of the steps that ended the user agent and started it again
 * @param circumstances what happened to the target beside the traffic
 * @param exceptions the target's deliberate deviations from server invariants
 * @param backends who must have answered where requests choose it
 * @param replays    the model's replays of this recording, played when first asked for
 */
public record Evidence(
        CellId cell,
        Sites sites,
        CookieDictionary dictionary,
        Set<CookieDeviation> deviations,
        Set<String> capabilities,
        List<ServerException> exceptions,
        PublicSuffixes publicSuffixes,
        Recording recording,
        List<StepRecord> steps,
        List<IdentityReading> identities,
        Set<Integer> restarts,
        Circumstances circumstances,
        List<ExpectedBackend> backends,
        Replays replays) {

    public Evidence {
        Objects.requireNonNull(cell);
        Objects.requireNonNull(sites);
        Objects.requireNonNull(dictionary);
        deviations = Set.copyOf(deviations);
        capabilities = Set.copyOf(capabilities);
        exceptions = List.copyOf(exceptions);
        Objects.requireNonNull(publicSuffixes);
        Objects.requireNonNull(recording);
        steps = List.copyOf(steps);
        identities = List.copyOf(identities);
        restarts = Set.copyOf(restarts);
        Objects.requireNonNull(circumstances);
        backends = List.copyOf(backends);
        Objects.requireNonNull(replays);
    }

    /** Evidence of which no replay has been played yet, of a target whose requests choose no backend. */
    public Evidence(
            CellId cell,
            Sites sites,
            CookieDictionary dictionary,
            Set<CookieDeviation> deviations,
            Set<String> capabilities,
            List<ServerException> exceptions,
            PublicSuffixes publicSuffixes,
            Recording recording,
            List<StepRecord> steps,
            List<IdentityReading> identities,
            Set<Integer> restarts,
            Circumstances circumstances) {
        this(
                cell,
                sites,
                dictionary,
                deviations,
                capabilities,
                exceptions,
                publicSuffixes,
                recording,
                steps,
                identities,
                restarts,
                circumstances,
                List.of(),
                new Replays());
    }

    /** The same of a target where some requests choose who is to answer. */
    public Evidence with(List<ExpectedBackend> chosen) {
        return new Evidence(
                cell,
                sites,
                dictionary,
                deviations,
                capabilities,
                exceptions,
                publicSuffixes,
                recording,
                steps,
                identities,
                restarts,
                circumstances,
                chosen,
                replays);
    }

    /** The same without what the harness answered in the target's stead: nothing of that can be the target's fault. */
    public Evidence withTarget() {
        return new Evidence(
                cell,
                sites,
                dictionary,
                deviations,
                capabilities,
                exceptions,
                publicSuffixes,
                recording.withTarget(),
                steps,
                identities,
                restarts,
                circumstances,
                backends,
                new Replays());
    }
}
