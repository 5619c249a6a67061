package org.cookieproof.driver.model;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/** {@code driver: model}: the profile's deviations are what it plays; see {@link ModelSettings} for the rest. */
@AutoService(DriverProvider.class)
public final class ModelDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "model";
    }

    @Override
    public Set<String> settings() {
        return ModelSettings.KNOWN;
    }

    @Override
    public UserAgentDriver create() {
        return new ModelDriver();
    }
}
