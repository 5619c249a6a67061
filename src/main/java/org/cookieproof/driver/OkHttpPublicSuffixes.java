package org.cookieproof.driver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.cookieproof.http.cookie.PublicSuffixes;

/** The public-suffix list that OkHttp brings along. */
public final class OkHttpPublicSuffixes implements PublicSuffixes {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    /** Beyond it nothing more is remembered: a hostile target may name any number of domains. */
    private static final int MOST_REMEMBERED = 10_000;

    /** The model asks for the same few domains thousands of times, and each look-up in the list costs 30 µs. */
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    @Override
    public boolean isPublicSuffix(String domain) {
        Boolean remembered = known.get(domain);
        if (remembered != null) {
            return remembered;
        }
        boolean found = lookUp(domain);
        if (known.size() < MOST_REMEMBERED) {
            known.put(domain, found);
        }
        return found;
    }

    private static boolean lookUp(String domain) {
        if (ADDRESS.matcher(domain).matches()) {
            return false; // an address has no registrable domain, yet cookies may be scoped to it
        }
        return new HttpUrl.Builder().scheme("http").host(domain).build().topPrivateDomain() == null;
    }
}
