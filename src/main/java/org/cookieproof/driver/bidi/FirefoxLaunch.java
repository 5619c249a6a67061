package org.cookieproof.driver.bidi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.browser.BrowserLaunch;
import org.cookieproof.files.Directories;
import org.cookieproof.process.SessionProcesses;
import org.cookieproof.profile.Profile;

/** A Firefox on a profile directory of its own. */
record FirefoxLaunch(Path profile, Path home, boolean headed, Duration patience, SessionProcesses processes)
        implements BrowserLaunch {

    static FirefoxLaunch prepare(Profile profile, Surroundings surroundings, Path directory) {
        Path below = directory.toAbsolutePath();
        return new FirefoxLaunch(
                FirefoxProfile.make(below.resolve("profile"), surroundings.caPem(), surroundings.proxy(), profile),
                below.resolve("home"),
                surroundings.headed(),
                surroundings.patience(),
                new SessionProcesses());
    }

    FirefoxProcess start() {
        return FirefoxProcess.start(profile, home, headed, processes, patience);
    }

    @Override
    public String name() {
        return "Firefox";
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public void awaitEnd(Duration grace) {
        processes.end(grace);
    }

    @Override
    public void close() {
        processes.kill();
        try {
            for (Path path : new Path[] {profile, home}) {
                if (Files.exists(path)) {
                    Directories.delete(path);
                }
            }
        } catch (IOException e) {
            // A file that cannot be deleted is no reason to lose a verdict; the caller deletes scratch once more.
        }
    }
}
