package org.cookieproof.farm.central;

import java.util.List;
import java.util.stream.Collectors;
import org.cookieproof.farm.session.Visit;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.wire.Percent;

/** The URLs of auto-login's steps, with the parameters that pass through the whole chain. */
final class AutoLoginUrls {

    private static final String PAGE = "/wiki/Special:CentralAutoLogin/";
    private static final List<String> CARRIED = List.of("type", "from", "returnUrlToken");

    private AutoLoginUrls() {}

    /**
     * An absolute URL.
     *
     * @param own the step's own parameters, encoded, as {@code token=…&}, or empty
     */
    static String of(Visit visit, Wiki wiki, String step, String own) {
        String scheme = visit.request().scheme();
        return wiki.url(scheme, PAGE + step + "?" + own + carried(visit) + "proto=" + scheme);
    }

    /** As the first step writes it: in another order, as in the facts' transcripts. */
    static String ofCheck(Visit visit, Wiki central) {
        String scheme = visit.request().scheme();
        String carried = carried(visit);
        return central.url(
                scheme,
                PAGE + "checkLoggedIn?wikiid=" + visit.wiki().id() + "&proto=" + scheme
                        + (carried.isEmpty() ? "" : "&" + carried.substring(0, carried.length() - 1)));
    }

    private static String carried(Visit visit) {
        return CARRIED.stream()
                .filter(name -> visit.request().query().has(name))
                .map(name -> name + "=" + Percent.encodeQuery(visit.text(name)) + "&")
                .collect(Collectors.joining());
    }
}
