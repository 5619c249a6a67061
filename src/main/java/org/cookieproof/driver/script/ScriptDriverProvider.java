package org.cookieproof.driver.script;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/**
 * {@code driver: script}; settings: {@code client}, our program, a path from the profile's file; {@code run}, what runs
 * it, a command whose words are separated by blanks (an absolute path first, since another interpreter on the PATH has
 * modules of its own); or in its place {@code compile}, what makes a binary of it, called with the binary's path and the
 * program's; {@code log-in: own} for a program that answers {@code log-in}, with the client's own code.
 */
@AutoService(DriverProvider.class)
public final class ScriptDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "script";
    }

    @Override
    public Set<String> settings() {
        return Set.of("client", "run", "compile", "log-in");
    }

    @Override
    public UserAgentDriver create() {
        return new ScriptDriver();
    }
}
