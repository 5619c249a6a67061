package org.cookieproof.http.cookie;

/** The public-suffix list as a function, so that the model carries no list of its own. */
@FunctionalInterface
public interface PublicSuffixes {

    /** Only single labels are public suffixes: enough for {@code .test} and for unit tests. */
    PublicSuffixes SINGLE_LABELS = domain -> domain.indexOf('.') < 0;

    /** Whether cookies must not be scoped to this domain (RFC 6265bis §5.7 step 9). */
    boolean isPublicSuffix(String domain);

    /** The registrable domain of a host; the host itself where it has none, as IP addresses have none. */
    default String registrableDomain(String host) {
        if (CookieMatching.isIpAddress(host)) {
            return host;
        }
        String candidate = host;
        for (int dot = host.indexOf('.'); dot >= 0; dot = candidate.indexOf('.')) {
            String parent = candidate.substring(dot + 1);
            if (isPublicSuffix(parent)) {
                return candidate;
            }
            candidate = parent;
        }
        return host;
    }
}
