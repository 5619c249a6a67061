package org.cookieproof.driver.bidi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cookieproof.driver.browser.CertificateDatabase;
import org.cookieproof.driver.browser.CommandSocket;
import org.cookieproof.profile.Profile;

/**
 * A profile directory that no Firefox has used yet: what it trusts, and where its preferences differ from those of
 * people. That they be few is the point of driving it by BiDi.
 */
final class FirefoxProfile {

    /** What else it would ask its maker's hosts for, beyond what its own preferences for remote control turn off. */
    private static final Map<String, Object> SILENT = Map.of(
            // Plugins for encrypted video, asked for at aus5.mozilla.org and update.googleapis.com.
            "media.gmp-manager.updateEnabled", false, "media.gmp-provider.enabled", false);

    private FirefoxProfile() {}

    static Path make(Path directory, Path caPem, InetSocketAddress proxy, Profile profile) {
        try {
            Files.createDirectories(directory);
            CertificateDatabase.make(directory, caPem);
            Files.writeString(directory.resolve("user.js"), userJs(preferences(proxy, profile)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IllegalArgumentException when the profile's cookie-behavior or lax-by-default is not what Firefox knows
     */
    private static Map<String, Object> preferences(InetSocketAddress proxy, Profile profile) {
        Map<String, Object> preferences = new TreeMap<>(Map.of(
                "network.proxy.type",
                1,
                "network.proxy.http",
                proxy.getHostString(),
                "network.proxy.http_port",
                proxy.getPort(),
                "network.proxy.ssl",
                proxy.getHostString(),
                "network.proxy.ssl_port",
                proxy.getPort(),
                // Otherwise loopback addresses would be asked without the proxy.
                "network.proxy.allow_hijacking_localhost",
                true,
                "network.dns.disablePrefetch",
                true,
                // about:home would be a page before the first in the tab's history.
                "browser.startup.page",
                0,
                // Icons come after the page has loaded and would be in one recording and not in the next.
                "browser.chrome.site_icons",
                false,
                // A restart is asked for by scenarios; a browser that was killed is not one that crashed.
                "browser.sessionstore.resume_from_crash",
                false));
        preferences.putAll(SILENT);
        profile.setting("cookie-behavior")
                .ifPresent(said -> preferences.put("network.cookie.cookieBehavior", number(said, profile)));
        profile.setting("lax-by-default")
                .ifPresent(said -> preferences.put("network.cookie.sameSite.laxByDefault", flag(said, profile)));
        return preferences;
    }

    private static boolean flag(String said, Profile profile) {
        if (!said.matches("true|false")) {
            throw new IllegalArgumentException(
                    profile.file() + ": settings: lax-by-default is '" + said + "'; it is true or false");
        }
        return Boolean.parseBoolean(said);
    }

    private static int number(String said, Profile profile) {
        if (!said.matches("[0-5]")) {
            throw new IllegalArgumentException(profile.file() + ": settings: cookie-behavior is '" + said
                    + "'; Firefox knows 0 to 5, and 5 is what it ships with");
        }
        return Integer.parseInt(said);
    }

    private static String userJs(Map<String, Object> preferences) {
        return preferences.entrySet().stream()
                .map(p -> "user_pref(\"" + p.getKey() + "\", " + CommandSocket.json(p.getValue()) + ");\n")
                .collect(Collectors.joining());
    }

    static String hostAndPort(InetSocketAddress address) {
        String host = address.getHostString();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
