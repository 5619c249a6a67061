package org.cookieproof.driver.okhttp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import okhttp3.Cookie;
import org.cookieproof.driver.UserAgentBrokenException;

/**
 * Where a jar keeps its persistent cookies: a line for each, fields separated by tabs. OkHttp refuses cookies with
 * control characters, so that no field holds a tab or a line end.
 */
record CookieFile(Path path) {

    List<RfcCookieJar.Stored> read() {
        try {
            return Files.exists(path)
                    ? Files.readAllLines(path).stream().map(CookieFile::parse).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UserAgentBrokenException("cannot read the jar " + path, e);
        }
    }

    void write(List<RfcCookieJar.Stored> persistent) {
        try {
            Files.write(path, persistent.stream().map(CookieFile::format).toList());
        } catch (IOException e) {
            throw new UserAgentBrokenException("cannot write the jar " + path, e);
        }
    }

    private static String format(RfcCookieJar.Stored stored) {
        Cookie cookie = stored.cookie();
        String sameSite = cookie.sameSite();
        return String.join(
                "\t",
                cookie.name(),
                cookie.value(),
                cookie.domain(),
                String.valueOf(cookie.hostOnly()),
                cookie.path(),
                String.valueOf(cookie.expiresAt()),
                String.valueOf(cookie.secure()),
                String.valueOf(cookie.httpOnly()),
                sameSite == null ? "" : sameSite,
                stored.created().toString());
    }

    private static RfcCookieJar.Stored parse(String line) {
        String[] fields = line.split("\t", -1);
        Cookie.Builder cookie = new Cookie.Builder()
                .name(fields[0])
                .value(fields[1])
                .path(fields[4])
                .expiresAt(Long.parseLong(fields[5]));
        if (Boolean.parseBoolean(fields[3])) {
            cookie.hostOnlyDomain(fields[2]);
        } else {
            cookie.domain(fields[2]);
        }
        if (Boolean.parseBoolean(fields[6])) {
            cookie.secure();
        }
        if (Boolean.parseBoolean(fields[7])) {
            cookie.httpOnly();
        }
        if (!fields[8].isEmpty()) {
            cookie.sameSite(fields[8]);
        }
        return new RfcCookieJar.Stored(cookie.build(), Instant.parse(fields[9]));
    }
}
