package org.cookieproof.farm;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.farm.api.ApiEndpoint;
import org.cookieproof.farm.page.ErrorPage;
import org.cookieproof.farm.page.LogoutScheme;
import org.cookieproof.farm.page.Page;
import org.cookieproof.farm.session.SessionServices;
import org.cookieproof.farm.session.UnloadableSessionException;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.session.VisitSession;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;
import org.cookieproof.farm.wire.ResponseCookies;
import org.cookieproof.farm.wire.WebRequest;
import org.cookieproof.store.StoreUnavailableException;

/**
 * Which page of a wiki answers a request.
 *
 * @param actions  by {@code action=}, for articles
 * @param specials by name in lower case
 */
record WikiSites(
        SessionServices services,
        Map<String, Page> actions,
        Map<String, Page> specials,
        ErrorPage errors,
        ApiEndpoint api,
        LogoutScheme logoutScheme) {

    private static final String LOGOUT = "special:userlogout";

    Answer answer(Wiki wiki, WebRequest request, ResponseCookies cookies) {
        boolean isApi = request.path().equals("/w/api.php");
        if (!isApi && !request.https() && !request.isPost() && wantsHttps(wiki, request) && !servesHere(request)) {
            return Answer.found(wiki.url("https", request.target()), CachePolicy.PRIVATE_BY_SCHEME);
        }
        try {
            return answer(
                    new Visit(request, wiki, cookies, VisitSession.open(services, wiki, request, cookies)), isApi);
        } catch (StoreUnavailableException e) {
            // What the store was to be told is not true now; the client tries again with the cookies that it has.
            cookies.clear();
            return Answer.text(503, "The session store does not answer. Try again.\n", CachePolicy.NO_STORE)
                    .with("Retry-After", "1");
        } catch (UnloadableSessionException e) {
            return Answer.text(500, e.getMessage() + "\n", CachePolicy.NO_STORE);
        }
    }

    private Answer answer(Visit visit, boolean isApi) {
        Answer answer = isApi ? api.answer(visit) : page(visit);
        ResponseCookies cookies = visit.cookies();
        Answer limited = visit.session().imposedCache().map(answer::withCache).orElse(answer);
        // MediaWiki's last line of defence, OutputPage::sendCacheControl: what sets cookies is nobody else's.
        return limited.cache().shared() && !cookies.isEmpty() ? limited.withCache(CachePolicy.PRIVATE) : limited;
    }

    private boolean servesHere(WebRequest request) {
        String asked = request.path() + "?" + request.parameter("title").orElse("");
        return logoutScheme.staysOnHttp() && asked.toLowerCase(Locale.ROOT).contains(LOGOUT);
    }

    private static boolean wantsHttps(Wiki wiki, WebRequest request) {
        return request.cookies()
                .value(wiki.cookies().forceHttps())
                .filter("true"::equals)
                .isPresent();
    }

    private Answer page(Visit visit) {
        WebRequest request = visit.request();
        Optional<String> typed = request.path().startsWith("/wiki/")
                ? Optional.of(request.path().substring("/wiki/".length()))
                : request.path().equals("/w/index.php") ? request.parameter("title") : Optional.of("");
        if (!request.path().startsWith("/wiki/") && !request.path().equals("/w/index.php")) {
            return errors.answer(visit, Title.MAIN_PAGE, 404, "There is nothing at this address.");
        }
        return typed.filter(t -> !t.isEmpty())
                .map(t -> Title.parse(t)
                        .map(title -> page(visit, title))
                        .orElseGet(() -> errors.answer(visit, Title.MAIN_PAGE, 400, "The title is bad.")))
                .orElseGet(() -> page(visit, Title.MAIN_PAGE));
    }

    private Answer page(Visit visit, Title title) {
        Page page = title.isSpecial()
                ? specials.get(title.specialName())
                : actions.get(visit.request().query().get("action").orElse("view"));
        return page == null
                ? errors.answer(visit, title, 404, "There is no such special page or action.")
                : page.answer(visit, title);
    }
}
