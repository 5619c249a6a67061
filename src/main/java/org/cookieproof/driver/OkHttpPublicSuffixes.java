package org.cookieproof.driver;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.cookieproof.http.cookie.PublicSuffixes;

/** The public-suffix list that OkHttp brings along. */
public final class OkHttpPublicSuffixes implements PublicSuffixes {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    @Override
    public boolean isPublicSuffix(String domain) {
        if (ADDRESS.matcher(domain).matches()) {
            return false; // an address has no registrable domain, yet cookies may be scoped to it
        }
        return new HttpUrl.Builder().scheme("http").host(domain).build().topPrivateDomain() == null;
    }
}
