package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;

/**
 * URLs end up in logs, histories and Referer headers (RFC 9110 §17.9), so nothing that can be used twice stands in
 * one: no value of a session-bearing cookie and no password. One-time hand-off values are the dictionary's to name;
 * that excuses their name, and no value that signs somebody in twice.
 */
@AutoService(Check.class)
public final class NoCredentialInUrlCheck implements Check {

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
        Map<String, String> secrets = Secrets.of(evidence);
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
        List<String> params =
                query < 0 ? List.of() : List.of(url.substring(query + 1).split("[&#]"));
        Optional<String> password = params.stream()
                .filter(param -> !oneTime.contains(Subjects.decode(name(param))))
                .filter(param -> Secrets.isPassword(name(param))
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
}
