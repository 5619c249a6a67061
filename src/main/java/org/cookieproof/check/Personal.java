package org.cookieproof.check;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.CookieDictionary;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Identity;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.CookieHeader;

/** Whether an answer was made for one user. */
final class Personal {

    private final CookieDictionary dictionary;
    private final Credentials credentials;
    private final Set<String> users;

    Personal(Evidence evidence) {
        dictionary = evidence.dictionary();
        credentials = new Credentials(dictionary);
        users = evidence.identities().stream()
                .flatMap(reading -> reading.known().stream())
                .filter(Identity.User.class::isInstance)
                .map(identity -> ((Identity.User) identity).name())
                .collect(Collectors.toSet());
    }

    /** Whether the request carried something by which the server may know the user. */
    boolean isAskedBySomebody(Exchange exchange) {
        return carriesSession(exchange) || exchange.request().headers().has("Authorization");
    }

    boolean carriesSession(Exchange exchange) {
        return CookieHeader.of(exchange.request().headers()).pairs().stream()
                .anyMatch(pair -> credentials.contains(pair.name()));
    }

    /** Whether a cookie of the request or of the response says that somebody is signed in. */
    boolean isOfAUser(Exchange exchange) {
        return Stream.concat(
                        CookieHeader.of(exchange.request().headers()).pairs().stream()
                                .map(CookieHeader.Pair::name),
                        ReceivedLine.of(exchange).stream()
                                .filter(line -> !line.deletes())
                                .map(ReceivedLine::name))
                .anyMatch(credentials::tellsUser);
    }

    /** Whether the answer names the user who asked. */
    boolean showsUser(Exchange exchange) {
        String body = exchange.answer().map(r -> r.body().text()).orElse("");
        return isAskedBySomebody(exchange)
                && Stream.concat(users.stream(), namesInCookies(exchange))
                        .filter(name -> name.length() > 2)
                        .anyMatch(body::contains);
    }

    private Stream<String> namesInCookies(Exchange exchange) {
        return CookieHeader.of(exchange.request().headers()).pairs().stream()
                .filter(pair -> dictionary.is(CookieCategory.IDENTITY, pair.name()))
                .map(pair -> Subjects.decode(pair.value()))
                .filter(value -> value.chars().anyMatch(Character::isLetter));
    }

    /** Images, styles, fonts and scripts, the same for all unless they name somebody. */
    static boolean isStatic(Exchange exchange) {
        String type = exchange.answer()
                .flatMap(r -> r.headers().first("Content-Type"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return type.matches("(image|font|audio|video)/.*|text/css.*|(text|application)/(x-)?javascript.*");
    }
}
