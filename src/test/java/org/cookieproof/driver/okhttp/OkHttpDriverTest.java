package org.cookieproof.driver.okhttp;

import java.util.Map;
import java.util.Set;
import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;

class OkHttpDriverTest extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new OkHttpDriverProvider();
    }

    @Override
    protected Profile profile() {
        return profile(
                "okhttp",
                Profile.Kind.HTTP_CLIENT,
                "okhttp",
                Map.of("jar", "rfc6265"),
                Set.of(Capability.FORMS, Capability.REDIRECTS, Capability.PERSISTENT_JAR, Capability.READABLE_JAR),
                Set.of(CookieDeviation.IGNORES_SAME_SITE, CookieDeviation.IGNORES_PARTITIONED));
    }
}
