package org.cookieproof.step;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import org.cookieproof.driver.Answer;
import org.cookieproof.driver.ApiRequest;
import org.cookieproof.driver.Page;
import org.cookieproof.evidence.Identity;
import org.cookieproof.evidence.IdentityReading;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Response;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.target.WhoAmI;

/** Asks who is signed in at a site: the page, the API, and the cookies on their own (T124451). */
final class WhoAmIProbe {

    private final Stage stage;
    private final WhoAmI whoAmI;

    WhoAmIProbe(Stage stage) {
        this.stage = stage;
        this.whoAmI = stage.setting().target().flows().whoAmI();
    }

    /** Asks the user agent all three ways, and notes the answer for the checks. */
    IdentityReading ask(Role role, Scheme scheme) {
        stage.settle();
        return stage.asking(() -> {
            Url api = stage.url(role, scheme, whoAmI.apiTarget());
            Identity page = page(role, scheme);
            Answer answer = stage.tap().aside(api, () -> stage.session().request(ApiRequest.get(api)));
            OptionalInt shown = newest(api.host());
            IdentityReading reading = new IdentityReading(
                    stage.step(), role, scheme, page, fromApi(answer.status(), answer.body()), fromCookies(api), shown);
            stage.note(reading);
            return reading;
        });
    }

    /** Asks with cookies of the harness's choice and its own client; nothing of the user agent takes part. */
    IdentityReading askWith(String cookieHeader, Role role, Scheme scheme) {
        Headers headers = cookieHeader.isEmpty() ? Headers.NONE : Headers.of("Cookie", cookieHeader);
        Exchange page =
                stage.tap().raw().send("GET", stage.url(role, scheme, whoAmI.pageTarget()), headers, Body.EMPTY);
        Exchange api = stage.tap().raw().send("GET", stage.url(role, scheme, whoAmI.apiTarget()), headers, Body.EMPTY);
        Identity byApi = fromApi(api);
        return new IdentityReading(
                stage.step(),
                role,
                scheme,
                page.answer()
                        .filter(a -> !a.isRedirect())
                        .map(a -> fromPage(a.body().text()))
                        .orElse(new Identity.Unknown(page.summary())),
                byApi,
                new Identity.Unknown("the API was asked with nothing but them"),
                OptionalInt.of(page.number()));
    }

    /** What the current page says of who is signed in. */
    Identity onPage(Page page) {
        return page.error()
                .<Identity>map(e -> new Identity.Unknown("no page was shown: " + e))
                .orElseGet(() -> fromPage(page.html()));
    }

    private Identity page(Role role, Scheme scheme) {
        if (!stage.can("forms")) {
            return new Identity.Unknown("an API client shows no page");
        }
        Optional<Page> shown = (stage.pageIsCurrent() ? stage.pageNow() : Optional.<Page>empty())
                .filter(p -> p.url().host().equals(stage.host(role)))
                .filter(p -> onPage(p).isKnown());
        return onPage(shown.orElseGet(
                () -> stage.arrive(stage.session().open(stage.url(role, scheme, whoAmI.pageTarget())))));
    }

    private Identity fromPage(String html) {
        Matcher says = whoAmI.pagePattern().matcher(html);
        if (!says.find()) {
            return new Identity.Unknown("the page does not tell");
        }
        String name = says.group(1);
        return name == null ? Identity.nobody() : Identity.of(unescape(name));
    }

    private Identity fromApi(Exchange exchange) {
        Response response = exchange.response();
        return response == null
                ? new Identity.Unknown(exchange.summary())
                : fromApi(response.status(), response.body().text());
    }

    private Identity fromApi(int status, String body) {
        if (status != 200) {
            return new Identity.Unknown("the API answered with status " + status);
        }
        if (Json.at(body, whoAmI.apiNobody()).isPresent()) {
            return Identity.nobody();
        }
        return Json.at(body, whoAmI.apiName())
                .map(Identity::of)
                .orElse(new Identity.Unknown("the API answered something else"));
    }

    /** The cookies that the user agent has just sent to the API, sent once more by the harness's own client. */
    private Identity fromCookies(Url api) {
        List<Exchange> asked = stage.exchangesOfStep().stream()
                .filter(e -> e.sender() == Exchange.Sender.PROBE)
                .filter(e ->
                        e.url().host().equals(api.host()) && e.url().target().equals(api.target()))
                .toList();
        if (asked.isEmpty()) {
            return new Identity.Unknown("the user agent's own question was not seen on the wire");
        }
        Exchange last = asked.get(asked.size() - 1);
        List<HeaderField> cookies = last.request().headers().fields().stream()
                .filter(f -> f.named("Cookie"))
                .toList();
        return fromApi(stage.tap().raw().send("GET", last.url(), new Headers(cookies), Body.EMPTY));
    }

    private OptionalInt newest(String host) {
        return stage.exchangesOfStep().stream()
                .filter(e -> e.sender() != Exchange.Sender.HARNESS || stage.isOwn(e))
                .filter(e -> e.url().host().equals(host))
                .mapToInt(Exchange::number)
                .max();
    }

    /** The name stands in a script as a JSON string; in a serialised document {@code &} may be escaped as well. */
    private static String unescape(String json) {
        return Json.at("[\"" + json + "\"]", "/0").orElse(json);
    }
}
