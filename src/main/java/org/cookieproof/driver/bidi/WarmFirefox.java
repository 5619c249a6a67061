package org.cookieproof.driver.bidi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.TemporaryDirectories;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.browser.Patience;
import org.cookieproof.driver.browser.WarmBrowser;
import org.cookieproof.files.Directories;
import org.cookieproof.process.LastWill;
import org.cookieproof.process.SessionProcesses;
import org.cookieproof.profile.Profile;

/** A Firefox that runs from cell to cell; each cell has a container of its own, whose proxy is the cell's. */
final class WarmFirefox implements WarmBrowser {

    /** What all that share it have in common: the preferences and the CA are the process's. */
    record Kind(Profile profile, Path caPem, boolean headed) {}

    private final Path directory;
    private final FirefoxLaunch launch;
    private final LastWill lastWill;
    private final FirefoxProcess process;

    private WarmFirefox(Path directory, FirefoxLaunch launch) {
        this.directory = directory;
        this.launch = launch;
        this.lastWill = new LastWill(launch.processes());
        try (Patience patience = new Patience(launch.patience(), launch.processes(), () -> {})) {
            this.process = patience.spend(launch::start);
        } catch (RuntimeException e) {
            end();
            throw UserAgentBrokenException.notStarted(launch.name(), e);
        }
    }

    static WarmFirefox start(Profile profile, Surroundings surroundings) {
        try {
            Path directory = TemporaryDirectories.make();
            return new WarmFirefox(directory, FirefoxLaunch.prepare(profile, surroundings, directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isFresh() {
        return process.isAlive() && !process.hasSeenHsts();
    }

    /** All containers have one list of the hosts that want https only (HSTS). */
    @Override
    public boolean servesSeveral() {
        return false;
    }

    FirefoxProcess process() {
        return process;
    }

    @Override
    public String name() {
        return launch.name();
    }

    @Override
    public SessionProcesses processes() {
        return launch.processes();
    }

    @Override
    public void close() {
        process.bidi().close();
        end();
    }

    private void end() {
        launch.close();
        lastWill.close();
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            // In the system's temporary directory; no verdict is worth less for it.
        }
    }
}
