package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.cookie.CookieHeader;
import org.cookieproof.http.cookie.SetCookieLine;

/**
 * URLs end up in logs, histories and Referer headers (RFC 9110 §17.9), so nothing that can be used twice stands in
 * one: no value of a session-bearing cookie and no password. One-time hand-off values are the dictionary's to name.
 */
@AutoService(Check.class)
public final class NoCredentialInUrlCheck implements Check {

    /** Shorter values, such as user ids, turn up in URLs by chance. */
    private static final int SHORTEST = 8;

    private static final Pattern PASSWORD = Pattern.compile("(?i).*(passw(or)?d|passphrase|passwort).*|pwd|pass");

    @Override
    public String id() {
        return "no-credential-in-url";
    }

    @Override
    public String source() {
        return "RFC9110-17.9";
    }

    @Override
    public String title() {
        return "No URL carries a credential that can be used again";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        Map<String, String> secrets = secrets(evidence);
        Set<String> oneTime = evidence.dictionary().oneTimeParams();
        for (Exchange exchange : evidence.recording().exchanges()) {
            Place asked = Place.of(exchange).aspect("request URL");
            leak(exchange.url().target(), oneTime, secrets)
                    .ifPresent(what -> tell(asked, what, "the URL that was asked for", findings));
            exchange.answer().stream()
                    .flatMap(r -> r.headers().fields().stream())
                    .filter(field -> field.named("Location"))
                    .forEach(field -> leak(field.value(), oneTime, secrets)
                            .ifPresent(what -> location(exchange, field, what, findings)));
        }
        return findings.list();
    }

    private static void location(Exchange exchange, HeaderField field, String what, Findings findings) {
        tell(Place.of(exchange).aspect("Location").header(field), what, "the redirect's Location", findings);
    }

    private static void tell(Place place, String what, String where, Findings findings) {
        findings.error(place, "URLs without anything that signs somebody in twice", where + " has " + what);
    }

    /** What a URL gives away, in words. */
    private static Optional<String> leak(String url, Set<String> oneTime, Map<String, String> secrets) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        List<String> params = query < 0
                ? List.of()
                : Arrays.stream(url.substring(query + 1).split("[&#]"))
                        .filter(param -> !oneTime.contains(Subjects.decode(name(param))))
                        .toList();
        Optional<String> password = params.stream()
                .filter(param -> PASSWORD.matcher(name(param)).matches()
                        && param.length() > name(param).length() + 1)
                .map(param -> "a password in the parameter " + name(param))
                .findFirst();
        String text = Subjects.decode(path + "?" + String.join("&", params));
        return password.or(() -> secrets.entrySet().stream()
                .filter(secret -> text.contains(secret.getKey()))
                .map(Map.Entry::getValue)
                .findFirst());
    }

    private static String name(String param) {
        return param.split("=", 2)[0];
    }

    /** Each secret value with what it is. */
    private static Map<String, String> secrets(Evidence evidence) {
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
                .filter(param -> PASSWORD.matcher(name(param)).matches())
                .map(param ->
                        param.substring(Math.min(param.length(), name(param).length() + 1)))
                .map(value -> Subjects.decode(value.replace('+', ' ')))
                .filter(value -> value.length() >= SHORTEST)
                .collect(Collectors.toSet());
    }
}
