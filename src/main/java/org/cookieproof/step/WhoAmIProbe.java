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

    private static final Identity NO_API = new Identity.Unknown("there is no API to ask");

    private final Stage stage;

    WhoAmIProbe(Stage stage) {
        this.stage = stage;
    }

    /** Asks the user agent all three ways, and notes the answer for the checks. */
    IdentityReading ask(Role role, Scheme scheme) {
        stage.settle();
        return stage.asking(() -> {
            WhoAmI whoAmI = at(role);
            Identity page = page(whoAmI, role, scheme);
            Identity byApi = NO_API;
            Identity byCookies = NO_API;
            if (whoAmI.api().isPresent()) {
                WhoAmI.Api api = whoAmI.api().get();
                Url url = stage.url(role, scheme, api.target());
                Answer answer = stage.tap().aside(url, () -> stage.session().request(ApiRequest.get(url)));
                byApi = fromApi(api, answer.status(), answer.body());
                byCookies = fromCookies(api, url);
            }
            IdentityReading reading =
                    new IdentityReading(stage.step(), role, scheme, page, byApi, byCookies, newest(stage.host(role)));
            stage.note(reading);
            return reading;
        });
    }

    /** Asks with cookies of the harness's choice and its own client; nothing of the user agent takes part. */
    IdentityReading askWith(String cookieHeader, Role role, Scheme scheme) {
        Headers headers = cookieHeader.isEmpty() ? Headers.NONE : Headers.of("Cookie", cookieHeader);
        WhoAmI whoAmI = at(role);
        Exchange page =
                stage.tap().raw().send("GET", stage.url(role, scheme, whoAmI.pageTarget()), headers, Body.EMPTY);
        Identity byApi = whoAmI.api()
                .map(api -> fromApi(
                        api, stage.tap().raw().send("GET", stage.url(role, scheme, api.target()), headers, Body.EMPTY)))
                .orElse(NO_API);
        return new IdentityReading(
                stage.step(),
                role,
                scheme,
                page.answer()
                        .filter(a -> !a.isRedirect())
                        .map(a -> fromPage(whoAmI, a.body().text()))
                        .orElse(new Identity.Unknown(page.summary())),
                byApi,
                new Identity.Unknown("the API was asked with nothing but them"),
                OptionalInt.of(page.number()));
    }

    /** What the current page says of who is signed in. */
    Identity onPage(Role role, Page page) {
        return onPage(at(role), page);
    }

    private WhoAmI at(Role role) {
        return stage.setting().target().flows().whoAmI(role);
    }

    private static Identity onPage(WhoAmI whoAmI, Page page) {
        return page.error()
                .<Identity>map(e -> new Identity.Unknown("no page was shown: " + e))
                .orElseGet(() -> fromPage(whoAmI, page.html()));
    }

    private Identity page(WhoAmI whoAmI, Role role, Scheme scheme) {
        if (!stage.can("forms")) {
            return new Identity.Unknown("an API client shows no page");
        }
        Optional<Page> shown = (stage.pageIsCurrent() ? stage.pageNow() : Optional.<Page>empty())
                .filter(p -> p.url().host().equals(stage.host(role)))
                .filter(p -> onPage(whoAmI, p).isKnown());
        return onPage(
                whoAmI,
                shown.orElseGet(
                        () -> stage.arrive(stage.session().open(stage.url(role, scheme, whoAmI.pageTarget())))));
    }

    private static Identity fromPage(WhoAmI whoAmI, String html) {
        Matcher says = whoAmI.pagePattern().matcher(html);
        if (!says.find()) {
            return new Identity.Unknown("the page does not tell");
        }
        String name = says.group(1);
        return name == null ? Identity.nobody() : Identity.of(unescape(name));
    }

    private static Identity fromApi(WhoAmI.Api api, Exchange exchange) {
        Response response = exchange.response();
        return response == null
                ? new Identity.Unknown(exchange.summary())
                : fromApi(api, response.status(), response.body().text());
    }

    private static Identity fromApi(WhoAmI.Api api, int status, String body) {
        if (status != 200) {
            return new Identity.Unknown("the API answered with status " + status);
        }
        if (Json.at(body, api.nobody()).isPresent()) {
            return Identity.nobody();
        }
        return Json.at(body, api.name())
                .map(Identity::of)
                .orElse(new Identity.Unknown("the API answered something else"));
    }

    /** The cookies that the user agent has just sent to the API, sent once more by the harness's own client. */
    private Identity fromCookies(WhoAmI.Api api, Url url) {
        List<Exchange> asked = stage.exchangesOfStep().stream()
                .filter(e -> e.sender() == Exchange.Sender.PROBE)
                .filter(e ->
                        e.url().host().equals(url.host()) && e.url().target().equals(url.target()))
                .toList();
        if (asked.isEmpty()) {
            return new Identity.Unknown("the user agent's own question was not seen on the wire");
        }
        Exchange last = asked.get(asked.size() - 1);
        List<HeaderField> cookies = last.request().headers().fields().stream()
                .filter(f -> f.named("Cookie"))
                .toList();
        return fromApi(api, stage.tap().raw().send("GET", last.url(), new Headers(cookies), Body.EMPTY));
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
