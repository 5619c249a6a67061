package org.cookieproof.driver.playwright;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.cookieproof.files.Directories;
import org.cookieproof.profile.Profile;

/**
 * What a profile says in {@code settings.script-storage}: whether what scripts have stored outlives the browser. Safari
 * deletes all of it after seven days in which a person did not use the site (WebKit's blog, 2020-03-24); here the days
 * pass at each restart.
 */
enum ScriptStorage {
    KEPT,
    PURGED;

    /** Of a profile directory, all that pages' scripts write to; cookies have a file of their own. */
    private static final List<String> DIRECTORIES = List.of(
            "Local Storage",
            "Session Storage",
            "IndexedDB",
            "Service Worker",
            "WebStorage",
            "File System",
            "databases");

    /** A cookie that a script sets lasts until the restart; what it deletes stays deleted. */
    private static final String UNTIL_THE_RESTART = """
            (() => {
              const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
              const named = (attribute, name) => attribute.trim().toLowerCase().startsWith(name + '=');
              const over = attribute => named(attribute, 'max-age')
                  ? Number(attribute.split('=')[1]) <= 0
                  : named(attribute, 'expires') && new Date(attribute.slice(attribute.indexOf('=') + 1)) <= new Date();
              const expiry = attribute => named(attribute, 'max-age') || named(attribute, 'expires');
              Object.defineProperty(Document.prototype, 'cookie', {
                ...cookie,
                set(line) {
                  const parts = String(line).split(';');
                  cookie.set.call(this, parts.filter((part, i) => i === 0 || !expiry(part) || over(part)).join(';'));
                }
              });
              if (window.CookieStore) {
                const set = CookieStore.prototype.set;
                CookieStore.prototype.set = function (what, value) {
                  const options = typeof what === 'object' ? { ...what } : { name: what, value };
                  if (options.expires > Date.now()) options.expires = null;
                  return set.call(this, options);
                };
              }
            })();
            """;

    /**
     * @throws IllegalArgumentException when the profile says something else
     */
    static ScriptStorage of(Profile profile) {
        String said = profile.setting("script-storage").orElse(KEPT.toString());
        for (ScriptStorage value : values()) {
            if (value.toString().equals(said)) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                profile.file() + ": settings: script-storage is '" + said + "'; known are kept, purged");
    }

    /** Before a browser starts on a profile directory, for the first time or again. */
    void prepare(Path userData) {
        if (this == KEPT) {
            return;
        }
        try {
            for (String directory : DIRECTORIES) {
                Directories.delete(userData.resolve("Default").resolve(directory));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before its first page. */
    void applyTo(BrowserContext context) {
        if (this == PURGED) {
            context.addInitScript(UNTIL_THE_RESTART);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
