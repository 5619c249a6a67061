package org.cookieproof.check;

import org.cookieproof.http.Exchange;
import org.cookieproof.http.Response;

/** In what two answers to one URL differ. */
final class Answers {

    /** Said where nothing but the content differs, as it also does when a page was edited meanwhile. */
    static final String BODY = "the body";

    private Answers() {}

    /** In words; empty where they are the same, or where one is only a revalidation. */
    static String difference(Exchange a, Exchange b) {
        Response one = a.answer().orElseThrow();
        Response two = b.answer().orElseThrow();
        if (isRevalidation(one) || isRevalidation(two)) {
            return "";
        }
        if (one.status() != two.status()) {
            return "the status";
        }
        if (!one.headers().values("Location").equals(two.headers().values("Location"))) {
            return "Location";
        }
        if (SharedCache.mayReuse(a) != SharedCache.mayReuse(b)) {
            return "whether it may be reused";
        }
        return one.body().equals(two.body()) ? "" : BODY;
    }

    /** Whether a difference may come from an edit meanwhile: one of bodies alone, neither of which names the user. */
    static boolean mayBeAnEdit(String difference, Exchange a, Exchange b, Personal personal) {
        return difference.equals(BODY) && !personal.showsUser(a) && !personal.showsUser(b);
    }

    private static boolean isRevalidation(Response response) {
        return response.status() == 304;
    }
}
