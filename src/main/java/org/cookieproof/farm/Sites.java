package org.cookieproof.farm;

import java.util.List;
import java.util.Optional;
import org.cookieproof.farm.site.SiteScopes;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.site.Wikis;
import org.cookieproof.farm.wire.Answer;
import org.cookieproof.farm.wire.CachePolicy;
import org.cookieproof.farm.wire.Pixel;
import org.cookieproof.farm.wire.ResponseCookies;
import org.cookieproof.farm.wire.WebRequest;

/** Which site answers a request, and what all of them answer alike, without sessions. */
record Sites(WikiSites wikis, SiteScopes scopes) {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST");

    private static final String FOREIGN_PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="UTF-8"><title>Canary</title></head>
            <body><h1>Canary</h1><p>This site belongs to somebody else. No credential of the farm may reach it.</p></body>
            </html>
            """;

    Answer answer(WebRequest request, ResponseCookies cookies) {
        if (!METHODS.contains(request.method())) {
            return Answer.text(405, "Method not allowed\n", CachePolicy.NO_STORE)
                    .with("Allow", String.join(", ", METHODS));
        }
        Optional<Wiki> wiki = Wikis.atHost(request.host()).map(scopes::of);
        boolean foreign = request.host().equals(Wikis.FOREIGN_HOST);
        if (wiki.isEmpty() && !foreign) {
            return Answer.text(421, "No site of the farm: " + request.host() + "\n", CachePolicy.NO_STORE);
        }
        return switch (request.path()) {
            case "/robots.txt" -> Answer.text(200, "User-agent: *\nDisallow: /w/\n", CachePolicy.PUBLIC);
            case "/favicon.ico" -> new Answer(200, "image/png", Pixel.PNG.clone(), CachePolicy.PUBLIC, List.of());
            default ->
                wiki.map(w -> ofWiki(w, request, cookies))
                        .orElseGet(() -> Answer.html(200, FOREIGN_PAGE, CachePolicy.PUBLIC));
        };
    }

    private Answer ofWiki(Wiki wiki, WebRequest request, ResponseCookies cookies) {
        return request.path().equals("/")
                ? Answer.found(wiki.url(request.scheme(), "/wiki/Main_Page"), CachePolicy.PUBLIC)
                : wikis.answer(wiki, request, cookies);
    }
}
