package org.cookieproof.driver.model;

import java.util.Map;
import java.util.Set;
import org.cookieproof.driver.DeviationContract;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriverContract;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;

class ModelDriverTest extends UserAgentDriverContract implements DeviationContract {

    @Override
    protected DriverProvider provider() {
        return new ModelDriverProvider();
    }

    @Override
    protected Profile profile() {
        return profile(
                "wikipedia-android-2016",
                Profile.Kind.MODEL,
                "model",
                Map.of(),
                Set.of(Capability.REDIRECTS, Capability.PERSISTENT_JAR, Capability.READABLE_JAR),
                Set.of(
                        CookieDeviation.KEEPS_EXPIRED,
                        CookieDeviation.LEAKS_HOST_ONLY,
                        CookieDeviation.OVERWRITES_SECURE_FROM_HTTP,
                        CookieDeviation.ACCEPTS_SECURE_FROM_HTTP,
                        CookieDeviation.IGNORES_SAME_SITE,
                        CookieDeviation.IGNORES_PREFIXES,
                        CookieDeviation.IGNORES_PARTITIONED));
    }
}
