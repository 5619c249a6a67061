package org.cookieproof.report.html;

import java.util.List;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.ServerException;

/** What the target is allowed, by name and with a reason, so that nobody takes silence for a pass. */
final class Exceptions {

    private Exceptions() {}

    static void show(Markup html, String target, List<ServerException> exceptions) {
        if (exceptions.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "exceptions-h");
        html.element("h2", "Exceptions", "id", "exceptions-h");
        html.element(
                "p",
                "Server invariants that " + target + " deliberately does not keep, and that were not held against it.",
                "class",
                "dim lead");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "exceptions-h");
        html.open("table", "class", "plain").open("thead").open("tr");
        for (String head : List.of("Check", "Where", "Cookies", "Reason", "Source")) {
            html.element("th", head, "scope", "col");
        }
        html.close().close().open("tbody");
        exceptions.forEach(e -> {
            html.open("tr")
                    .open("td")
                    .element("code", e.check())
                    .close()
                    .open("td")
                    .text(where(e) + " ")
                    .element("code", e.path().pattern())
                    .close()
                    .open("td")
                    .element("code", e.cookie().pattern())
                    .close()
                    .element("td", e.reason())
                    .open("td");
            SourceLinks.show(html, e.source());
            html.close().close();
        });
        html.close().close().close().close().line();
    }

    private static String where(ServerException exception) {
        return exception.roles().isEmpty()
                ? "everywhere"
                : exception.roles().stream().sorted().map(Role::wireName).collect(Collectors.joining(", "));
    }
}
