package org.cookieproof.driver.python;

import org.cookieproof.driver.ClientSession;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one interpreter warm from session to session, for it takes longer to start than to play a cell. What has cookies
 * is a {@code requests.Session}, and each of ours has its own.
 */
final class RequestsDriver implements UserAgentDriver {

    private @Nullable PythonProcess idle;

    @Override
    public UserAgentSession open(Profile profile, Surroundings surroundings) {
        String binary = profile.setting("binary").orElse("/usr/bin/python3");
        PythonProcess python = idle != null && idle.isUsable(binary) ? idle : new PythonProcess(binary);
        idle = null;
        return new ClientSession(profile, new RequestsTransport(python, surroundings, this::takeBack));
    }

    /** A process that has lost the thread of its conversation is not used again. */
    private void takeBack(PythonProcess python) {
        if (idle == null && python.isUsable(python.binary())) {
            idle = python;
        } else {
            python.close();
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
