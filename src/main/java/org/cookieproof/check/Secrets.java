package org.cookieproof.check;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.CookieHeader;
import org.cookieproof.http.cookie.SetCookieLine;

/** The values of a recording that sign somebody in twice: those of credentials' cookies, and passwords. */
final class Secrets {

    /** Shorter values, such as user ids, turn up in URLs and logs by chance. */
    private static final int SHORTEST = 8;

    private static final Pattern PASSWORD = Pattern.compile("(?i).*(passw(or)?d|passphrase|passwort).*|pwd|pass");

    private Secrets() {}

    static boolean isPassword(String parameter) {
        return PASSWORD.matcher(parameter).matches();
    }

    /** Each secret value with what it is. */
    static Map<String, String> of(Evidence evidence) {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (Exchange exchange : evidence.recording().exchanges()) {
            CookieHeader.of(exchange.request().headers())
                    .pairs()
                    .forEach(pair -> keep(pair.name(), pair.value(), evidence, secrets));
            ReceivedLine.of(exchange)
                    .forEach(line -> keep(
                            line.name(), line.line().map(SetCookieLine::value).orElse(""), evidence, secrets));
            passwords(exchange).forEach(p -> secrets.putIfAbsent(p, "a password that was typed into a form"));
        }
        return secrets;
    }

    private static void keep(String cookie, String value, Evidence evidence, Map<String, String> secrets) {
        Set<CookieCategory> categories = evidence.dictionary().categories(cookie);
        boolean secret =
                categories.contains(CookieCategory.SESSION_BEARING) || categories.contains(CookieCategory.REMEMBER);
        // A user's name may stand in URLs even where the cookie that says it counts towards the session.
        boolean name = categories.contains(CookieCategory.IDENTITY) || categories.contains(CookieCategory.HINT);
        String decoded = Subjects.decode(value);
        if (secret && !name && decoded.length() >= SHORTEST) {
            secrets.putIfAbsent(decoded, "the value of the cookie " + cookie);
        }
    }

    private static Set<String> passwords(Exchange exchange) {
        String type = exchange.request().headers().first("Content-Type").orElse("");
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            return Set.of();
        }
        return Arrays.stream(exchange.request().body().text().split("&"))
                .filter(param -> isPassword(name(param)))
                .map(param ->
                        param.substring(Math.min(param.length(), name(param).length() + 1)))
                .map(value -> Subjects.decode(value.replace('+', ' ')))
                .filter(value -> value.length() >= SHORTEST)
                .collect(Collectors.toSet());
    }

    private static String name(String param) {
        return param.split("=", 2)[0];
    }
}
