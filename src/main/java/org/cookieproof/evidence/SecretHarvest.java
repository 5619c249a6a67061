package org.cookieproof.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Response;

/** Collects the secrets of a recording. Values that are too short to be told from words are not looked for in texts. */
final class SecretHarvest {

    private static final int SHORTEST = 6;
    /** A password that was given is known to be one. */
    private static final int SHORTEST_PASSWORD = 4;

    /** In pages and scripts "password":"Passwort" is a message: only what does not look like words is a token. */
    private static final Pattern TOKEN = Pattern.compile("(?=.*\\d)[\\x21-\\x7e]{6,}|[\\x21-\\x7e]{20,}");

    private final Set<String> secrets = new LinkedHashSet<>();
    private final Set<String> cookieValues = new LinkedHashSet<>();
    private final Set<String> names = new HashSet<>();

    SecretHarvest(Collection<String> names) {
        this.names.addAll(names);
    }

    /** Decoded. */
    Set<String> secrets() {
        Set<String> all = new LinkedHashSet<>(secrets);
        cookieValues.stream().filter(v -> !names.contains(v)).forEach(all::add);
        return all;
    }

    Set<String> names() {
        return Set.copyOf(names);
    }

    void password(String password) {
        if (password.length() >= SHORTEST_PASSWORD) {
            secrets.add(password);
        }
    }

    void exchange(Exchange exchange) {
        exchange.url().query().ifPresent(this::parameters);
        text(exchange.url().path());
        message(exchange.request().headers(), exchange.request().body());
        Response response = exchange.response();
        if (response != null) {
            message(response.headers(), response.body());
        }
    }

    private void message(Headers headers, Body body) {
        headers.fields().forEach(this::header);
        BodyText.of(headers, body).ifPresent(text -> {
            if (BodyText.isForm(headers)) {
                parameters(text);
            }
            boolean certain = BodyText.isForm(headers) || BodyText.isJson(headers);
            SecretPlaces.replace(text, value -> {
                if (certain || TOKEN.matcher(value).matches()) {
                    secret(value);
                }
                return null;
            });
        });
    }

    private void header(HeaderField field) {
        if (CookieLines.isCookieHeader(field)) {
            CookieLines.values(field).forEach(this::cookieValue);
        } else if (SecretNames.isSecretHeader(field.name())) {
            credentials(field.value());
        } else {
            text(field.value());
        }
    }

    private void cookieValue(String raw) {
        String value = Decoded.percent(raw);
        if (value.length() >= SHORTEST && !SecretNames.isHarmless(value)) {
            cookieValues.add(value);
        }
    }

    private void credentials(String value) {
        int space = value.indexOf(' ');
        String credentials = value.substring(space + 1).strip();
        secret(credentials);
        if (space > 0 && value.substring(0, space).equalsIgnoreCase("basic")) {
            basic(credentials);
        }
    }

    private void basic(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon >= 0) {
                names.add(pair.substring(0, colon));
                password(pair.substring(colon + 1));
            }
        } catch (IllegalArgumentException e) {
            // Not Base64, so there is no pair in it; the whole of it is a secret already.
            return;
        }
    }

    /** Names are told from the fields into which they were typed. */
    private void parameters(String form) {
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = Decoded.form(pair.substring(0, equals));
                String value = Decoded.form(pair.substring(equals + 1));
                if (SecretNames.isUserNameField(name) && !value.isEmpty()) {
                    names.add(value);
                } else if (SecretNames.isSecretParameter(name)) {
                    secret(value);
                }
            }
        }
    }

    private void text(String text) {
        SecretPlaces.replace(text, value -> {
            secret(value);
            return null;
        });
    }

    private void secret(String value) {
        if (value.length() >= SHORTEST && !SecretNames.isHarmless(value)) {
            secrets.add(value);
        }
    }
}
