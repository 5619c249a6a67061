package org.cookieproof.driver.script;

import java.nio.file.Path;
import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one interpreter warm from session to session, for it takes longer to start than to play a cell. What has cookies
 * is a client of the program's, and each session of ours has its own.
 */
final class ScriptDriver implements UserAgentDriver {

    private @Nullable ScriptProcess idle;

    /** The first home that it got: a cell with a target of its own has its own home, and the compiler is slow. */
    private @Nullable Path binaries;

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        if (binaries == null) {
            binaries = surroundings.home();
        }
        ScriptCommand command = ScriptCommand.of(profile, surroundings.home(), binaries);
        ScriptProcess script = idle != null && idle.isUsable(command) ? idle : replaced(command);
        idle = null;
        return new ClientSession(profile, new ScriptTransport(script, surroundings, logsIn(profile), this::takeBack));
    }

    private static boolean logsIn(Profile profile) {
        String how = profile.setting("log-in").orElse("");
        if (!how.isEmpty() && !how.equals("own")) {
            throw new UserAgentBrokenException(
                    profile.file() + ": 'log-in' is '" + how + "'; write 'own' or leave it out");
        }
        return !how.isEmpty();
    }

    private ScriptProcess replaced(ScriptCommand command) {
        close();
        return ScriptProcess.start(command);
    }

    /** A process that has lost the thread of its conversation is not used again. */
    private void takeBack(ScriptProcess script) {
        if (idle == null && script.isUsable(script.command())) {
            idle = script;
        } else {
            script.close();
        }
    }

    @Override
    public void close() {
        if (idle != null) {
            idle.close();
            idle = null;
        }
    }
}
