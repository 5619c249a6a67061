package org.cookieproof.driver.bidi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cookieproof.driver.Surroundings;
import org.cookieproof.driver.browser.Directories;
import org.cookieproof.driver.browser.LastWill;
import org.cookieproof.driver.browser.Patience;
import org.cookieproof.driver.browser.SharedLaunch;
import org.cookieproof.profile.Profile;

/** A Firefox that runs from cell to cell; each cell has a container of its own, whose proxy is the cell's. */
final class WarmFirefox implements AutoCloseable {

    /** What all that share it have in common: the preferences and the CA are the process's. */
    private record Kind(Profile profile, Path caPem, boolean headed) {}

    private final Kind kind;
    private final Path directory;
    private final FirefoxLaunch launch;
    private final LastWill lastWill;
    private final FirefoxProcess process;

    private WarmFirefox(Kind kind, Path directory, FirefoxLaunch launch) {
        this.kind = kind;
        this.directory = directory;
        this.launch = launch;
        this.lastWill = new LastWill(launch.processes());
        try (Patience patience = new Patience(launch.patience(), launch.processes(), () -> {})) {
            this.process = patience.spend(launch::start);
        } catch (RuntimeException e) {
            end();
            throw e;
        }
    }

    static WarmFirefox start(Profile profile, Surroundings surroundings) {
        try {
            Path directory = Files.createTempDirectory("firefox");
            return new WarmFirefox(
                    kind(profile, surroundings), directory, FirefoxLaunch.prepare(profile, surroundings, directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(Profile profile, Surroundings surroundings) {
        return new Kind(profile, surroundings.caPem(), surroundings.headed());
    }

    boolean serves(Profile profile, Surroundings surroundings) {
        return kind.equals(kind(profile, surroundings)) && process.isAlive();
    }

    FirefoxProcess process() {
        return process;
    }

    SharedLaunch share() {
        return new SharedLaunch(launch.name(), launch.processes());
    }

    /** Nothing on its disk is wanted any more, so it need not be asked to end. */
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
