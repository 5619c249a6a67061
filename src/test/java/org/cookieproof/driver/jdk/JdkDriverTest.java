package org.cookieproof.driver.jdk;

import java.util.Map;
import java.util.Set;
import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;

class JdkDriverTest extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new JdkDriverProvider();
    }

    @Override
    protected Profile profile() {
        return profile(
                "jdk-cookiemanager",
                Profile.Kind.HTTP_CLIENT,
                "jdk",
                Map.of("policy", "ACCEPT_ORIGINAL_SERVER", "redirects", "NORMAL"),
                Set.of(Capability.FORMS, Capability.REDIRECTS, Capability.READABLE_JAR),
                Set.of(
                        CookieDeviation.LEAKS_HOST_ONLY,
                        CookieDeviation.OVERWRITES_SECURE_FROM_HTTP,
                        CookieDeviation.ACCEPTS_SECURE_FROM_HTTP,
                        CookieDeviation.IGNORES_SAME_SITE,
                        CookieDeviation.IGNORES_PREFIXES,
                        CookieDeviation.PATH_IS_PREFIX,
                        CookieDeviation.ACCEPTS_PUBLIC_SUFFIX,
                        CookieDeviation.FORGETS_ON_RESTART,
                        CookieDeviation.IGNORES_PARTITIONED));
    }
}
