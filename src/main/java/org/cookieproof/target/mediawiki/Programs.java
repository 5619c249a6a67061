package org.cookieproof.target.mediawiki;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cookieproof.provision.Installed;
import org.cookieproof.provision.SearchPath;

/** The binaries that make up the server; by version, since the machine's default PHP may be another one. */
record Programs(Path php, Path phpFpm, Path nginx, Path redis) {

    /** @throws IOException if something is not installed, with the command that installs it */
    static Programs installed() throws IOException {
        List<String> missing = Installed.onThisMachine().missing(MediaWikiSettings.NEEDS);
        if (!missing.isEmpty()) {
            throw new IOException("MediaWiki cannot run here: " + String.join(", ", missing) + " not installed. Run: "
                    + Installed.installCommand(missing));
        }
        return new Programs(binary("php8.2"), binary("php-fpm8.2"), binary("nginx"), binary("redis-server"));
    }

    private static Path binary(String name) throws IOException {
        return SearchPath.ofEnvironment().find(name).orElseThrow(() -> new IOException("no binary " + name));
    }
}
