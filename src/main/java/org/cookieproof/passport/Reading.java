package org.cookieproof.passport;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Url;

/** What of the wire is the answer to a behaviour's question. */
enum Reading {
    /** The Cookie field of the last request. */
    COOKIES,
    /** How many cookies the last request carried. */
    COOKIE_COUNT,
    /** How often the URL was asked for. */
    REQUESTS,
    /** The method of the last request. */
    METHOD,
    /** The query of the last request, decoded: what a script had to tell. */
    QUERY,
    /** Whether the URL was asked for at all. */
    ASKED,
    /** Whether the last request carried any cookie. */
    ANY_COOKIE;

    /** The last request carried no cookie. */
    static final String NOTHING = "nothing";

    /** Nobody asked for the URL. */
    static final String NO_REQUEST = "no request";

    private static final String IN_ANY_ORDER = " (in any order)";

    static final String YES = "yes";
    static final String NO = "no";

    /** @param exchanges of the user agent, in the order of the wire */
    String of(List<Exchange> exchanges, Url asked) {
        List<Exchange> about = about(exchanges, asked);
        if (this == REQUESTS) {
            return about.size() == 1 ? "1 request" : about.size() + " requests";
        }
        if (this == ASKED) {
            return about.isEmpty() ? NO : YES;
        }
        if (about.isEmpty()) {
            return this == ANY_COOKIE ? NO : NO_REQUEST;
        }
        Exchange last = about.get(about.size() - 1);
        String cookies = String.join(" | ", last.request().headers().values("Cookie"));
        return switch (this) {
            case METHOD -> last.request().method();
            case QUERY -> query(last.url());
            default -> of(cookies);
        };
    }

    /** Those of a URL, whatever its query. */
    static List<Exchange> about(List<Exchange> exchanges, Url asked) {
        return exchanges.stream()
                .filter(e -> e.url().host().equals(asked.host())
                        && e.url().scheme() == asked.scheme()
                        && path(e.url()).equals(path(asked)))
                .toList();
    }

    /** An answer of several cookies whose order is another in each run. */
    static String sorted(String cookies) {
        List<String> pairs = List.of(cookies.split("; "));
        return pairs.size() < 2 ? cookies : pairs.stream().sorted().collect(Collectors.joining("; ")) + IN_ANY_ORDER;
    }

    /** The same of a Cookie field's value, which the model gives. */
    String of(String cookies) {
        return switch (this) {
            case COOKIE_COUNT -> cookies.isEmpty() ? "0 cookies" : cookies.split("; ").length + " cookies";
            case ANY_COOKIE -> cookies.isEmpty() ? NO : YES;
            case COOKIES -> cookies.isEmpty() ? NOTHING : cookies;
            default -> throw new IllegalStateException("the model of a jar cannot tell " + this);
        };
    }

    private static String query(Url url) {
        int mark = url.target().indexOf('?');
        String text = mark < 0 ? "" : URLDecoder.decode(url.target().substring(mark + 1), StandardCharsets.UTF_8);
        return text.isEmpty() ? NOTHING : text;
    }

    private static String path(Url url) {
        int mark = url.target().indexOf('?');
        return mark < 0 ? url.target() : url.target().substring(0, mark);
    }
}
