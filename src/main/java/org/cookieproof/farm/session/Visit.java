package org.cookieproof.farm.session;

import java.util.Optional;
import org.cookieproof.farm.account.UserAccount;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.wire.CachePolicy;
import org.cookieproof.farm.wire.ResponseCookies;
import org.cookieproof.farm.wire.WebRequest;

/** A request at a wiki, and what the answer needs to know of it. */
public record Visit(WebRequest request, Wiki wiki, ResponseCookies cookies, VisitSession session) {

    public Optional<UserAccount> user() {
        return session.user();
    }

    /** A parameter, or the empty string. */
    public String text(String parameter) {
        return request.parameter(parameter).orElse("");
    }

    /** An absolute URL of this wiki, in the request's scheme. */
    public String here(String target) {
        return wiki.url(request.scheme(), target);
    }

    /**
     * The cache fields of what anybody may see: for shared caches while neither the request carries a credential nor
     * the response sets a cookie, else private.
     *
     * @param seconds how long shared caches may keep it
     */
    public CachePolicy cacheForAll(int seconds) {
        boolean plain =
                cookies.isEmpty() && wiki.cookies().credentials().stream().noneMatch(request.cookies()::has);
        return plain ? CachePolicy.shared(seconds) : CachePolicy.PRIVATE;
    }
}
