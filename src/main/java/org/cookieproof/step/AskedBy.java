package org.cookieproof.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cookieproof.evidence.Initiator;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Request;
import org.cookieproof.http.Url;

/**
 * Whose document a request came from, as the request itself tells it: one role's (Referer, Origin), or one of the same
 * or of another site (Fetch Metadata). What is not told matches nothing.
 */
sealed interface AskedBy {

    boolean matches(Stage stage, Exchange exchange);

    /** What scenarios can say here. */
    static List<String> words() {
        List<String> words =
                new ArrayList<>(Arrays.stream(Role.values()).map(Role::wireName).toList());
        words.add(Relation.SAME.word());
        words.add(Relation.CROSS.word());
        return words;
    }

    static Optional<AskedBy> named(String word) {
        return Stream.of(Relation.values())
                .filter(r -> r.word().equals(word))
                .map(AskedBy.class::cast)
                .findFirst()
                .or(() -> Role.named(word).map(ADocumentOf::new));
    }

    /** A document of one role's site. */
    record ADocumentOf(Role role) implements AskedBy {
        @Override
        public boolean matches(Stage stage, Exchange exchange) {
            Request request = exchange.request();
            return Stream.of("Referer", "Origin")
                    .flatMap(field -> request.headers().first(field).stream())
                    .flatMap(ADocumentOf::host)
                    .anyMatch(stage.host(role)::equals);
        }

        private static Stream<String> host(String url) {
            try {
                return Stream.of(Url.parse(url).host());
            } catch (IllegalArgumentException e) {
                return Stream.empty(); // "null", say: an origin that is not told
            }
        }
    }

    /** A document of the same registrable domain, or of another. */
    enum Relation implements AskedBy {
        SAME("same-site", Initiator.Relation.SAME_SITE),
        CROSS("cross-site", Initiator.Relation.CROSS_SITE);

        private final String word;
        private final Initiator.Relation relation;

        Relation(String word, Initiator.Relation relation) {
            this.word = word;
            this.relation = relation;
        }

        String word() {
            return word;
        }

        @Override
        public boolean matches(Stage stage, Exchange exchange) {
            return Initiator.of(exchange.request(), stage.setting().publicSuffixes())
                            .relation()
                    == relation;
        }
    }
}
