package org.cookieproof.driver.cdp;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.chromium.ChromiumEngine;
import org.cookieproof.profile.Profile;
import org.cookieproof.provision.Fetchable;

/** {@code driver: cdp}. */
@AutoService(DriverProvider.class)
public final class CdpDriverProvider implements DriverProvider {

    private final FetchedChromium fetched = FetchedChromium.ofThisMachine();

    @Override
    public String id() {
        return "cdp";
    }

    @Override
    public Optional<Fetchable> fetches(Profile profile) {
        return FetchedChromium.wanted(profile).map(fetched::fetchable);
    }

    @Override
    public void prepare(Profile profile) {
        FetchedChromium.wanted(profile).ifPresent(fetched::executable);
    }

    @Override
    public Set<String> settings() {
        return ChromiumEngine.settings("npm", "sha512", "megabytes");
    }

    @Override
    public UserAgentDriver create() {
        return new CdpDriver(fetched);
    }

    /** Chromium 153, the largest of them: 351 (facts/user-agents.md). */
    @Override
    public int megabytes() {
        return 360;
    }
}
