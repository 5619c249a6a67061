package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What holds for every response of a healthy farm. */
final class WireInvariants {

    private WireInvariants() {}

    static void check(Exchange exchange) {
        String where = exchange.url() + " <- " + exchange.sent() + "\n" + String.join("\n", exchange.lines());
        boolean https = exchange.url().startsWith("https:");
        List<String> lines = exchange.setCookies();
        assertThat(lines.stream().map(WireInvariants::scope))
                .as("one line per cookie: %s", where)
                .doesNotHaveDuplicates();
        for (String line : lines) {
            checkAttributes(line, https, where);
            checkDates(line, exchange.field("Date"), where);
            if (line.contains("Max-Age=0")) {
                assertThat(exchange.sent())
                        .as("deletes only what was sent: %s", where)
                        .contains(name(line) + "=");
            }
        }
        String cacheControl = exchange.field("Cache-Control");
        boolean shared = cacheControl.contains("s-maxage") || cacheControl.contains("public");
        if (shared) {
            assertThat(lines).as("no cookies for shared caches: %s", where).isEmpty();
            assertThat(exchange.body())
                    .as("nobody's name for shared caches: %s", where)
                    .doesNotContain("\"wgUserName\":\"");
        }
        if (!cacheControl.contains("public")) {
            assertThat(exchange.field("Vary")).as(where).contains("Cookie");
        }
        assertThat(exchange.status()).as(where).isLessThan(500);
    }

    private static void checkAttributes(String line, boolean https, String where) {
        boolean neverSecure = line.startsWith("forceHTTPS=");
        assertThat(line.contains("; secure"))
                .as("Secure just on https: %s in %s", line, where)
                .isEqualTo(https && !neverSecure);
        if (!line.contains("; secure")) {
            assertThat(line).as(where).doesNotContain("SameSite");
        }
        if (!line.startsWith("CentralAuthAnonTopLevel=")) {
            assertThat(line).as(where).contains("; HttpOnly");
        }
    }

    private static void checkDates(String line, String date, String where) {
        if (!line.contains("Max-Age=") || line.contains("Max-Age=0")) {
            return;
        }
        long maxAge = Long.parseLong(line.replaceAll(".*Max-Age=(\\d+).*", "$1"));
        Instant expires = instant(line.replaceAll(".*expires=([^;]*);.*", "$1"));
        assertThat(Duration.between(instant(date), expires)).as(where).isEqualTo(Duration.ofSeconds(maxAge));
    }

    private static Instant instant(String date) {
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf('='));
    }

    private static String scope(String line) {
        return name(line) + line.replaceAll(".*?(; domain=[^;]*)?(; secure.*|; HttpOnly.*)?$", "$1");
    }
}
