package org.cookieproof.driver.text;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/** {@code driver: text}; settings: {@code browser} ({@code elinks}, {@code links2}, {@code lynx} or {@code w3m}). */
@AutoService(DriverProvider.class)
public final class TextDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "text";
    }

    @Override
    public Set<String> settings() {
        return Set.of("browser");
    }

    @Override
    public UserAgentDriver create() {
        return new TextDriver();
    }
}
