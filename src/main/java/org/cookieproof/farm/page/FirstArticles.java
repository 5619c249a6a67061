package org.cookieproof.farm.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cookieproof.farm.site.Title;
import org.cookieproof.farm.site.Wiki;

/** What a wiki has to read before anybody has edited it. */
final class FirstArticles {

    private FirstArticles() {}

    static Map<Title, String> of(Wiki wiki) {
        Map<Title, String> texts = new LinkedHashMap<>();
        texts.put(Title.MAIN_PAGE, """
                Welcome to %s. It is part of a small farm of wikis with one login for all: sign in here, and you are \
                known at the others too.

                Try the [[Sandbox]], read about the [[Cookie]] or the [[Session]], or follow the links at the bottom \
                to the other wikis.""".formatted(wiki.siteName()));
        texts.put(new Title("Sandbox"), "Write here what you like. Back to the [[Main Page]].");
        texts.put(
                new Title("Cookie"),
                "A cookie is a name and a value that a site asks a user agent to send back. See [[Session]].");
        texts.put(
                new Title("Session"),
                "A session is what a site remembers between two requests. Its name is kept in a [[Cookie]].");
        return texts;
    }
}
