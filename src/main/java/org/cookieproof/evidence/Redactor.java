package org.cookieproof.evidence;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Url;

/**
 * Takes the secrets of one cell out of whatever is to be stored: by place (cookie values, credentials, parameters and
 * members with a secret's name), and by value wherever else a known secret stands. What is redacted already stays as
 * it is. Names of users are no secrets.
 */
public final class Redactor {

    private final Redaction redaction;
    private final SecretMatcher secrets;
    private final Set<String> names;

    Redactor(Redaction redaction, Collection<String> secrets, Set<String> names) {
        this.redaction = redaction;
        this.secrets = new SecretMatcher(secrets);
        this.names = names;
    }

    public String text(String text) {
        return secrets.replace(
                SecretPlaces.replace(text, value -> SecretNames.isHarmless(value) ? null : redaction.hash(value)),
                redaction::hash);
    }

    public HeaderField header(HeaderField field) {
        String value;
        if (CookieLines.isCookieHeader(field)) {
            value = CookieLines.replaceValues(field, this::cookieValue);
        } else if (SecretNames.isSecretHeader(field.name())) {
            value = credentials(field.value());
        } else {
            value = text(field.value());
        }
        return new HeaderField(known(field.name()), known(value));
    }

    public Url url(Url url) {
        // Apart, since a parameter of the path (;jsessionid=) ends where the query begins.
        String query = url.query().map(q -> text("?" + q)).orElse("");
        return new Url(url.scheme(), url.host(), url.port(), text(url.path()) + query);
    }

    public Finding finding(Finding finding) {
        return new Finding(
                finding.check(),
                finding.source(),
                finding.severity(),
                text(finding.subject()),
                text(finding.expected()),
                text(finding.observed()),
                finding.exchange(),
                finding.header().map(this::line));
    }

    /** Bodies come back decoded and as UTF-8; those that are no text, or cannot be decoded, without their octets. */
    public Exchange exchange(Exchange exchange) {
        Request request = exchange.request();
        Response response = exchange.response();
        String failure = exchange.failure();
        return exchange.saying(
                new Request(
                        known(request.method()),
                        url(request.url()),
                        headers(request.headers()),
                        body(request.headers(), request.body())),
                response == null
                        ? null
                        : new Response(
                                response.status(),
                                text(response.reason()),
                                headers(response.headers()),
                                body(response.headers(), response.body())),
                failure == null ? null : text(failure));
    }

    public Recording recording(Recording recording) {
        return new Recording(recording.exchanges().stream().map(this::exchange).toList());
    }

    /** A life holds no values, but names, paths and reasons are the target's words. */
    public CookieLife life(CookieLife life) {
        return new CookieLife(
                known(life.name()),
                known(life.domain()),
                life.hostOnly(),
                known(life.path()),
                life.events().stream()
                        .map(e -> new CookieLife.Event(e.kind(), e.exchange(), e.at(), e.value(), known(e.note())))
                        .toList(),
                life.userAgent());
    }

    /** Names, paths and reasons are the target's words, as in a life; values are hashed by their place. */
    public CookieAccount account(CookieAccount account) {
        return new CookieAccount(
                account.lines().stream()
                        .map(l -> new CookieAccount.Line(l.exchange(), l.index(), l.fate(), text(l.why())))
                        .toList(),
                account.jars().stream()
                        .map(j -> new CookieAccount.StepJar(
                                j.step(),
                                j.witness(),
                                text(j.note()),
                                j.cookies().stream().map(this::held).toList(),
                                j.userAgent()))
                        .toList());
    }

    private Jar.Held held(Jar.Held cookie) {
        return new Jar.Held(
                known(cookie.name()),
                cookie.value().isEmpty() ? "" : cookieValue(cookie.value()),
                known(cookie.domain()),
                cookie.hostOnly(),
                known(cookie.path()),
                cookie.expiry(),
                cookie.secure(),
                cookie.httpOnly(),
                cookie.sameSite());
    }

    private Headers headers(Headers headers) {
        return new Headers(headers.fields().stream().map(this::header).toList());
    }

    /** A header line as a finding cites it. */
    private String line(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || line.substring(0, colon).indexOf(' ') >= 0) {
            return text(line);
        }
        String rest = line.substring(colon + 1);
        HeaderField field = header(new HeaderField(line.substring(0, colon), rest.stripLeading()));
        return field.name() + ":"
                + rest.substring(0, rest.length() - rest.stripLeading().length()) + field.value();
    }

    private String cookieValue(String raw) {
        String value = Decoded.percent(raw);
        return SecretNames.isHarmless(value) || names.contains(value) ? raw : redaction.hash(value);
    }

    /** The authentication scheme is worth knowing; all the rest is a credential. */
    private String credentials(String value) {
        int space = value.indexOf(' ');
        String credentials = value.substring(space + 1).strip();
        return SecretNames.isHarmless(credentials)
                ? value
                : value.substring(0, space + 1) + redaction.hash(credentials);
    }

    private String known(String text) {
        return secrets.replace(text, redaction::hash);
    }

    private Body body(Headers headers, Body body) {
        Optional<String> text = BodyText.of(headers, body);
        if (text.isEmpty()) {
            return Body.truncated(new byte[0], body.fullLength());
        }
        if (!body.isTruncated()) {
            return Body.of(text(text.get()));
        }
        byte[] kept = text(secrets.withoutTornSecret(text.get())).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Body.truncated(kept, Math.max(body.fullLength(), kept.length + 1L));
    }
}
