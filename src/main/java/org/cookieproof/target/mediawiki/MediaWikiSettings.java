package org.cookieproof.target.mediawiki;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What can be chosen about a wiki.
 *
 * @param host     the name it answers to, at both schemes' default ports
 * @param accounts how many accounts it has; as many cells can run at once
 * @param workers  how many requests PHP serves at once; about 55 MB each
 * @param patience how long starting or stopping may take before it counts as failed
 */
public record MediaWikiSettings(String host, int accounts, int workers, Duration patience) {

    /**
     * What must be installed, as Debian names it and in the order that apt needs: see
     * {@link org.cookieproof.provision.Installed#installCommand}.
     */
    public static final List<String> NEEDS = List.of(
            "nginx",
            "php8.2-fpm",
            "php8.2-cli",
            "php8.2-sqlite3",
            "php8.2-intl",
            "php8.2-mbstring",
            "php8.2-xml",
            "php-apcu",
            "mediawiki");

    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    public MediaWikiSettings {
        Objects.requireNonNull(patience);
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("not a host name in lower case: " + host);
        }
        if (accounts < 1 || workers < 1) {
            throw new IllegalArgumentException("a wiki needs at least one account and one worker");
        }
    }

    public static MediaWikiSettings defaults() {
        return new MediaWikiSettings("en.wikipedia.test", 12, 4, Duration.ofSeconds(60));
    }
}
