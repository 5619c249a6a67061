package org.cookieproof.farm.central;

import java.util.List;
import java.util.Map;
import org.cookieproof.farm.page.ErrorPage;
import org.cookieproof.farm.page.PageResource;
import org.cookieproof.farm.session.OneTimeTokens;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;
import org.cookieproof.farm.wire.Json;
import org.cookieproof.farm.wire.Percent;
import org.cookieproof.farm.wire.Pixel;

/** The end of a chain, in the form that its beginning asked for by {@code type}. */
record FinalAnswer(OneTimeTokens tokens, ErrorPage errors) {

    private static final String STATUS = "X-CentralAuth-Status";
    private static final String LOGGED_IN = PageResource.text("clear-anonymous.js") + PageResource.text("logged-in.js");
    private static final String SET_ANONYMOUS = PageResource.text("set-anonymous.js");

    Answer of(Visit visit, Title title, Outcome outcome) {
        return switch (visit.text("type")) {
            case "1x1", "icon" -> image(outcome);
            case "json" -> json(outcome);
            case "redirect" -> redirect(visit, title, outcome);
            default -> script(outcome);
        };
    }

    private static Answer image(Outcome outcome) {
        return new Answer(200, "image/png", Pixel.PNG.clone(), outcome.cache(), List.of())
                .with(STATUS, outcome.status());
    }

    private static Answer json(Outcome outcome) {
        String body = Json.write(Map.of("status", outcome.status()));
        return Answer.of(200, "application/json; charset=utf-8", body, outcome.cache())
                .with(STATUS, outcome.status());
    }

    private static Answer script(Outcome outcome) {
        boolean anonymous = outcome.status().equals(Outcome.NOT_CENTRALLY_LOGGED_IN);
        String code = outcome.success() ? LOGGED_IN : anonymous ? SET_ANONYMOUS : "";
        return Answer.of(
                200, "text/javascript; charset=utf-8", "/* " + outcome.status() + " */\n" + code, outcome.cache());
    }

    private Answer redirect(Visit visit, Title title, Outcome outcome) {
        // Never cached, whatever the outcome says: the URL is good for this one chain.
        return tokens.take(HandOff.RETURN_URL, visit.text("returnUrlToken"), HandOff.ReturnUrl.class)
                .map(back -> outcome.success()
                        ? back.url()
                        : back.url() + "&centralAuthError=" + Percent.encodeQuery(outcome.status()))
                .map(url -> Answer.found(url, CachePolicy.NO_STORE).with(STATUS, outcome.status()))
                .orElseGet(() -> errors.answer(visit, title, 400, "The return URL token is invalid or has expired."));
    }
}
