package org.cookieproof.target.mediawiki;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What can be chosen about a family of wikis.
 *
 * @param accounts how many accounts each wiki has, the same on all; as many cells can run at once
 * @param workers  how many requests PHP serves at once; about 55 MB each
 * @param patience how long starting or stopping may take before it counts as failed
 */
record MediaWikiSettings(
        MediaWikiFamily family, MediaWikiVariant variant, int accounts, int workers, Duration patience) {

    /**
     * What must be installed, as Debian names it and in the order that apt needs: see
     * {@link org.cookieproof.provision.Installed#installCommand}.
     */
    static final List<String> NEEDS = List.of(
            "nginx",
            "php8.2-fpm",
            "php8.2-cli",
            "php8.2-sqlite3",
            "php8.2-intl",
            "php8.2-mbstring",
            "php8.2-xml",
            "php-apcu",
            "php-redis",
            "redis-server",
            "mediawiki");

    MediaWikiSettings {
        Objects.requireNonNull(family);
        Objects.requireNonNull(variant);
        Objects.requireNonNull(patience);
        if (accounts < 1 || workers < 1) {
            throw new IllegalArgumentException("a wiki needs at least one account and one worker");
        }
    }

    static MediaWikiSettings of(MediaWikiFamily family, MediaWikiVariant variant) {
        return new MediaWikiSettings(family, variant, 12, 4, Duration.ofSeconds(60));
    }

    MediaWikiSettings with(int fewerAccounts, int fewerWorkers, Duration otherPatience) {
        return new MediaWikiSettings(family, variant, fewerAccounts, fewerWorkers, otherPatience);
    }
}
